import { readDates } from './dates.js';
import { companyScore, titleScore } from './words.js';
import { cellsOf, isBullet, type Line } from './sections.js';

/** One job or project: the lines that name it and the lines that tell about it. */
export interface Entry {
  head: Line[];
  body: Line[];
}

const entryLabel =
  /^\W*(?:公司|单位|企业|工作单位|公司名称|单位名称|项目名称|项目[一二三四五六七八九十\d]{1,2}|课题|company|employer|project(?: name)?)\s*[一二三四五六\d]?\s*[：:]/i;
const headLabel =
  /^\W*(?:公司|单位|企业|工作单位|实习单位|职位|岗位|职务|部门|所在部门|担任|角色|项目角色|项目名称|时间|工作时间|项目时间|在职时间|任职时间|起止时间|地点|工作地点|position|title|company|role|location|date)(?:名称)?\s*[：:]/i;

/**
 * Cuts a section into entries. The line with the dates anchors an entry; whether the names stand above
 * it or below it is decided once for the section, by how its first entry is written. Without dates the
 * labels or the head-like lines before a list of points decide.
 */
export function entriesOf(written: Line[]): Entry[] {
  const lines = written.flatMap(withoutTold);
  const anchors = lines.flatMap((line, index) => (isAnchor(line) ? [index] : []));
  const labels = lines.flatMap((line, index) => (entryLabel.test(line.text) ? [index] : []));
  const labelledAll = labels.length >= Math.max(1, anchors.length);
  const starts = labelledAll ? labelledStarts(lines, labels) : startsOf(lines, anchors);
  const cuts = starts.length > 0 ? starts : undatedStarts(lines);
  return cuts.map((from, index) => entryOf(lines.slice(from, cuts[index + 1] ?? lines.length)));
}

const toldVerbs =
  /^\W*(?:负责|参与|协助|完成|主导|带领|管理|组织|设计|开发|实现|使用|通过|维护|优化|搭建|推动|独立|根据|基于|制定|编写|撰写|接待|处理|办理|策划|跟进|对接|分析|提升|建立|主要|熟悉|担任|与|为|对|该|本)/;

/** Where 起止时间 comes before 公司名称 in the first entry, it does so in all. */
function labelledStarts(lines: Line[], labels: number[]): number[] {
  const above = Math.min(labels[0] ?? 0, 2);
  return labels.map((label) => {
    let start = label;
    for (let step = 0; step < above; step += 1) {
      const line = lines[start - 1];
      if (line === undefined || !(isAnchor(line) || headLabel.test(line.text))) break;
      start -= 1;
    }
    return start;
  });
}

/**
 * A line with dates and names may go on with what was done there, as the last cell of a table row does: that is
 * cut off as a line of its own. Only cells after a name are cut off; a sentence with dates stays whole.
 */
function withoutTold(line: Line): Line[] {
  const dates = readDates(line);
  if (dates.found !== 'range') return [line];
  const cells = cellsOf(dates.rest, /[|｜丨¦]|\t+|\s{2,}/g).filter(({ text }) =>
    /\p{L}/u.test(text),
  );
  const at = cells.findIndex((cell, index) => index > 0 && isTold(cell.text));
  const told = cells[at];
  if (told === undefined || told.start < (dates.to?.span?.end ?? 0)) return [line];
  const first = told.text.search(/[^\s,，、:：;；–—-]/);
  const cut = told.start - line.start;
  return [
    { ...line, text: line.text.slice(0, cut), end: told.start },
    { ...line, text: line.text.slice(cut + first), start: told.start + first, told: true },
  ];
}

function isTold(text: string): boolean {
  const bare = text.replace(/^[\s,，、:：;；–—-]+/, '');
  if (isSentence(bare)) return true;
  if (titleScore(bare) >= 0.9 || companyScore(bare) >= 0.75) return false;
  const long = bare.length > 40 && /[\u4e00-\u9fff]/.test(bare);
  return long || (bare.length > 4 && toldVerbs.test(bare));
}

function isAnchor(line: Line): boolean {
  if (line.told) return false;
  const dates = readDates(line);
  if (dates.found !== 'range') return false;
  const rest = dates.rest.text.trim().replace(/\s+/g, ' ');
  const marked = isBullet(line.text) && rest.length > 40;
  return !marked && rest.length <= 90 && !/[。；;]$/.test(rest) && !isSentence(rest);
}

function isSentence(text: string): boolean {
  return /[。；]/.test(text) || (text.match(/[,，]/g) ?? []).length >= 4;
}

/** A short line that could name a company, a title or a project. */
function isHeadLike(line: Line): boolean {
  const text = line.text.trim().replace(/\s+/g, ' ');
  if (headLabel.test(text)) return true;
  if (/^[^：:]{2,24}[：:]\s/.test(text) || /^[\u4e00-\u9fff]{2,6}：/.test(text)) return false;
  if (
    isBullet(text) ||
    text.length > 70 ||
    /[。；;：:，]$|\.$(?<!(?:Inc|Ltd|Co|Corp)\.)/.test(text)
  )
    return false;
  if (
    /^(?:工作内容|工作职责|主要职责|工作描述|项目描述|项目介绍|职责|业绩|主要业绩|responsibilities)/i.test(
      text,
    )
  )
    return false;
  return !/[。；]/.test(text) && (text.match(/[,，、]/g) ?? []).length <= 2;
}

function startsOf(lines: Line[], anchors: number[]): number[] {
  const first = anchors[0];
  if (first === undefined) return [];
  const above = first <= 2 && lines.slice(0, first).every(isHeadLike) ? first : 0;
  return anchors.map((anchor, index) => {
    const floor = index === 0 ? 0 : (anchors[index - 1] ?? 0) + 1;
    let start = anchor;
    for (let step = 0; step < above && start > floor; step += 1) {
      const line = lines[start - 1];
      if (line === undefined || !isHeadLike(line)) break;
      start -= 1;
    }
    return start;
  });
}

/** Without dates: a head-like line at the beginning or right after a told one begins an entry. */
function undatedStarts(lines: Line[]): number[] {
  const starts: number[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const names = companyScore(line.text) + titleScore(line.text) >= 0.6;
    const afterBody = before === undefined || !isHeadLike(before);
    const followed =
      lines[index + 1] !== undefined &&
      lines.slice(index + 1, index + 3).some((l) => !isHeadLike(l));
    if (isHeadLike(line) && afterBody && (index === 0 || names || followed)) starts.push(index);
  });
  return starts;
}

interface Known {
  dated: boolean;
  company: number;
  title: number;
}

/** The head ends at the first line that is a point, a sentence, or comes after the names are complete. */
function entryOf(lines: Line[]): Entry {
  let end = 0;
  let known: Known = { dated: false, company: 0, title: 0 };
  for (const line of lines.slice(0, 5)) {
    if (end > 0 && !belongsToHead(line, known)) break;
    const dates = readDates(line);
    known = {
      dated: known.dated || dates.found !== 'none',
      company: Math.max(known.company, companyScore(dates.rest.text)),
      title: Math.max(known.title, titleScore(dates.rest.text)),
    };
    end += 1;
  }
  return { head: lines.slice(0, end), body: lines.slice(end) };
}

function belongsToHead(line: Line, known: Known): boolean {
  if (line.told) return false;
  if (looksTold(line, known.title)) return false;
  const headLike = isHeadLike(line);
  if (known.dated && !headLike) return false;
  const open = !known.dated || known.company < 0.3 || known.title < 0.3;
  return readDates(line).found !== 'none' || headLabel.test(line.text) || (open && headLike);
}

/** A verb at the beginning tells what was done: no name of anything. */
function looksTold(line: Line, title: number): boolean {
  if (headLabel.test(line.text)) return false;
  const latinVerbs =
    /^\W*(?:[A-Z][a-z]+ed|Led|Built|Ran|Wrote|Drove|Grew|Made|Oversaw|Taught|Responsible)\s/;
  const text = line.text.trim();
  if (latinVerbs.test(text) && readDates(line).found === 'none') return true;
  return toldVerbs.test(text) && (title > 0 || text.length > 12) && titleScore(text) < 0.9;
}
