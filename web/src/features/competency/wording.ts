import type { Wording } from './api';

// One thing that is said, in both languages of the house. Other languages stay as they are.
export type Line = { level: number; kind: Wording['kind']; seq: number; vi: string; en: string };

const languages = ['vi', 'en'] as const;
const keyOf = ({ level, kind, seq }: Pick<Line, 'level' | 'kind' | 'seq'>) =>
  `${level} ${kind} ${seq}`;

// What stands there, and an empty line for each thing that may be said: name, description, and what
// each level looks like.
export function linesOf(words: Wording[], levels: number[]): Line[] {
  const lines = new Map<string, Line>();
  const lineAt = (at: Pick<Line, 'level' | 'kind' | 'seq'>) => {
    const line = lines.get(keyOf(at)) ?? { ...at, vi: '', en: '' };
    lines.set(keyOf(at), line);
    return line;
  };
  lineAt({ level: 0, kind: 'name', seq: 0 });
  lineAt({ level: 0, kind: 'description', seq: 0 });
  for (const { level, kind, seq, language, text } of words) {
    const line = lineAt({ level, kind, seq });
    if (language === 'vi' || language === 'en') line[language] = text;
  }
  for (const level of levels) {
    const isTold = [...lines.values()].some((line) => line.level === level);
    if (!isTold) lineAt({ level, kind: 'behaviour', seq: 0 });
  }
  return [...lines.values()].sort(
    (left, right) => left.level - right.level || orderOf(left) - orderOf(right),
  );
}

const kinds = ['name', 'description', 'knowledge', 'skill', 'attitude', 'behaviour'];
const orderOf = ({ kind, seq }: Line) => kinds.indexOf(kind) * 1000 + seq;

export function wordsOf(lines: Line[], before: Wording[]): Wording[] {
  const others = before.filter(({ language }) => language !== 'vi' && language !== 'en');
  const own = lines.flatMap(({ level, kind, seq, ...texts }) =>
    languages
      .map((language) => ({ level, kind, seq, language, text: texts[language].trim() }))
      .filter(({ text }) => text !== ''),
  );
  return [...own, ...others];
}
