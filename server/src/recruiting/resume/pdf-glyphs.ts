import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PaintedPage } from './pdf-canvas.js';
import {
  fills,
  freshInk,
  inksOf,
  isRectangle,
  type Glyph,
  type Hidden,
  type Ink,
  type PageSource,
} from './pdf-ink.js';
import {
  boxAfter,
  colourOf,
  identity,
  intersect,
  matrixOf,
  multiply,
  numbersOf,
  place,
  type Box,
  type Colour,
  type Matrix,
} from './pdf-geometry.js';

/** Text smaller than this many points is not read by anybody. */
const smallestSize = 2;

/**
 * Follows the operators of a page as a viewer would (ISO 32000-1, 8.4 and 9.3) and returns every
 * character with its place and, where a reader could not see it, the reason.
 */
export class GlyphReader {
  private readonly painted = new PaintedPage();
  private readonly glyphs: Glyph[] = [];
  private readonly stack: Ink[] = [];
  private readonly layers: boolean[] = [];
  private ink: Ink;
  private clipNext = false;
  private order = 0;

  constructor(private readonly page: PageSource) {
    this.ink = freshInk(page.base, [0, 0, page.width, page.height]);
  }

  read(): Glyph[] {
    const { fnArray, argsArray } = this.page.operators;
    fnArray.forEach((operator, index) => {
      this.order = index;
      const args = argsArray[index];
      this.steps.get(operator)?.(Array.isArray(args) ? args : []);
    });
    return this.glyphs.map((glyph) => ({
      ...glyph,
      hidden: glyph.hidden ?? this.lookAgain(glyph),
    }));
  }

  private readonly steps = new Map<number, (args: unknown[]) => void>([
    [OPS.save, () => this.stack.push({ ...this.ink })],
    [OPS.restore, () => this.restore()],
    [OPS.transform, (args) => this.transform(args)],
    [OPS.setGState, (args) => this.graphicsState(args[0])],
    [OPS.setFillRGBColor, (args) => (this.ink.fill = colourOf(args[0]))],
    [OPS.setStrokeRGBColor, (args) => (this.ink.stroke = colourOf(args[0]))],
    [OPS.setFillColorN, () => (this.ink.fill = null)],
    [OPS.setStrokeColorN, () => (this.ink.stroke = null)],
    [OPS.clip, () => (this.clipNext = true)],
    [OPS.eoClip, () => (this.clipNext = true)],
    [OPS.constructPath, (args) => this.path(args)],
    [OPS.shadingFill, () => this.area(this.ink.clip, null, true)],
    [OPS.paintImageXObject, () => this.area(boxAfter(this.ink.ctm, [0, 0, 1, 1]), null, true)],
    [
      OPS.paintInlineImageXObject,
      () => this.area(boxAfter(this.ink.ctm, [0, 0, 1, 1]), null, true),
    ],
    [OPS.paintFormXObjectBegin, (args) => this.form(args)],
    [OPS.paintFormXObjectEnd, () => this.restore()],
    [OPS.beginGroup, (args) => this.group(args[0])],
    [OPS.endGroup, () => this.restore()],
    [OPS.beginAnnotation, (args) => this.annotation(args)],
    [OPS.endAnnotation, () => this.restore()],
    [OPS.beginMarkedContent, () => this.layers.push(true)],
    [OPS.beginMarkedContentProps, (args) => this.layer(args)],
    [OPS.endMarkedContent, () => this.layers.pop()],
    [OPS.beginText, () => this.startText(identity)],
    [OPS.setTextMatrix, (args) => this.startText(matrixOf(args[0] ?? args))],
    [OPS.setFont, (args) => this.font(args)],
    [OPS.setCharSpacing, (args) => (this.ink.charSpace = Number(args[0]))],
    [OPS.setWordSpacing, (args) => (this.ink.wordSpace = Number(args[0]))],
    [OPS.setHScale, (args) => (this.ink.scale = Number(args[0]) / 100)],
    [OPS.setLeading, (args) => (this.ink.leading = -Number(args[0]))],
    [OPS.setTextRise, (args) => (this.ink.rise = Number(args[0]))],
    [OPS.setTextRenderingMode, (args) => (this.ink.mode = Number(args[0]))],
    [OPS.moveText, (args) => this.moveText(Number(args[0]), Number(args[1]))],
    [OPS.nextLine, () => this.moveText(0, this.ink.leading)],
    [OPS.showText, (args) => this.show(args[0])],
  ]);

  private restore(): void {
    this.ink = this.stack.pop() ?? this.ink;
  }

  private transform(args: unknown): void {
    this.ink.ctm = multiply(this.ink.ctm, matrixOf(args));
  }

  private graphicsState(states: unknown): void {
    if (!Array.isArray(states)) return;
    for (const [key, value] of states as [string, unknown][]) {
      if (key === 'ca') this.ink.fillAlpha = Number(value);
      if (key === 'CA') this.ink.strokeAlpha = Number(value);
      if (key === 'BM') this.ink.blendMode = String(value);
      if (key === 'Font' && Array.isArray(value)) this.font(value);
    }
  }

  private path(args: unknown[]): void {
    const bounds = numbersOf(args[2]);
    const data: unknown = Array.isArray(args[1]) ? args[1][0] : null;
    if (bounds.length === 4 && data !== null) {
      const box = boxAfter(this.ink.ctm, bounds);
      if (fills.has(Number(args[0]))) this.area(box, this.ink.fill, isRectangle(numbersOf(data)));
      if (this.clipNext) this.ink.clip = intersect(this.ink.clip, box);
    } else if (this.clipNext) {
      this.ink.clip = [0, 0, 0, 0];
    }
    this.clipNext = false;
  }

  private area(box: Box, colour: Colour, rectangle: boolean): void {
    if (this.layers.includes(false)) return;
    const { clip, fillAlpha: alpha, blendMode } = this.ink;
    const plain = blendMode === 'source-over' || blendMode === 'Normal';
    const seen = plain ? colour : null;
    this.painted.add({
      box: intersect(clip, box),
      colour: seen,
      alpha,
      order: this.order,
      rectangle,
    });
  }

  private form(args: unknown[]): void {
    this.stack.push({ ...this.ink });
    this.transform(args[0]);
    this.clipTo(args[1]);
  }

  private group(value: unknown): void {
    this.stack.push({ ...this.ink });
    const group = value as { matrix?: unknown; bbox?: unknown } | null;
    this.transform(group?.matrix);
    this.clipTo(group?.bbox);
  }

  private annotation(args: unknown[]): void {
    this.stack.push({ ...this.ink });
    this.ink = freshInk(this.page.base, [0, 0, this.page.width, this.page.height]);
    this.transform(args[2]);
    this.transform(args[3]);
  }

  private clipTo(box: unknown): void {
    const corners = numbersOf(box);
    if (corners.length !== 4) return;
    this.ink.clip = intersect(this.ink.clip, boxAfter(this.ink.ctm, corners));
  }

  private layer(args: unknown[]): void {
    this.layers.push(args[0] !== 'OC' || this.page.layerVisible(args[1]));
  }

  private startText(matrix: Matrix): void {
    this.ink.text = matrix;
    Object.assign(this.ink, { x: 0, y: 0, lineX: 0, lineY: 0 });
  }

  private moveText(x: number, y: number): void {
    this.ink.x = this.ink.lineX += x;
    this.ink.y = this.ink.lineY += y;
  }

  private font(args: unknown[]): void {
    this.ink.font = this.page.font(String(args[0]));
    this.ink.size = Number(args[1]);
  }

  private show(value: unknown): void {
    if (!Array.isArray(value)) return;
    for (const part of value as unknown[]) {
      if (typeof part === 'number') this.advance((-part * this.ink.size) / 1000);
      else if (typeof part === 'object' && part !== null) this.glyph(part);
    }
  }

  private glyph(value: { unicode?: unknown; width?: unknown; isSpace?: unknown }): void {
    const { ink } = this;
    const text = typeof value.unicode === 'string' ? value.unicode : '';
    const unit = ink.font.vertical === true ? 0.001 : (ink.font.fontMatrix?.[0] ?? 0.001);
    const width = (ink.font.vertical === true ? 1000 : Number(value.width)) * unit * ink.size;
    const matrix = multiply(ink.ctm, ink.text);
    const [x, y] = place(matrix, ink.x, ink.y + ink.rise);
    const [endX, endY] = place(matrix, ink.x + width * ink.scale, ink.y + ink.rise);
    const size = Math.hypot(matrix[2], matrix[3]) * Math.abs(ink.size);
    const slant = Math.abs(endY - y) > Math.abs(endX - x) * 0.1 + 0.01;
    const level = !slant && endX >= x;
    const glyph = { text, x, y, width: Math.abs(endX - x), size, order: this.order, level };
    this.glyphs.push({ ...glyph, hidden: this.hidden(glyph) });
    const space = ink.charSpace + (value.isSpace === true ? ink.wordSpace : 0);
    this.advance(ink.font.vertical === true ? -width - space : width + space);
  }

  private advance(by: number): void {
    if (this.ink.font.vertical === true) this.ink.y += by;
    else this.ink.x += by * this.ink.scale;
  }

  private hidden(glyph: Omit<Glyph, 'hidden'>): Hidden | null {
    const { clip } = this.ink;
    const inks = inksOf(this.ink);
    if (inks.length === 0) return 'mode';
    if (this.layers.includes(false)) return 'layer';
    if (inks.every(({ alpha }) => alpha < 0.08)) return 'transparent';
    if (glyph.size < smallestSize) return 'tiny';
    const middle = middleOf(glyph);
    if (outside([0, 0, this.page.width, this.page.height], middle)) return 'offPage';
    if (outside(clip, middle)) return 'clipped';
    const blends = inks.every(({ colour }) => this.painted.blendsIn(middle, this.order, colour));
    return blends ? 'colour' : null;
  }

  /** What was painted over a text afterwards is only known at the end of the page. */
  private lookAgain(glyph: Glyph): Hidden | null {
    return this.painted.covered(middleOf(glyph), glyph.order) ? 'covered' : null;
  }
}

function middleOf(glyph: Omit<Glyph, 'hidden'>): readonly [number, number] {
  return [glyph.x + glyph.width / 2, glyph.y - glyph.size * 0.35];
}

function outside(box: Box, point: readonly [number, number]): boolean {
  const [x, y] = point;
  return x < box[0] - 1 || x > box[2] + 1 || y < box[1] - 1 || y > box[3] + 1;
}
