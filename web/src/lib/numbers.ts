// A space that does not break: "0,8 %", "16 giờ", "bậc 4" stay on one line.
export const nbsp = '\u00a0';

const separators: Record<string, { thousands: string; decimal: string }> = {
  vi: { thousands: '.', decimal: ',' },
  uz: { thousands: nbsp, decimal: ',' },
};
const english = { thousands: ',', decimal: '.' };

export function showNumber(value: number, language = 'vi', decimals?: number): string {
  const { thousands, decimal } = separators[language] ?? english;
  const fixed =
    decimals === undefined ? String(Math.abs(value)) : Math.abs(value).toFixed(decimals);
  const [whole = '0', rest] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, thousands);
  return `${value < 0 ? '−' : ''}${grouped}${rest ? decimal + rest : ''}`;
}

export function showShare(share: number, language = 'vi', decimals = 0): string {
  return `${showNumber(share * 100, language, decimals)}${nbsp}%`;
}

// Money is whole đồng on the wire.
export function showMoney(dong: number, language = 'vi'): string {
  return `${showNumber(dong, language)}${nbsp}₫`;
}

export function showMillions(dong: number, language = 'vi'): string {
  return showNumber(dong / 1_000_000, language, dong % 1_000_000 === 0 ? 0 : 1);
}

export function showSize(bytes: number, language = 'vi'): string {
  if (bytes < 1024) return `${bytes}${nbsp}B`;
  if (bytes < 1024 * 1024) return `${showNumber(bytes / 1024, language, 0)}${nbsp}KB`;
  return `${showNumber(bytes / 1024 / 1024, language, 1)}${nbsp}MB`;
}

const grouped = {
  '.': /^-?\d{1,3}(\.\d{3})+(,\d+)?$/u,
  ',': /^-?\d{1,3}(,\d{3})+(\.\d+)?$/u,
};

// Reads what people type by the separators in which their language shows it: in Vietnamese 1.234,5,
// in English 1,234.5. A mark that cannot stand between thousands is a decimal point in every
// language. Null when it is no number.
export function parseNumber(text: string, language = 'vi'): number | null {
  const bare = text.replace(/[\s\u00a0]/gu, '').replace('−', '-');
  if (!/^-?[\d.,]+$/u.test(bare) || !/\d/u.test(bare)) return null;
  const { thousands } = separators[language] ?? english;
  const isGrouped = (thousands === '.' || thousands === ',') && grouped[thousands].test(bare);
  const plain = isGrouped ? bare.replaceAll(thousands, '') : bare;
  const value = Number(plain.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}
