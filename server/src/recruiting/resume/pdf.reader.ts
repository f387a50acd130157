import { createRequire } from 'node:module';
import path from 'node:path';
import { AppError } from '@zhiyu/contracts/errors';
import {
  getDocument,
  VerbosityLevel,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { GlyphReader } from './pdf-glyphs.js';
import type { Glyph } from './pdf-ink.js';
import { matrixOf } from './pdf-geometry.js';
import { linesOf, runsOf } from './pdf-layout.js';
import { maxPages, maxTextChars, type ReadText } from './limits.js';

const root = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
/** Pictures of at most one pixel are decoded: none. */
const noPictures = 1;
/** Pixels of the largest picture that is decoded when white text may stand on one. */
const somePictures = 12_000_000;

/**
 * Reads the visible text of a PDF, columns one after the other, and apart from it what a reader
 * cannot see. Throws fileEncrypted, fileBroken or fileTooManyPages.
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadText> {
  const document = await open(bytes, noPictures);
  if (document.numPages > maxPages) {
    throw new AppError('fileTooManyPages', { pages: document.numPages, most: maxPages });
  }
  const lines: string[] = [];
  const hidden: string[] = [];
  let length = 0;
  let withPictures: PDFDocumentProxy | null = null;
  for (let number = 1; number <= document.numPages && length < maxTextChars; number += 1) {
    let glyphs = await readPage(document, number);
    if (glyphs.some((glyph) => glyph.hidden === 'colour')) {
      // Perhaps the text stands on a picture: read this page again with its pictures.
      withPictures ??= await open(bytes, somePictures);
      glyphs = await readPage(withPictures, number);
    }
    lines.push(...linesOf(glyphs.filter((glyph) => glyph.hidden === null)));
    hidden.push(...runsOf(glyphs.filter((glyph) => glyph.hidden !== null)));
    length += glyphs.length;
  }
  const text = lines.join('\n');
  const warnings = warningsOf(text, hidden, length >= maxTextChars);
  return { text, hidden, pages: document.numPages, warnings };
}

function warningsOf(text: string, hidden: string[], cut: boolean): string[] {
  const warnings: string[] = [];
  if (text.replace(/\s/g, '').length < 20) {
    warnings.push('PDF 里几乎没有可读的文字，可能是扫描件或图片；请人工查看原件。');
  }
  if (hidden.length > 0) warnings.push('PDF 里有读者看不见的文字，已单独列出，未采用。');
  if (cut) warnings.push('文字过长，只读取了前面的部分。');
  return warnings;
}

async function open(bytes: Uint8Array, maxImageSize: number): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      // pdf.js takes the buffer away from its owner.
      data: bytes.slice(),
      cMapUrl: path.join(root, 'cmaps') + path.sep,
      cMapPacked: true,
      standardFontDataUrl: path.join(root, 'standard_fonts') + path.sep,
      wasmUrl: path.join(root, 'wasm') + path.sep,
      verbosity: VerbosityLevel.ERRORS,
      maxImageSize,
      useSystemFonts: false,
      enableXfa: false,
      isEvalSupported: false,
    }).promise;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw new AppError(name === 'PasswordException' ? 'fileEncrypted' : 'fileBroken');
  }
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<Glyph[]> {
  const page = await pageOf(document, number);
  const operators = await page.getOperatorList();
  const viewport = page.getViewport({ scale: 1 });
  const layers = await document.getOptionalContentConfig();
  const glyphs = new GlyphReader({
    operators,
    base: matrixOf(viewport.transform),
    width: viewport.width,
    height: viewport.height,
    font: (id) => fontOf(page, id),
    layerVisible: (group) => layers.isVisible(group) !== false,
  }).read();
  page.cleanup();
  return glyphs;
}

async function pageOf(document: PDFDocumentProxy, number: number): Promise<PDFPageProxy> {
  try {
    return await document.getPage(number);
  } catch {
    throw new AppError('fileBroken');
  }
}

function fontOf(page: PDFPageProxy, id: string): { fontMatrix?: number[]; vertical?: boolean } {
  const objects: { has: (id: string) => boolean; get: (id: string) => unknown } = page.commonObjs;
  const font = objects.has(id) ? objects.get(id) : null;
  return typeof font === 'object' && font !== null ? font : {};
}
