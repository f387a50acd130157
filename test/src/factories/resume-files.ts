import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import PDFDocument from 'pdfkit';
import { cjkFont } from '../harness/machine.js';

/** A text at a place of a PDF page, x and y in points from the top left (A4: 595 x 842). */
export interface PlacedText {
  x: number;
  y: number;
  text: string;
  size?: number;
  /** Red, green, blue 0-1. */
  colour?: [number, number, number];
  /** Text rendering mode of PDF; 3 = invisible. */
  mode?: number;
}

interface SongPdf {
  items: PlacedText[];
  /** PDF operators drawn before the text, e.g. a dark panel. */
  before?: string;
  after?: string;
}

function operatorsOf(item: PlacedText): string {
  const hex = Buffer.from(item.text, 'utf16le').swap16().toString('hex');
  const colour = (item.colour ?? [0, 0, 0]).join(' ');
  const place = `1 0 0 1 ${String(item.x)} ${String(842 - item.y)} Tm`;
  const mode = String(item.mode ?? 0);
  return `BT ${colour} rg ${mode} Tr /F1 ${String(item.size ?? 10.5)} Tf ${place} <${hex}> Tj ET`;
}

/** A PDF that names STSong-Light with UniGB-UCS2-H and embeds no font, as many Chinese tools write it. */
export function songPdf({ items, before = '', after = '' }: SongPdf): Uint8Array {
  const content = [before, ...items.map(operatorsOf), after].join('\n');
  return pdfFrom([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R /DW 1000 /W [814 939 500] >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ]);
}

/** A PDF with this many empty pages. */
export function longPdf(pages: number): Uint8Array {
  const kids = Array.from({ length: pages }, (_, index) => `${String(index + 3)} 0 R`).join(' ');
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';
  return pdfFrom([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${String(pages)} >>`,
    ...Array.from({ length: pages }, () => page),
  ]);
}

function pdfFrom(objects: string[]): Uint8Array {
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = String(objects.length + 1);
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}`;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${String(body.length)}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(body + table + end, 'latin1'));
}

/** A PDF drawn with pdfkit; `cjk` embeds the system's CJK font. */
export function drawnPdf(
  draw: (page: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions & { cjk?: boolean } = {},
): Promise<Uint8Array> {
  const { cjk, ...rest } = options;
  const document = new PDFDocument({ size: 'A4', margin: 50, ...rest });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  if (cjk === true) document.font(cjkFont, 'WenQuanYiMicroHei');
  draw(document);
  return new Promise((resolve) => {
    document.on('end', () => {
      resolve(Uint8Array.from(Buffer.concat(chunks)));
    });
    document.end();
  });
}

/** A DOCX of paragraphs (a string) and table rows (a list of strings); `hidden` is vanished text. */
export async function wordFile(
  content: (string | string[][])[],
  hidden?: string,
): Promise<Uint8Array> {
  const paragraph = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] });
  const table = (rows: string[][]): Table =>
    new Table({
      rows: rows.map(
        (cells) =>
          new TableRow({
            children: cells.map(
              (cell) => new TableCell({ children: cell.split('\n').map(paragraph) }),
            ),
          }),
      ),
    });
  const children = content.map((part) =>
    typeof part === 'string' ? paragraph(part) : table(part),
  );
  if (hidden !== undefined) {
    children.push(new Paragraph({ children: [new TextRun({ text: hidden, vanish: true })] }));
  }
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  return Uint8Array.from(bytes);
}

/** The first bytes of an OLE container that holds an encrypted Word document. */
export function encryptedWordFile(): Uint8Array {
  const bytes = Buffer.alloc(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from('EncryptedPackage', 'utf16le'), 1024);
  return Uint8Array.from(bytes);
}
