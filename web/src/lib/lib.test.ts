import { csvOf } from './csv';
import { parseDate, showDate } from './dates';
import { fold, matches } from './fold';
import { parseNumber, showNumber, showShare } from './numbers';
import { compareTexts, comparePeople } from './sort';

describe('folding, by the server’s rule', () => {
  test.each([
    ['Đường', 'duong'],
    ['ĐẶNG THỊ HUỆ', 'dang thi hue'],
    ['hòa', 'hoa'],
    ['hoà', 'hoa'],
    ['Quỳnh Nhai'.normalize('NFD'), 'quynh nhai'],
    ['Oʻzbekcha', "o'zbekcha"],
    ['  Mường   Ảng ', 'muong ang'],
    ['Ðắk Lắk', 'dak lak'],
    ['Krông A`na', "krong a'na"],
    ['Bà Rịa – Vũng\u00a0 Tàu', 'ba ria - vung tau'],
    ['Straße ÉTÉ', 'strasse ete'],
  ])('%s is sought as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('Thai vowels are letters, and Korean is one however it is written', () => {
    expect(fold('กำลัง')).not.toBe(fold('กลง'));
    expect(fold('한국')).toBe(fold('한국'.normalize('NFD')));
  });

  test('duong finds Đường, and words are found in any order', () => {
    expect(matches('Nguyễn Văn Đường', 'duong')).toBe(true);
    expect(matches('Nguyễn Văn Đường', 'duong nguyen')).toBe(true);
    expect(matches('Nguyễn Văn Đường', 'duong thi')).toBe(false);
  });
});

describe('dates', () => {
  test.each(['01/07/2025', '1/7/2025', '01072025', '1-7-2025', ' 1 / 7 / 2025 '])(
    '%s is the first of July 2025',
    (typed) => expect(parseDate(typed)).toBe('2025-07-01'),
  );
  test.each(['31/02/1988', '2025-07-01', '1/7/25', 'hôm nay', ''])('%s is no day', (typed) => {
    expect(parseDate(typed)).toBeNull();
  });
  test('an open end is shown as nothing', () => {
    expect(showDate('9999-12-31')).toBe('');
    expect(showDate('2025-07-01')).toBe('01/07/2025');
    expect(showDate('2026-11-21T23:30:00Z')).toBe('22/11/2026');
  });
});

describe('numbers', () => {
  test('Vietnamese groups by dots and Uzbek by spaces that do not break', () => {
    expect(showNumber(1234567.5, 'vi')).toBe('1.234.567,5');
    expect(showNumber(1234567.5, 'uz')).toBe('1\u00a0234\u00a0567,5');
    expect(showShare(0.008, 'vi', 1)).toBe('0,8\u00a0%');
  });
  test.each([
    ['1.234,5', 1234.5],
    ['1234,5', 1234.5],
    ['1.234', 1234],
    ['12.5', 12.5],
    ['-3', -3],
  ])('%s is read as %d', (typed, value) => expect(parseNumber(typed)).toBe(value));
  test.each([
    ['en', '300,000,000', 300_000_000],
    ['ko', '1,234', 1234],
    ['th', '1,234.5', 1234.5],
    ['en', '1.234', 1.234],
    ['en', '1,5', 1.5],
    ['uz', '1 234,5', 1234.5],
    ['uz', '1,234', 1.234],
  ])('in %s %s is read as %d', (language, typed, value) =>
    expect(parseNumber(typed, language)).toBe(value),
  );
  test.each(['vi', 'en', 'uz', 'ko', 'th'])(
    'in %s what is shown is read as the same',
    (language) => {
      for (const value of [0, 12, 999, 1234, 1234.5, 300_000_000, -4321])
        expect(parseNumber(showNumber(value, language), language)).toBe(value);
    },
  );
  test('the separators of another language make no number', () => {
    expect(parseNumber('1.234,5', 'en')).toBeNull();
    expect(parseNumber('1,234.5', 'vi')).toBeNull();
  });
  test('letters are no number', () => expect(parseNumber('12 người')).toBeNull());
});

describe('order', () => {
  test('letters go by the Vietnamese dictionary', () => {
    const names = ['Đặng', 'Dương', 'Ân', 'Ăn', 'Ánh', 'An'];
    expect(names.sort(compareTexts)).toEqual(['An', 'Ánh', 'Ăn', 'Ân', 'Dương', 'Đặng']);
  });
  test('people go by their given name', () => {
    expect(['Cà Văn Thạnh', 'Vừ A Sùng', 'Lò Thị An'].sort(comparePeople)).toEqual([
      'Lò Thị An',
      'Vừ A Sùng',
      'Cà Văn Thạnh',
    ]);
  });
});

test('a number with its sign is a number in a table, and a formula is text', () => {
  expect(csvOf([['+0,75', '-3', '=1+1', '+A1']])).toBe('\uFEFF"+0,75","-3","\'=1+1","\'+A1"\r\n');
});
