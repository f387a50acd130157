import { groupAttributes } from '@zhiyu/contracts/group-values';
import type { ImpactRate, ImpactView } from '@zhiyu/contracts/groups';

export type ImpactTableRow = ImpactView['rows'][number];

/** Where a category stands among those of its attribute: the youngest first, and not by the letters of a code. */
function placeOf({ attributes, categories }: ImpactTableRow): string {
  return attributes
    .map((attribute, i) => {
      const all: readonly string[] =
        Object.entries(groupAttributes).find(([name]) => name === attribute)?.[1] ?? [];
      return String(all.indexOf(categories[i] ?? '')).padStart(2, '0');
    })
    .join();
}

/** Rows of one attribute, or of two together, by their place. */
export function tablesOf(rows: readonly ImpactTableRow[]): ImpactTableRow[][] {
  const tables = new Map<string, ImpactTableRow[]>();
  for (const row of rows) {
    const key = row.attributes.join();
    tables.set(key, [...(tables.get(key) ?? []), row]);
  }
  return [...tables.values()].map((table) =>
    table.sort((a, b) => placeOf(a).localeCompare(placeOf(b))),
  );
}

/** How many rates say that somebody should look. */
export function foundIn(rows: readonly ImpactTableRow[]): number {
  return rows
    .flatMap(({ selection, scoring }) => [selection, scoring])
    .filter((rate) => rate?.finding === 'found').length;
}

/** 0.62, 1.00; three figures for a p. */
export const ratioText = (ratio: number | null) => (ratio === null ? '—' : ratio.toFixed(2));
export const pText = (p: number | null) =>
  p === null ? '—' : p < 0.001 ? '< 0.001' : p.toFixed(3);
export const shareText = (share: number) => `${(share * 100).toFixed(1)}%`;

/** A cell that a spreadsheet takes for words, whatever it begins with. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

const plain = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : String(value);

function cellsOf(rate: ImpactRate | null): string[] {
  const { people, reached, rate: share, ratio, p, finding } = rate ?? {};
  return [plain(people), plain(reached), plain(share), plain(ratio), plain(p), finding ?? ''];
}

/** The table as a file; numbers unrounded, what is hidden stays empty. */
export function csvOf(
  rows: readonly ImpactTableRow[],
  name: (row: ImpactTableRow) => string,
): string {
  const rates = ['people', 'reached', 'rate', 'impact_ratio', 'p', 'finding'];
  const head = [
    'attributes',
    'group',
    ...rates.map((one) => `selection_${one}`),
    ...rates.map((one) => `scoring_${one}`),
  ];
  const lines = rows.map((row) =>
    [row.attributes.join(' x '), name(row), ...cellsOf(row.selection), ...cellsOf(row.scoring)].map(
      cell,
    ),
  );
  return `\uFEFF${[head, ...lines].map((line) => line.join(',')).join('\r\n')}\r\n`;
}
