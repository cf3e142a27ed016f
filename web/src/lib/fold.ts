const apostrophes = /[‘’ʻʼʹ`´′]/gu;

// What a search compares, by the server's rule: lower case, marks dropped, đ as d, apostrophes of
// one kind. The two must agree, else a list filtered here shows other rows than the server's.
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/đ/gu, 'd')
    .replace(apostrophes, "'")
    .normalize('NFC')
    .trim()
    .replace(/\s+/gu, ' ');
}

// True when each word sought begins a word of the text, in any order: "van thanh" finds Cà Văn Thạnh.
export function matches(text: string, sought: string): boolean {
  const place = ` ${fold(text)}`;
  return fold(sought)
    .split(' ')
    .every((word) => word === '' || place.includes(` ${word}`) || place.includes(word));
}
