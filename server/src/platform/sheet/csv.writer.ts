/** What stands in one cell of a table that leaves; null leaves it empty. */
export type Cell = string | number | null;

/**
 * How programs recognise a formula, full-width forms of a Chinese keyboard too (OWASP, CSV injection): such a text gets
 * a quotation mark before it, which programs show as text.
 */
const formula = /^[\s\u0000-\u001f]*[=+\-@＝＋－＠]|^[\t\r\n]/;

function fieldOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV (RFC 4180) in UTF-8 with its mark, without which Excel reads Chinese as another encoding. */
export function csvOf(rows: readonly (readonly Cell[])[]): Buffer {
  const lines = rows.map((row) => row.map(fieldOf).join(','));
  return Buffer.from(`\ufeff${lines.map((line) => `${line}\r\n`).join('')}`, 'utf8');
}
