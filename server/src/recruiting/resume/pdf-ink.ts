import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { identity, type Box, type Colour, type Matrix } from './pdf-geometry.js';

/** Why a reader cannot see a text. */
export type Hidden =
  'mode' | 'transparent' | 'tiny' | 'offPage' | 'clipped' | 'layer' | 'colour' | 'covered';

/** One character on a page; x, y in points from the top left, y = baseline. */
export interface Glyph {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  /** Number of the operator that drew it: characters of one operator belong together. */
  order: number;
  /** The baseline is level; slanted text (stamps, watermarks) is read apart. */
  level: boolean;
  hidden: Hidden | null;
}

export interface OperatorList {
  fnArray: number[];
  argsArray: unknown[];
}

interface PdfFont {
  fontMatrix?: number[];
  vertical?: boolean;
  isType3Font?: boolean;
}

export interface PageSource {
  operators: OperatorList;
  /** From the page's own units to points from the top left. */
  base: Matrix;
  width: number;
  height: number;
  font: (id: string) => PdfFont;
  /** Whether an optional content group (a layer) is shown. */
  layerVisible: (group: unknown) => boolean;
}

/** The graphics and text state (ISO 32000-1, 8.4.1 and 9.3.1) as far as it decides what is seen. */
export interface Ink {
  ctm: Matrix;
  clip: Box;
  fill: Colour;
  stroke: Colour;
  fillAlpha: number;
  strokeAlpha: number;
  blendMode: string;
  font: PdfFont;
  size: number;
  text: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  leading: number;
  charSpace: number;
  wordSpace: number;
  scale: number;
  rise: number;
  mode: number;
}

const black: Colour = [0, 0, 0];

/** Operators that fill the path they close. */
export const fills = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

/** A state as at the beginning of a page. */
export function freshInk(ctm: Matrix, clip: Box): Ink {
  const colours = {
    fill: black,
    stroke: black,
    fillAlpha: 1,
    strokeAlpha: 1,
    blendMode: 'source-over',
  };
  const text = {
    font: {},
    size: 0,
    text: identity,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
    leading: 0,
  };
  return { ctm, clip, ...colours, ...text, charSpace: 0, wordSpace: 0, scale: 1, rise: 0, mode: 0 };
}

/** What a rendering mode draws with (ISO 32000-1, table 106): nothing in modes 3 and 7. */
export function inksOf(ink: Ink): { colour: Colour; alpha: number }[] {
  const inks: { colour: Colour; alpha: number }[] = [];
  const kind = ink.mode % 4;
  if (kind === 0 || kind === 2) inks.push({ colour: ink.fill, alpha: ink.fillAlpha });
  if (kind === 1 || kind === 2) inks.push({ colour: ink.stroke, alpha: ink.strokeAlpha });
  return inks;
}

/** Draw commands of pdf.js: 0 move, 1 line (x, y each), 4 close; curves are 2 and 3. */
export function isRectangle(data: number[]): boolean {
  const xs = new Set<number>();
  const ys = new Set<number>();
  for (let index = 0; index < data.length;) {
    const command = data[index];
    if (command === 4) {
      index += 1;
    } else if (command === 0 || command === 1) {
      xs.add(Math.round(data[index + 1] ?? 0));
      ys.add(Math.round(data[index + 2] ?? 0));
      index += 3;
    } else {
      return false;
    }
  }
  return xs.size <= 2 && ys.size <= 2;
}
