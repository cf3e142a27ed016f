export const languages = [
  { code: 'vi', name: 'Tiếng Việt' },
  { code: 'en', name: 'English' },
  { code: 'ko', name: '한국어' },
  { code: 'uz', name: 'Oʻzbekcha' },
  { code: 'th', name: 'ไทย' },
] as const;

export type Language = (typeof languages)[number]['code'];

export function isLanguage(code: string | null | undefined): code is Language {
  return languages.some((language) => language.code === code);
}
