import type { Card, CardBlock } from '@zhiyu/contracts/card';
import { fontFamily } from '../../platform/drawing/fonts.js';

type Chart = Extract<CardBlock, { type: 'chart' }>;

/** What a picture of a card shows: where it belongs, and the chart. */
export interface ChartPicture {
  eyebrow: string;
  title: string;
  chart: Chart;
}

/** The design's inks. */
const inks = {
  paper: '#fbf9f4',
  ink: '#1f1d1a',
  quiet: '#544f47',
  line: '#d3ccbf',
  bar: '#14615a',
};
const size = { width: 1080, height: 560 };
const plot = { left: 64, right: 1016, top: 236, bottom: 464 };
/** As many labels have room beside each other. */
const labelsAtMost = 8;
const barAtMost = 84;

/** The picture of a card's first chart; null where it has none. */
export function chartPictureOf({ eyebrow, title, blocks }: Card): ChartPicture | null {
  const chart = blocks.find((block) => block.type === 'chart');
  return chart ? { eyebrow, title, chart } : null;
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** Half a letter's height for what is narrow, a whole one for what is wide: near enough to cut a line. */
const widthOf = (letter: string) => ((letter.codePointAt(0) ?? 0) < 0x2000 ? 0.54 : 1);

/** The beginning of the text that has room, with … where it is not all. */
function cut(text: string, room: number): string {
  let width = 0;
  const kept: string[] = [];
  for (const letter of text) {
    width += widthOf(letter);
    if (width > room) {
      return `${kept.slice(0, -1).join('')}…`;
    }
    kept.push(letter);
  }
  return text;
}

interface Style {
  size: number;
  bold?: boolean;
  color?: string;
  middle?: boolean;
}

function line(text: string, x: number, y: number, style: Style): string {
  const weight = style.bold ? ' font-weight="700"' : '';
  const anchor = style.middle ? ' text-anchor="middle"' : '';
  const room = ((style.middle ? 200 : plot.right - x) / style.size) | 0;
  return `<text x="${x}" y="${y}" font-size="${style.size}" fill="${style.color ?? inks.ink}"${weight}${anchor}>${escaped(cut(text, room))}</text>`;
}

function column(chart: Chart, at: number): string {
  const { points } = chart;
  const point = points[at];
  if (!point) {
    return '';
  }
  const highest = Math.max(1, ...points.map(({ value }) => value));
  const step = (plot.right - plot.left) / points.length;
  const width = Math.min(barAtMost, step * 0.62);
  const middle = plot.left + step * (at + 0.5);
  // A day with one is a column that can be seen; a day with none is a line on the ground.
  const height = Math.max(3, (point.value / highest) * (plot.bottom - plot.top));
  const labelled = at % Math.ceil(points.length / labelsAtMost) === 0;
  const fill = point.value === 0 ? inks.line : inks.bar;
  const small = { size: 24, middle: true };
  return [
    `<rect x="${middle - width / 2}" y="${plot.bottom - height}" width="${width}" height="${height}" rx="3" fill="${fill}"/>`,
    labelled ? line(String(point.value), middle, plot.bottom - height - 14, small) : '',
    labelled ? line(point.label, middle, plot.bottom + 42, { ...small, color: inks.quiet }) : '',
  ].join('');
}

/** One calm picture: where it belongs, what the card says, and a column for each point with its number. */
export function chartSvg({ eyebrow, title, chart }: ChartPicture): string {
  const { left, right, bottom } = plot;
  const { width, height } = size;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}">`,
    `<rect width="${width}" height="${height}" fill="${inks.paper}"/>`,
    line(eyebrow, left, 66, { size: 26, color: inks.quiet }),
    line(title, left, 118, { size: 38, bold: true }),
    line(chart.label, left, 172, { size: 26, color: inks.quiet }),
    ...chart.points.map((_, at) => column(chart, at)),
    `<line x1="${left}" y1="${bottom}" x2="${right}" y2="${bottom}" stroke="${inks.line}" stroke-width="2"/>`,
    '</svg>',
  ].join('');
}
