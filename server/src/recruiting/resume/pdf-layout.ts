import { headingOf } from './sections.js';
import type { Glyph } from './pdf-ink.js';

/** A piece of a line without a wide gap in it. */
interface Piece {
  text: string;
  left: number;
  right: number;
}
interface Row {
  y: number;
  size: number;
  pieces: Piece[];
}

const cjk = /[\u3000-\u9fff\uff00-\uffef]/;

/** The lines of a page in reading order: columns one after the other, cells of a row in one line. */
export function linesOf(glyphs: Glyph[]): string[] {
  const level = glyphs.filter((glyph) => glyph.level);
  const rows = rowsOf(level).map(pieceTogether);
  return [...inReadingOrder(rows, 3), ...slantedLines(glyphs)];
}

/** Text that belongs together by the operator that drew it: for stamps and for hidden text. */
export function runsOf(glyphs: Glyph[]): string[] {
  const runs: string[] = [];
  let last: Glyph | null = null;
  for (const glyph of glyphs) {
    const sameLine = last !== null && Math.abs(glyph.y - last.y) < Math.max(1, last.size) * 0.5;
    const follows = last !== null && glyph.order - last.order < 12 && sameLine;
    if (follows) runs.push((runs.pop() ?? '') + glyph.text);
    else runs.push(glyph.text);
    last = glyph;
  }
  return runs.map((run) => run.trim()).filter((run) => run !== '');
}

function slantedLines(glyphs: Glyph[]): string[] {
  const byOrder = new Map<number, string>();
  for (const glyph of glyphs) {
    if (!glyph.level) byOrder.set(glyph.order, (byOrder.get(glyph.order) ?? '') + glyph.text);
  }
  return [...byOrder.values()].map((text) => text.trim()).filter((text) => text !== '');
}

function rowsOf(glyphs: Glyph[]): Glyph[][] {
  const sorted = glyphs.filter((glyph) => glyph.text.trim() !== '').sort((a, b) => a.y - b.y);
  const rows: Glyph[][] = [];
  let base = 0;
  for (const glyph of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    const reach = first === undefined ? 0 : 0.45 * Math.min(glyph.size, Math.max(first.size, 4));
    if (row !== undefined && glyph.y - base <= reach) {
      row.push(glyph);
    } else {
      rows.push([glyph]);
      base = glyph.y;
    }
  }
  return rows;
}

function pieceTogether(glyphs: Glyph[]): Row {
  const sorted = [...glyphs].sort((a, b) => a.x - b.x);
  const pieces: Piece[] = [];
  let last: Glyph | null = null;
  for (const glyph of sorted) {
    const piece = pieces.at(-1);
    if (last === null || piece === undefined) {
      pieces.push({ text: glyph.text, left: glyph.x, right: glyph.x + glyph.width });
    } else if (isDouble(last, glyph)) {
      continue;
    } else {
      join(pieces, last, glyph);
    }
    last = glyph;
  }
  const sizes = glyphs.map((glyph) => glyph.size).sort((a, b) => a - b);
  const size = sizes[Math.floor(sizes.length / 2)] ?? 10;
  return { y: glyphs[0]?.y ?? 0, size, pieces };
}

/** Bold type is often the same character drawn twice, a hair apart. */
function isDouble(one: Glyph, two: Glyph): boolean {
  return one.text === two.text && Math.abs(two.x - one.x) < one.size * 0.12;
}

function join(pieces: Piece[], last: Glyph, glyph: Glyph): void {
  const piece = pieces.at(-1);
  if (piece === undefined) return;
  const gap = glyph.x - piece.right;
  const em = Math.max(Math.min(last.size, glyph.size), 1);
  const loose = cjk.test(last.text) && cjk.test(glyph.text) ? 0.4 : 0.17;
  if (gap > em * 1.1) {
    pieces.push({ text: glyph.text, left: glyph.x, right: glyph.x + glyph.width });
    return;
  }
  piece.text += (gap > em * loose ? ' ' : '') + glyph.text;
  piece.right = Math.max(piece.right, glyph.x + glyph.width);
}

function lineOf(row: Row): string {
  return row.pieces.map((piece) => piece.text.trim()).join('  ');
}

function inReadingOrder(rows: Row[], depth: number): string[] {
  const band = depth === 0 ? null : widestGutter(rows);
  if (band === null) return rows.map(lineOf);
  const { from, to, x } = band;
  const within = rows.slice(from, to);
  return [
    ...inReadingOrder(rows.slice(0, from), depth - 1),
    ...inReadingOrder(
      side(within, (piece) => piece.right <= x),
      depth - 1,
    ),
    ...inReadingOrder(
      side(within, (piece) => piece.left >= x),
      depth - 1,
    ),
    ...inReadingOrder(rows.slice(to), depth - 1),
  ];
}

function side(rows: Row[], keep: (piece: Piece) => boolean): Row[] {
  return rows
    .map((row) => ({ ...row, pieces: row.pieces.filter(keep) }))
    .filter((row) => row.pieces.length > 0);
}

interface Gutter {
  from: number;
  to: number;
  x: number;
  lines: number;
}

/** The gutter between two real columns that separates most lines; null for one column or a table. */
function widestGutter(rows: Row[]): Gutter | null {
  const edges = new Set(
    rows.flatMap((row) => row.pieces.map((piece) => Math.round(piece.left) - 1)),
  );
  let best: Gutter | null = null;
  for (const x of edges) {
    for (const gutter of clearBands(rows, x)) {
      if (gutter.lines > (best?.lines ?? 0) && areColumns(rows.slice(gutter.from, gutter.to), x)) {
        best = gutter;
      }
    }
  }
  return best;
}

function clearBands(rows: Row[], x: number): Gutter[] {
  const bands: Gutter[] = [];
  let from = 0;
  for (let to = 0; to <= rows.length; to += 1) {
    const row = rows[to];
    const clear = row?.pieces.every((piece) => piece.right <= x || piece.left >= x) ?? false;
    if (clear) continue;
    const start = from + titleRows(rows.slice(from, to));
    if (to - start >= 8) bands.push({ from: start, to, x, lines: to - start });
    from = to + 1;
  }
  return bands;
}

/** Rows of larger type at the top (a name) belong to no column. */
function titleRows(rows: Row[]): number {
  const sizes = rows.map((row) => row.size).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 10;
  const first = rows.findIndex(
    (row) => row.size < usual * 1.3 || headingOf(lineOf(row).trim()) !== null,
  );
  return Math.max(0, first);
}

/**
 * Two columns stand on their own: each has a heading, or their lines are not level with each other.
 * A row of a table (dates | school | degree) has its cells level and no heading on the right.
 */
function areColumns(rows: Row[], x: number): boolean {
  const left = side(rows, (piece) => piece.right <= x);
  const right = side(rows, (piece) => piece.left >= x);
  const fewer = Math.min(left.length, right.length);
  if (fewer < 4) return false;
  const hasHeading = (column: Row[]): boolean =>
    column.some((row) => headingOf(lineOf(row).trim()) !== null);
  if (hasHeading(left) && hasHeading(right)) return true;
  const both = rows.filter(
    (row) =>
      row.pieces.some((piece) => piece.right <= x) && row.pieces.some((piece) => piece.left >= x),
  ).length;
  return fewer >= 8 && both / fewer < 0.4;
}
