// The reader's own of two names; the Vietnamese one where nobody has given an English one.
export function nameIn(language: string, vietnamese: string, english?: string | null): string {
  return language === 'vi' ? vietnamese : english || vietnamese;
}
