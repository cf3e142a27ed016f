// Accents, as against vowel signs: Thai and Indic vowels are marks too, but letters of the word.
const accents = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;
const apostrophes = /[`\u00b4\u02b9\u02bb\u02bc\u2018\u2019\u201b\u2032\uff07]/gu;
const hyphens = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu;
const unseen = /\u00ad|\u200b|\u200c|\u200d|\ufeff/gu;

// What a search compares, by the server's rule: lower case, accents dropped, đ as d, apostrophes and
// hyphens of one kind. The two must agree, else a list filtered here shows other rows than the
// server's.
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .normalize('NFD')
    .replace(accents, '')
    .replace(/[đðɖ]/gu, 'd')
    .replace(/ß/gu, 'ss')
    .replace(apostrophes, "'")
    .replace(hyphens, '-')
    .replace(unseen, '')
    .trim()
    .replace(/\s+/gu, ' ');
}

// True when each word sought stands somewhere in the text, in any order.
export function matches(text: string, sought: string): boolean {
  const place = fold(text);
  return fold(sought)
    .split(' ')
    .every((word) => place.includes(word));
}
