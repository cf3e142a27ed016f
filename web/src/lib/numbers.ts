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

// Reads what people type, 1.234,5 or 1234,5 or 1234.5 (one dot with other than three digits after
// it is a decimal point). Null when it is no number.
export function parseNumber(text: string): number | null {
  const bare = text.replace(/[\s\u00a0]/gu, '').replace('−', '-');
  if (!/^-?[\d.,]+$/u.test(bare) || !/\d/u.test(bare)) return null;
  const dots = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/u.test(bare);
  const plain = dots ? bare.replaceAll('.', '').replace(',', '.') : bare.replace(',', '.');
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}
