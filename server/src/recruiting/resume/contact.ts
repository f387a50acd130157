import type { Field } from '@zhiyu/contracts/resume';
import { cellsOf, headingOf, linesOf, sectionsOf, type Line } from './sections.js';
import { isPlace } from './words.js';
import { compoundSurnames, singleSurnames } from './surnames.js';

interface Contact {
  name: Field<string> | null;
  phone: Field<string> | null;
  email: Field<string> | null;
}

const mobile = /(?<![\d.-])(?:\(?(?:\+|00)?86\)?[-\s]?)?(1[3-9]\d[-\s.]?\d{4}[-\s.]?\d{4})(?!\d)/;
const mobileOddly = /(?<![\d.-])(1[3-9]\d{2}[-\s.]\d{3}[-\s.]\d{4}|1[3-9]\d{3}[-\s]\d{6})(?!\d)/;
const international =
  /(?<![\d\w])\+\d{1,3}[-\s.]?(?:\(\d{1,4}\)[-\s.]?)?\d{1,4}(?:[-\s.]?\d{2,4}){1,4}(?!\d)/;
const american = /(?<!\d)(?:\(\d{3}\)\s?|\d{3}[-.\s])\d{3}[-.\s]\d{4}(?!\d)/;
/** A number with a trunk 0: 0571-88886666, 07700 900456. */
const national = /(?<![\d.-])0\d{2,4}[-\s]\d{3,8}(?:[-\s]\d{3,4})?(?![\d.-])/;
const labelled =
  /(?:电\s*话|手\s*机|联系方式|座机|tel(?:ephone)?|phone|mobile|cell)[^\d+(\n]{0,8}([+(]?\d[\d\s()+-]{5,18}\d)/i;
const address =
  /[A-Za-z0-9](?:[A-Za-z0-9._%+-]*[A-Za-z0-9_-])?\s?@\s?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,12}/;

/** Name, telephone and mail of a résumé. A Chinese mobile number is given as its eleven digits. */
export function readContact(text: string): Contact {
  const lines = linesOf(text);
  return { name: readName(text, lines), phone: readPhone(lines), email: readEmail(lines) };
}

function readEmail(lines: Line[]): Field<string> | null {
  const match = firstMatch(lines, address);
  if (match === null) return null;
  const value = match.text.replace(/\s/g, '');
  return { value, span: match.span, confidence: value === match.text ? 0.98 : 0.7 };
}

function readPhone(lines: Line[]): Field<string> | null {
  const chinese = firstMatch(lines, mobile) ?? firstMatch(lines, mobileOddly);
  if (chinese !== null) {
    const value = chinese.text.replace(/\D/g, '').slice(-11);
    return { value, span: chinese.span, confidence: 0.97 };
  }
  const ways: [RegExp, number][] = [
    [international, 0.92],
    [labelled, 0.85],
    [american, 0.85],
    [national, 0.7],
  ];
  for (const [pattern, confidence] of ways) {
    const match = firstMatch(lines, pattern);
    if (match !== null) return { value: match.text.trim(), span: match.span, confidence };
  }
  return null;
}

function firstMatch(lines: Line[], pattern: RegExp) {
  for (const line of lines) {
    const match = pattern.exec(line.text);
    if (match === null) continue;
    const text = match[1] ?? match[0];
    const start = line.start + match.index + match[0].lastIndexOf(text);
    return { text, span: { start, end: start + text.length, line: line.no } };
  }
  return null;
}

const nameLabel =
  /(?:^|[\s|｜,，;；])(?:姓\s*名|中文名|(?:full\s+)?name)\s*[：:]\s*([^\s|｜,，;；\d][^|｜,，;；\t\d]*)/i;
const chineseName = /^[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){1,3}$/;
const minorityName = /^[\u4e00-\u9fff]{2,6}[·•][\u4e00-\u9fff]{2,8}$/;
const latinName =
  /^(?:(?:Mr|Ms|Mrs|Dr)\.?\s+)?[A-ZÀ-Þ][\p{L}'’-]*\.?(?:\s+(?:(?:de|van|von|der|da|bin|al|la|le|di)\s+)*[A-ZÀ-Þ][\p{L}'’-]*\.?){1,3}$/u;
const titleWords =
  /简历|求职|个人|岗位|应聘|学院|大学|公司|银行|经理|工程师|专员|助理|销售|运营|主管|会计|出纳|店员|柜员|导购|顾问|分析|设计|开发|男|女|汉族|党员|本科|硕士|大专|博士|高中|中专|已婚|未婚|技能|电话|邮箱|地址|籍贯/;
const latinWords =
  /\b(?:resume|curriculum|vitae|cv|engineer|manager|developer|analyst|university|college|street|road|avenue|email|phone|address|profile|summary|designer|consultant|sales|assistant|associate|teller|teacher|accountant|specialist|director|intern|scientist|student|software|data|senior|junior|product|marketing|china|united|states|kingdom)\b/i;

function readName(text: string, lines: Line[]): Field<string> | null {
  const labelled = labelledName(lines);
  if (labelled !== null) return labelled;
  const head = nameAtHead(text);
  return head !== null && head.confidence > 0.6 ? head : (nameElsewhere(lines) ?? head);
}

function labelledName(lines: Line[]): Field<string> | null {
  for (const line of lines) {
    const after = nameLabel.exec(line.text)?.[1] ?? '';
    const raw = after.replace(/(?:\s{2,}|\s(?=\S{1,6}[：:])).*$/, '').trim();
    if (raw === '') continue;
    const value = tidyChinese(raw);
    const known = /^[\u4e00-\u9fff·]{2,12}$/.test(value) || latinName.test(value);
    const cut = known ? value : value.slice(0, 40);
    return made(line, raw, cut, known ? 0.97 : 0.6);
  }
  return null;
}

/** Names stand above the first heading of a section; the nearer to the top, the surer. */
function nameAtHead(text: string): Field<string> | null {
  const sections = sectionsOf(text);
  const head = sections[0]?.lines.slice(0, 12) ?? [];
  const basic = sections[1]?.kind === 'other' ? sections[1].lines.slice(0, 6) : [];
  const candidates = [...head, ...basic].flatMap((line, place) =>
    nameCells(line).map((cell) => ({ ...cell, line, place })),
  );
  const latin = (text.match(/[\u4e00-\u9fff]/g) ?? []).length < text.length * 0.1;
  const best = candidates
    .map((cell) => ({
      cell,
      sure:
        nameSureness(cell.text) - cell.place * 0.02 + (latin && /^[A-Z]/.test(cell.text) ? 0.1 : 0),
    }))
    .filter(({ sure }) => sure > 0.3)
    .sort((a, b) => b.sure - a.sure)[0];
  if (best === undefined) return null;
  const { line, text: raw } = best.cell;
  return made(line, raw, tidyName(raw), Math.min(0.95, Math.max(0.4, best.sure)));
}

/** In a page of two columns the name may come after the narrow one. */
function nameElsewhere(lines: Line[]): Field<string> | null {
  for (const line of lines) {
    const raw = line.text.trim();
    if (nameSureness(raw) >= 0.85 && headingOf(raw) === null) {
      return made(line, raw, tidyName(raw), 0.5);
    }
  }
  return null;
}

function nameCells(line: Line) {
  const cleaned = line.text
    .replace(/(?:个人|求职)?\s*简\s*历|求职信|的(?=\s*$)|resume|curriculum vitae|\bCV\b/gi, (w) =>
      '\t'.repeat(w.length),
    )
    .replace(/[—–_:：()（）,，、/]/g, '\t');
  const cells = cellsOf({ ...line, text: cleaned });
  // 张三 男 25岁: single blanks part the cells too, but 张 三 is one name.
  const parts = cells.flatMap((cell) =>
    chineseName.test(cell.text) ? [cell] : [cell, ...cellsOf(cell, /\s+/g)],
  );
  return parts.map((cell) => ({ ...cell, text: cell.text.replace(/的$/, '') }));
}

function nameSureness(raw: string): number {
  const text = raw.replace(/\s/g, '');
  if (headingOf(raw) !== null || isPlace(raw)) return 0;
  if (minorityName.test(raw)) return 0.85;
  if (chineseName.test(raw)) return chineseSureness(text);
  if (!latinName.test(raw) || latinWords.test(raw) || raw.length > 40) return 0;
  return raw.split(/\s+/).length <= 3 ? 0.86 : 0.7;
}

function chineseSureness(text: string): number {
  if (titleWords.test(text)) return 0;
  if (compoundSurnames.has(text.slice(0, 2)) && text.length >= 3) return 0.95;
  if (!singleSurnames.has(text.slice(0, 1))) return text.length <= 3 ? 0.45 : 0;
  return text.length <= 3 ? 0.93 : 0.4;
}

function tidyChinese(raw: string): string {
  return chineseName.test(raw) ? raw.replace(/\s/g, '') : raw;
}

function tidyName(raw: string): string {
  if (chineseName.test(raw)) return tidyChinese(raw);
  const capitals = raw === raw.toUpperCase();
  if (!capitals) return raw;
  return raw.replace(/[\p{L}]+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}

function made(line: Line, raw: string, value: string, confidence: number): Field<string> {
  const at = Math.max(0, line.text.indexOf(raw));
  const start = line.start + at;
  const span = { start, end: start + raw.length, line: line.no };
  return { value, span, confidence: Math.round(confidence * 100) / 100 };
}
