import type { Result } from './result.js';

const columns = ['', 'scenario', 'db', 'measured', 'ours', 'peer', 'ratio (min–max)', 'aim', ''];

function number(value: number | null): string {
  if (value === null) {
    return '–';
  }
  return value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(3);
}

/** Chinese letters take two places of a terminal. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0);
}

function lineOf(result: Result): string[] {
  const { ratio, met, unit } = result;
  const shown = ratio
    ? `${ratio.median.toFixed(2)} (${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)})`
    : '';
  return [
    met === null ? '-' : met ? '✓' : '✗',
    result.scenario,
    result.database,
    result.measured,
    result.ours === null ? '–' : `${number(result.ours)} ${unit}`,
    result.peer === null ? '' : `${number(result.peer)} ${unit}`,
    shown,
    result.aim,
    met === null ? 'not measured' : met ? 'met' : 'missed',
  ];
}

/** The results as a table for a terminal, each with its note below. */
export function tableOf(results: readonly Result[]): string {
  const lines = [columns, ...results.map(lineOf)];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => widthOf(line[at] ?? ''))));
  const drawn = lines.map((line) =>
    line
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
  const notes = results.map(({ note }) => (note === '' ? [] : [`     ${note}`]));
  return drawn.flatMap((line, at) => [line, ...(notes[at - 1] ?? [])]).join('\n');
}
