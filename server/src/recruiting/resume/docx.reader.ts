import { AppError } from '@zhiyu/contracts/errors';
import { strFromU8, strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { unpackParts } from '../../platform/reading/unpack.js';
import { zipLimits, type ReadText } from './limits.js';

/** Parts that carry text or that mammoth needs to read it; pictures and fonts stay packed. */
const wanted =
  /^(\[Content_Types\]\.xml|_rels\/.*|word\/(document|styles|numbering|footnotes|endnotes|header\d*)\.xml|word\/_rels\/.*)$/;

/**
 * Reads a DOCX: its page header first (many résumés keep name and phone there), then paragraphs and
 * table rows, one line each. Throws fileBomb, fileEncrypted or fileBroken.
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadText> {
  const parts = unpackParts(bytes, wanted, zipLimits);
  const main = parts['word/document.xml'];
  if (main === undefined) throw new AppError('fileBroken');
  const { xml, hidden } = withoutHidden(strFromU8(main));
  const headers = Object.entries(parts)
    .filter(([name]) => name.startsWith('word/header'))
    .map(([, part]) => plainParagraphs(strFromU8(part)));
  const clean = zipSync({ ...parts, 'word/document.xml': strToU8(xml) }, { level: 0 });
  const body = await htmlOf(clean);
  const text = [...new Set(headers.flat()), textOfHtml(body)].filter((t) => t !== '').join('\n');
  const warnings: string[] = [];
  if (text.trim().length < 20) {
    warnings.push('文档里几乎没有可读的文字，可能是图片；请人工查看原件。');
  }
  if (hidden.length > 0) warnings.push('文档里有读者看不见的文字，已单独列出，未采用。');
  return { text, hidden, pages: 1, warnings };
}

/** Takes out runs that Word does not show: hidden, white on a white page, or under one point. */
function withoutHidden(xml: string): { xml: string; hidden: string[] } {
  const hidden: string[] = [];
  const shaded = /<w:shd [^>]*w:fill="(?!auto|FFFFFF)[^"]*"|<wps:|<v:shape|<w:background/i.test(
    xml,
  );
  const clean = xml.replace(/<w:r(?: [^>]*)?>(?:(?!<w:r[ >]).)*?<\/w:r>/gs, (run) => {
    const properties = /<w:rPr>(.*?)<\/w:rPr>/s.exec(run)?.[1] ?? '';
    const vanished = /<w:vanish(?: w:val="(?:1|true|on)")?\s*\/>/.test(properties);
    const white = !shaded && /<w:color [^>]*w:val="FFFFFF"/i.test(properties);
    const tiny = /<w:sz w:val="[1-3]"\s*\/>/.test(properties);
    const text = runText(run).trim();
    if (!(vanished || white || tiny) || text === '') return run;
    hidden.push(text);
    return '';
  });
  return { xml: clean, hidden };
}

function runText(xml: string): string {
  return [...xml.matchAll(/<w:(?:t(?: [^>]*)?>([^<]*)<|tab\s*\/>)/g)]
    .map((match) => decodeEntities(match[1] ?? '  '))
    .join('');
}

function plainParagraphs(xml: string): string[] {
  return xml
    .split('</w:p>')
    .map((paragraph) => runText(paragraph).trim())
    .filter((line) => line !== '');
}

async function htmlOf(bytes: Uint8Array): Promise<string> {
  const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
  try {
    const result = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage, ignoreEmptyParagraphs: false },
    );
    return result.value;
  } catch {
    throw new AppError('fileBroken');
  }
}

/** Cells of a row stand in one line, two spaces apart, unless a cell is a text of its own. */
function textOfHtml(html: string): string {
  const rows = html.replace(/<tr[^>]*>((?:(?!<tr[ >]).)*?)<\/tr>/gs, (_row, inner: string) => {
    const cells = inner.split(/<\/t[dh]>/).map((cell) => linesOfBlock(cell));
    const short = cells.every((lines) => lines.length <= 1);
    const joined = short ? cells.map((lines) => lines[0] ?? '').filter((c) => c !== '') : null;
    const lines = joined === null ? rowLines(cells) : [joined.join('  ')];
    return `<p>${lines.join('<br />')}</p>`;
  });
  return decodeEntities(linesOfBlock(rows).join('\n'));
}

/** A cell with several lines: single-line cells before it are its head. */
function rowLines(cells: string[][]): string[] {
  const head: string[] = [];
  const rest: string[] = [];
  for (const lines of cells) {
    if (lines.length <= 1 && rest.length === 0) head.push(...lines);
    else rest.push(...lines);
  }
  return head.length === 0 ? rest : [head.join('  '), ...rest];
}

function linesOfBlock(html: string): string[] {
  return html
    .replace(/\t/g, '  ')
    .replace(/<li[^>]*>/g, '\n• ')
    .replace(
      /<br\s*\/?>|<\/?(?:p|h[1-6]|ul|ol|li|table|tbody|thead|tr|td|th|div)(?: [^>]*)?>/g,
      '\n',
    )
    .replace(/<[^>]+>/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '•');
}

function decodeEntities(text: string): string {
  const named: Record<string, string> = {
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    amp: '&',
    nbsp: ' ',
  };
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (typeof decimal === 'string') return String.fromCodePoint(Number(decimal));
    if (typeof hex === 'string') return String.fromCodePoint(parseInt(hex, 16));
    return named[String(name)] ?? whole;
  });
}
