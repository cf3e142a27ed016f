// Dates travel and are stored as 2025-07-01, and are shown and typed as 01/07/2025. An open end is
// 9999-12-31.
export const never = '9999-12-31';

function make(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1900 && year <= 9999 ? date.toISOString().slice(0, 10) : null;
}

// Reads dd/mm/yyyy, d/m/yyyy, dd-mm-yyyy, dd.mm.yyyy and ddmmyyyy; null when it is no real day.
export function parseDate(text: string): string | null {
  const parts =
    /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/u.exec(text) ??
    /^\s*(\d{2})(\d{2})(\d{4})\s*$/u.exec(text);
  return parts ? make(Number(parts[3]), Number(parts[2]), Number(parts[1])) : null;
}

export function isDate(text: string | null | undefined): text is string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text ?? '');
  return !!parts && make(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
}

// An instant shows the day that it was here, which is not always the one that its text begins with.
export function showDate(iso: string | null | undefined): string {
  if (!iso || iso === never) return '';
  const [year, month, day] = (iso.length > 10 ? today(new Date(iso)) : iso).split('-');
  return `${day}/${month}/${year}`;
}

export function showDay(iso: string): string {
  return showDate(iso).slice(0, 5);
}

const zone = 'Asia/Ho_Chi_Minh';

export function today(now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now);
}

// An instant as 01/07/2025 08:14, in the time of the installation.
export function showTime(instant: string | number | Date, timeZone = zone): string {
  const date = new Date(instant);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone }).format(date);
  return `${showDate(day)} ${showClock(date, timeZone)}`;
}

export function showClock(instant: string | number | Date, timeZone = zone): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(
    new Date(instant),
  );
}

export function weekday(iso: string, language: string): string {
  const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${iso.slice(0, 10)}T00:00:00Z`),
  );
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000);
}

// The day so many days after, or before where `by` is negative.
export function dayFrom(iso: string, by: number): string {
  const day = new Date(`${iso}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + by);
  return day.toISOString().slice(0, 10);
}
