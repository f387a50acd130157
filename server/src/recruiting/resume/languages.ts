import type { Field } from '@zhiyu/contracts/resume';
import { languageCodesOf, languagesIn } from './language-words.js';
import { cellsOf, type Cell, type Line, type Section } from './sections.js';

const levelAfter =
  /^(?:\s*[(（:：]?\s*(?:native|fluent|proficient|advanced|intermediate|basic|beginner|conversational|professional|working|full|bilingual|limited|elementary|mother tongue|[abc][12]|cet|ielts|toefl|toeic|jlpt|n[1-5]|母语|流利|精通|熟练|良好|一般|四级|六级|专业|日常|普通话|二级|一级|三级))/i;

export function looksLikeLanguage(text: string): boolean {
  return languageCodesOf(text).length > 0 || levelAfter.test(text);
}

/**
 * Languages with the level as written: everything in a language section, and elsewhere only what is
 * clearly about the person's own language (a certificate, a label, a level).
 */
export function readLanguages(sections: Section[]): Field<string>[] {
  const found: Field<string>[] = [];
  const seen = new Set<string>();
  const add = (line: Line, cell: Cell, confidence: number): void => {
    const codes = languageCodesOf(cell.text);
    if (codes.length === 0 || codes.every((code) => seen.has(code))) return;
    codes.forEach((code) => seen.add(code));
    const span = { start: cell.start, end: cell.end, line: line.no };
    found.push({ value: cell.text, span, confidence });
  };
  const inOrder = [...sections].sort((a, b) => weight(a) - weight(b));
  for (const section of inOrder) {
    const sure = section.kind === 'language' ? 0.95 : 0.75;
    const lines = section.lines.filter((line) => isAboutLanguage(line.text, section));
    for (const line of lines) {
      for (const cell of languageCells(line)) add(line, cell, sure);
    }
  }
  return found;
}

function weight(section: Section): number {
  return section.kind === 'language' ? 0 : section.kind === 'skill' ? 1 : 2;
}

const certificate =
  /CET\s*-?\s*[46]|[四六]级|TEM\s*-?\s*[48]|雅思|IELTS|托福|TOEFL|TOEIC|JLPT|BEC|HSK|DELF|TOPIK|普通话(?:水平)?[一二三]级|普通话证书/i;
const level =
  /母语|流利|流畅|熟练|精通|良好|标准|听说读写|口语|工作语言|水平|\b(?:native|fluent|proficient|conversational|intermediate|bilingual|mother tongue)\b/i;
const label = /(?:^|\s|•)(?:语言|外语|英语|languages?)(?:能力|水平|技能)?\s*[：:]/i;

function isAboutLanguage(text: string, section: Section): boolean {
  if (languageCodesOf(text).length === 0) return false;
  if (section.kind === 'language') return true;
  if (label.test(text) || certificate.test(text)) return true;
  const personal = section.kind === 'skill' || section.kind === 'other' || section.kind === 'head';
  return personal && level.test(text);
}

/** One cell per language; a sentence about one language stays together with its certificates. */
function languageCells(line: Line): Cell[] {
  const skip =
    /^[\s•●·*-]*(?:(?:语言|外语|languages?)(?:能力|水平|技能)?\s*[：:])?\s*/i.exec(line.text)?.[0]
      .length ?? 0;
  const body: Cell = { text: line.text.slice(skip), start: line.start + skip, end: line.end };
  return cellsOf(body, /[;；。|｜/]|\s{2,}|\t|\s[·•–—-]\s(?=[A-Z]\w+\s*[(（])/g)
    .flatMap((cell) => {
      const parts = byLanguage(cell);
      return parts.map((part) => onlyAbout(part, parts.length > 1));
    })
    .filter((cell) => languageCodesOf(cell.text).length > 0)
    .map((cell) => (cell.text.length > 60 ? shorten(cell) : cell));
}

/** Cut where another language begins: 英语 CET-6，日语 N2; 英语六级日语N2; English C1 and French B2. */
function byLanguage(cell: Cell): Cell[] {
  const mentions = languagesIn(cell.text);
  const outside = mentions.filter(({ at }) => depthAt(cell.text, at) === 0);
  const named = outside.length > 0 ? outside : mentions;
  const turns = named.filter(({ code }, index) => index > 0 && code !== named[index - 1]?.code);
  const cuts = [0, ...turns.map(({ at }) => beforeWord(cell.text, at)), cell.text.length];
  return cuts.slice(1).flatMap((to, index) => {
    const from = cuts[index] ?? 0;
    return cellsOf({ ...cell, text: cell.text.slice(from, to), start: cell.start + from }, around);
  });
}

/** What may stand between two languages and belongs to neither. */
const around = /^[\s,，、:：]+|(?:[\s,，、(（]|\s(?:and|和)|和|与|及)+$/gi;

/** How many brackets are open there: `英语（可用英文和日文写邮件）` is about English. */
function depthAt(text: string, at: number): number {
  const before = text.slice(0, at);
  const opened = before.match(/[(（]/g)?.length ?? 0;
  return Math.max(0, opened - (before.match(/[)）]/g)?.length ?? 0));
}

/** A word before the language that says how well: 流利的日语, Fluent French. */
function beforeWord(text: string, at: number): number {
  const word =
    /(?:流利|熟练|精通|良好|标准|基础)的?$|\b(?:fluent|native|basic|conversational|intermediate|advanced)(?: in)? $/i;
  return at - (word.exec(text.slice(0, at))?.[0].length ?? 0);
}

/** Words that go with a language after its name. */
const about =
  /交流|沟通|会话|阅读|书写|写作|听说|读写|日常|商务|笔译|口译|[一二三四六八]级|[甲乙]等|分$|^\d{2,3}$|^[abc][12]$|^n[1-5]$/i;

/** From 会计证、CET-6、计算机二级 the part about the language, with the level words after it. */
function onlyAbout(cell: Cell, among: boolean): Cell {
  if (/[(（]/.test(cell.text)) return cell;
  const parts = cellsOf(cell, /[、,，]/g);
  const names = (part: Cell): boolean => languageCodesOf(part.text).length > 0;
  const from = parts.findIndex(names);
  const stranger = parts.findIndex(
    (part, index) =>
      index > from &&
      !names(part) &&
      (/证|计算机|office/i.test(part.text) ||
        (among && !level.test(part.text) && !about.test(part.text))),
  );
  const first = parts[from];
  const last = parts[stranger < 0 ? parts.length - 1 : stranger - 1];
  if (first === undefined || last === undefined) return cell;
  const text = cell.text.slice(first.start - cell.start, last.end - cell.start);
  return { text, start: first.start, end: last.end };
}

function shorten(cell: Cell): Cell {
  const codes = languageCodesOf(cell.text);
  const parts = cellsOf(cell, /[,，、]/g).filter((part) => languageCodesOf(part.text).length > 0);
  const first = parts[0] ?? cell;
  const same = languageCodesOf(first.text).join() === codes.join();
  return same || parts.length === 1
    ? first
    : { ...cell, text: cell.text.slice(0, 60), end: cell.start + 60 };
}
