// Words are complete in Vietnamese and English, short, known, and every refusal says what to do next.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  cataloguePath,
  compile,
  type Language,
  languages,
  listParts,
  readCatalogue,
} from './catalogue.ts';

const src = 'src';
const longest = 20;
const complete: Language[] = ['vi', 'en'];
// One word for one thing, as docs/glossary.md has it, and no pronoun for the reader.
const unsaid =
  /(?<!\p{L})(bạn|chức danh|bản thảo|trạng thái|đánh giá viên|mã số cán bộ|nhóm năng lực|vị trí tiếp theo)(?!\p{L})/iu;
const faults: string[] = [];
const known = new Set<string>();

// The branches of a plural hold words in braces too: `=0 {Today}` is no place.
function placesIn(text: string): string {
  const bare = text.replace(/(?:=\d+|zero|one|two|few|many|other)\s*\{/gu, '(');
  const names = [...bare.matchAll(/\{\s*(\w+)\s*[,}]/gu)].map((match) => match[1] ?? '');
  return [...new Set(names)].sort().join(' ');
}

function checkLength(path: string, id: string, text: string) {
  const plain = text
    .replace(/<\/?\d+>/gu, '')
    .replace(/\{\w+, plural,|=\d+ \{|other \{|one \{/gu, '\n');
  for (const sentence of plain.split(/[.?:\n]\s/u)) {
    const words = sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}#]/u.test(word));
    if (words.length > longest)
      faults.push(`${path}: ${id} has a sentence of ${words.length} words`);
  }
}

for (const part of listParts(src)) {
  const catalogues = new Map(
    languages.map((language) => [language, readCatalogue(cataloguePath(src, part, language))]),
  );
  const vietnamese = catalogues.get('vi') ?? new Map<string, string>();
  const ids = new Set(
    complete.flatMap((language) => [...(catalogues.get(language)?.keys() ?? [])]),
  );
  for (const id of ids) {
    if (!id) continue;
    if (known.has(id)) faults.push(`${part}: ${id} is told twice`);
    known.add(id);
  }
  for (const [language, words] of catalogues) {
    const path = cataloguePath(src, part, language);
    try {
      compile(words);
    } catch (error) {
      faults.push(`${path}: ${String(error)}`);
    }
    for (const id of complete.includes(language) ? ids : []) {
      if (!words.get(id)) faults.push(`${path}: ${id} is missing`);
    }
    for (const [id, text] of words) {
      const model = vietnamese.get(id);
      if (model === undefined) faults.push(`${path}: ${id} is not in vi`);
      else if (text && placesIn(text) !== placesIn(model)) {
        faults.push(
          `${path}: ${id} has the places "${placesIn(text)}", vi has "${placesIn(model)}"`,
        );
      }
      if (text.includes('{count}')) {
        faults.push(`${path}: ${id} shows a bare {count}: write {count, number}`);
      }
      if (language === 'vi') {
        checkLength(path, id, text);
        const synonym = unsaid.exec(text)?.[0];
        if (synonym) faults.push(`${path}: ${id} says "${synonym}", the glossary does not`);
      }
      const isRefusal = id.startsWith('refusal.') && !id.endsWith('.next');
      if (isRefusal && complete.includes(language) && !words.get(`${id}.next`)) {
        faults.push(`${path}: ${id} has no ${id}.next: what to do`);
      }
    }
  }
}

// Ids in the code: whole ones must be known; those built from a value must have a known beginning.
const call = /(?:\bt\(|\bid[:=]\s*\{?|label:\s*)\s*(['"`])([a-z_]+\.[a-z0-9_.]*)(\$\{)?/gu;
for (const name of readdirSync(src, { recursive: true, encoding: 'utf8' })) {
  if (!/\.tsx?$/u.test(name) || name.includes('.test.')) continue;
  for (const match of readFileSync(join(src, name), 'utf8').matchAll(call)) {
    const [, , id = '', built] = match;
    const found = built ? [...known].some((each) => each.startsWith(id)) : known.has(id);
    if (!found) faults.push(`${src}/${name}: there is no message ${id}${built ? '…' : ''}`);
  }
}

for (const fault of faults) console.error(fault);
for (const language of languages) {
  const count = listParts(src).reduce(
    (sum, part) =>
      sum + [...readCatalogue(cataloguePath(src, part, language)).values()].filter(Boolean).length,
    0,
  );
  console.log(`words ${language}: ${count}`);
}
process.exit(faults.length ? 1 : 0);
