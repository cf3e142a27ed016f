import {
  cataloguePath,
  coreParts,
  type Language,
  listParts,
  readCatalogue,
} from '../../scripts/catalogue';

const src = 'src';

const wordsOf = (part: string, language: Language) =>
  [...readCatalogue(cataloguePath(src, part, language))].filter(([id, text]) => id && text);

const idsOf = (part: string, language: Language) => wordsOf(part, language).map(([id]) => id);

test.each(['en'] as const)(
  'every message of the product is told in %s as in Vietnamese',
  (language) => {
    for (const part of listParts(src)) {
      expect(idsOf(part, language).sort(), part).toEqual(idsOf(part, 'vi').sort());
    }
  },
);

// What a person needs who reads no Vietnamese: to come in, to find the way, to see what is to be
// done and what is missing, and to understand what went wrong.
const wayIn = (id: string) => id.startsWith('menu.') || /^[a-z_]+\.todo\./u.test(id);

test.each(['ko', 'uz', 'th'] as const)(
  'signing in, the way and errors are complete in %s',
  (language) => {
    const needed = listParts(src).flatMap((part) =>
      idsOf(part, 'vi').filter((id) => coreParts.includes(part) || wayIn(id)),
    );
    const own = new Set(listParts(src).flatMap((part) => idsOf(part, language)));

    expect(needed.filter((id) => !own.has(id))).toEqual([]);
    expect(own.size).toBeGreaterThanOrEqual(150);
  },
);
