// A table as text that spreadsheets open: semicolons would follow the computer's language, commas
// with quotes do not; the mark at the front tells Excel that it is UTF-8. What a spreadsheet would
// take for a formula is kept as text; a number with its sign is none.
function cell(value: string): string {
  const isNumber = /^[+-]\d[\d.,]*$/u.test(value);
  const safe = !isNumber && /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

export function csvOf(rows: string[][]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

export function saveText(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
