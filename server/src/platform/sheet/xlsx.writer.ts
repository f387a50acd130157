import { strToU8, zipSync } from 'fflate';
import type { Cell } from './csv.writer.js';

export interface Sheet {
  /** At most 31 characters, none of `[]:*?/\`. */
  name: string;
  /** The first row is the head: bold, and it stays in sight. */
  rows: readonly (readonly Cell[])[];
  /** Of each column, in characters. */
  widths: readonly number[];
}

const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML cannot hold go. */
function xmlText(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (one) => escapes[one] ?? one);
}

function columnName(index: number): string {
  const before = index < 26 ? '' : columnName(Math.floor(index / 26) - 1);
  return before + String.fromCharCode(65 + (index % 26));
}

/** Text is an inline string: no program takes it for a formula, whatever it begins with. */
function cellOf(cell: Cell, at: string, style: number): string {
  if (cell === null) return '';
  return typeof cell === 'number'
    ? `<c r="${at}" s="${style}"><v>${cell}</v></c>`
    : `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`;
}

function sheetXml({ rows, widths }: Sheet): string {
  const columns = widths
    .map((width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const lines = rows.map((row, y) => {
    const cells = row.map((cell, x) => cellOf(cell, `${columnName(x)}${y + 1}`, y === 0 ? 1 : 0));
    return `<row r="${y + 1}">${cells.join('')}</row>`;
  });
  const frozen =
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';
  return `${declared}<worksheet xmlns="${main}"><sheetViews>${frozen}</sheetViews><cols>${columns}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

const styles = `${declared}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;

function typesXml(sheets: readonly Sheet[]): string {
  const parts = sheets.map(
    (_, n) =>
      `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="${kind}.worksheet+xml"/>`,
  );
  return `${declared}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/>${parts.join('')}</Types>`;
}

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
}

function relationsXml(relations: readonly string[]): string {
  return `${declared}<Relationships xmlns="${packaged}/relationships">${relations.join('')}</Relationships>`;
}

/** Tables as a workbook (ECMA-376), without formulas, links, macros or who made it. */
export function xlsxOf(sheets: readonly Sheet[]): Buffer {
  const listed = sheets.map(
    ({ name }, n) => `<sheet name="${xmlText(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`,
  );
  const related = sheets.map((_, n) =>
    relation(n + 1, 'worksheet', `worksheets/sheet${n + 1}.xml`),
  );
  const parts: Record<string, string> = {
    '[Content_Types].xml': typesXml(sheets),
    '_rels/.rels': relationsXml([relation(1, 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${declared}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsXml([
      ...related,
      relation(sheets.length + 1, 'styles', 'styles.xml'),
    ]),
    'xl/styles.xml': styles,
    ...Object.fromEntries(
      sheets.map((sheet, n) => [`xl/worksheets/sheet${n + 1}.xml`, sheetXml(sheet)]),
    ),
  };
  const bytes = Object.fromEntries(
    Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]),
  );
  return Buffer.from(zipSync(bytes, { mtime: '2020-01-01' }));
}
