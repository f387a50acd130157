import PDFDocument from 'pdfkit';
import { fontFile } from '../../platform/drawing/fonts.js';

/** A4 in points, with 15 mm margins. */
const margin = 42.5;
const footHeight = 46;

/** Inks of the design's tokens; readable in grey as well. */
export const inks = {
  ink: '#1f1d1a',
  quiet: '#544f47',
  line: '#d3ccbf',
  track: '#e9e4da',
  accent: '#14615a',
  hold: '#3c558f',
  band: '#c4dad6',
  bandHold: '#cfd6e6',
  marker: '#fbeebf',
} as const;

export interface Style {
  size: number;
  bold?: boolean;
  color?: string;
  align?: 'left' | 'right';
  gap?: number;
}

/** A sheet of A4 with a cursor: text flows down, a new page begins by itself. */
export class Paper {
  readonly doc: PDFKit.PDFDocument;
  readonly left = margin;
  y = margin;
  private readonly chunks: Buffer[] = [];
  private readonly latin: boolean;

  constructor(about: { title: string; lang: string }) {
    this.latin = about.lang !== 'zh' && about.lang !== 'ja';
    this.doc = new PDFDocument({
      size: 'A4',
      margins: { top: margin, bottom: 0, left: margin, right: margin },
      bufferPages: true,
      tagged: true,
      lang: about.lang,
      displayTitle: true,
      info: { Title: about.title, Creator: 'Zhiyu', Producer: 'pdfkit' },
    });
    this.doc.registerFont('regular', fontFile('Regular'));
    this.doc.registerFont('bold', fontFile('Bold'));
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
  }

  get width(): number {
    return this.doc.page.width - 2 * margin;
  }

  /** Where the text of a page ends. */
  get bottom(): number {
    return this.doc.page.height - margin - footHeight;
  }

  /** A new page where less than this is left. */
  room(height: number): void {
    if (this.y + height > this.bottom) {
      this.doc.addPage();
      this.y = margin;
    }
  }

  height(text: string, style: Style, width: number): number {
    this.use(style);
    const shaped = this.shaped(text);
    return this.doc.heightOfString(shaped, { ...this.as(shaped, style), width });
  }

  /** Draws text at a place without moving the cursor. */
  put(text: string, style: Style, at: { x: number; y: number; width: number }): void {
    this.use(style);
    const shaped = this.shaped(text);
    const { width } = at;
    const align = style.align ?? 'left';
    this.doc.text(shaped, at.x, at.y, { ...this.as(shaped, style), width, align });
  }

  /** Text over the whole width that goes on on the next page where it does not fit. */
  flow(text: string, style: Style, indent = 0): void {
    const width = this.width - indent;
    for (let rest = this.shaped(text); rest !== '';) {
      this.room(Math.min(this.height(rest, style, width), 40));
      const piece = this.fitting(rest, style, width);
      this.put(piece, style, { x: this.left + indent, y: this.y, width });
      this.y += this.height(piece, style, width);
      rest = rest.slice(piece.length);
    }
  }

  /** The longest beginning of a text that fits on this page, at least one character. */
  private fitting(text: string, style: Style, width: number): string {
    const fits = (length: number) =>
      this.y + this.height(text.slice(0, length), style, width) <= this.bottom;
    if (fits(text.length)) {
      return text;
    }
    let low = 1;
    let high = text.length;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      [low, high] = fits(middle) ? [middle, high] : [low, middle];
    }
    return text.slice(0, low);
  }

  /** A heading; it stays with at least `keep` points of what follows, and stands in the outline. */
  heading(text: string, keep = 60): void {
    this.y += 12;
    this.room(keep);
    this.doc.outline.addItem(text);
    this.put(text, { size: 12, bold: true }, { x: this.left, y: this.y, width: this.width });
    this.y += 20;
  }

  rule(color: string = inks.line): void {
    this.doc
      .moveTo(this.left, this.y)
      .lineTo(this.left + this.width, this.y)
      .lineWidth(0.6)
      .strokeColor(color)
      .stroke();
  }

  /** Writes the foot of every page and ends the file. */
  end(foot: string[], page: (number: number, of: number) => string): Promise<Buffer> {
    const { start, count } = this.doc.bufferedPageRange();
    for (let at = 0; at < count; at += 1) {
      this.doc.switchToPage(start + at);
      this.y = this.doc.page.height - margin - footHeight + 12;
      this.rule();
      const style = { size: 7.5, color: inks.quiet, gap: 1.5 };
      const text = foot.join('\n');
      this.put(text, style, { x: this.left, y: this.y + 6, width: this.width - 90 });
      const right = { x: this.left + this.width - 90, y: this.y + 6, width: 90 };
      this.put(page(at + 1, count), { ...style, align: 'right' }, right);
    }
    const done = new Promise<Buffer>((resolve) => {
      this.doc.on('end', () => resolve(Buffer.concat(this.chunks)));
    });
    this.doc.end();
    return done;
  }

  /** In a Latin language a wide space parts nothing, and an apostrophe among Chinese signs is as wide as they. */
  private shaped(text: string): string {
    const parted = this.latin ? text.replaceAll('\u3000', ' · ') : text;
    return this.latin && /\p{Script=Han}/u.test(parted) ? parted.replaceAll('’', "'") : parted;
  }

  /** Quotes and apostrophes of Latin text take the room of a letter; those round Chinese words are theirs. */
  private as(text: string, { gap }: Style): PDFKit.Mixins.TextOptions {
    const narrow = this.latin && !/\p{Script=Han}/u.test(text);
    return { lineGap: gap ?? 2, features: narrow ? ['pwid'] : [] };
  }

  private use({ size, bold, color }: Style): void {
    this.doc
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(color ?? inks.ink);
  }
}
