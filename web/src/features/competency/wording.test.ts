import { linesOf, wordsOf } from './wording';

const words = [
  { kind: 'name', level: 0, language: 'vi', seq: 0, text: 'Dữ liệu' },
  { kind: 'name', level: 0, language: 'ko', seq: 0, text: '데이터' },
  { kind: 'skill', level: 2, language: 'en', seq: 0, text: 'Stores files.' },
] as const;

test('each level without a descriptor gets an empty line; one that has some keeps its kind', () => {
  const lines = linesOf([...words], [1, 2]);
  expect(lines.map(({ level, kind }) => `${level} ${kind}`)).toEqual([
    '0 name',
    '0 description',
    '1 behaviour',
    '2 skill',
  ]);
});

test('what is left empty is not said, and another language stays as it was', () => {
  const lines = linesOf([...words], [1, 2]).map((line) =>
    line.level === 1 ? { ...line, vi: ' Biết lưu tệp. ' } : line,
  );
  const told = wordsOf(lines, [...words]);
  expect(told).toContainEqual({
    level: 1,
    kind: 'behaviour',
    seq: 0,
    language: 'vi',
    text: 'Biết lưu tệp.',
  });
  expect(told).toContainEqual(words[1]);
  expect(told).toHaveLength(4);
});
