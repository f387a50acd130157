/** What a reference is made of. */
export interface SplitReference {
  points: string[];
  /** Words before a list (配送模式：…): they belong to the question, not to a point. */
  heads: string[];
  /** True where the text is a list of short things, so that the share of things named is the score. */
  list: boolean;
}

const numbered =
  /(?<=^|[\s。；;：:，,])(?:[（(]\s*\d{1,2}\s*[)）]|\d{1,2}\s*[.．、)）](?!\d)|[①-⑳]|第?[一二三四五六七八九十]{1,2}[、：:])/gu;
const header = /^([^：:；;。—]{1,40})(?:[：:]|—+)(?=.)/u;
const listVerb =
  /^([^；;]{0,30}?(?:包括|分为|主要是指|是指|有以下|分别是|包含)|[^,;]{0,60}?\b(?:are|includes?|sont|comprend)\b)(?=.)/u;
const lastPair = /(?<=.{2})(?:以及|和|与)(?=.{2})|\s+(?:and|et)\s+/u;
const edges = /^[\s，,、；;。：:—]+|[\s，,、；;。：:—等]+$/gu;

/** No item of a plain list is longer, in characters. */
const itemLength = 14;
/** No given key point up to this length is more than one fact, in characters: Chinese and Japanese, other letters. */
const wholePoint = { dense: itemLength * 1.5, spaced: 80 };

function isDense(text: string): boolean {
  return /[\p{Script=Han}\u3040-\u30ff]/u.test(text);
}

function trim(text: string): string {
  return text.replace(edges, '');
}

function spoken(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

interface Part {
  points: string[];
  heads: string[];
  list: boolean;
}

/** Key points out of a reference: numbered items, then lists by ；, 、 or ，, then clauses. */
export function splitReference(reference: string): SplitReference {
  const marked = reference.replace(numbered, '\u0001');
  const sentences = marked.split(/[\u0001。！？!?\n]+|(?<=[^\d])\.(?=\s|$)/u).map(trim);
  const parts = sentences.filter(spoken).map(splitSentence);
  const points = parts.flatMap((part) => part.points);
  const items = marked.includes('\u0001') && points.length === parts.length && points.length > 1;
  const short = points.every((point) => point.length <= itemLength * 1.5);
  return {
    points: points.length > 0 ? points : [reference],
    heads: parts.flatMap((part) => part.heads),
    list: points.length > 1 && ((items && short) || parts.every((part) => part.list)),
  };
}

/**
 * Key points as they were given. A short one is a fact by itself; what stands before its colon is the question's. Whole
 * sentences are read as a reference is: who names half of one has named half.
 */
export function splitKeyPoints(given: readonly string[]): SplitReference {
  const parts = given.map((text) => {
    const split = withConditions(splitReference(text));
    const bare = split.heads.length > 0 && split.points.length === 1;
    const listed = split.list && split.points.length > 1 && /[、；;]/u.test(text);
    const dense = isDense(text);
    const whole = text.length <= (dense ? wholePoint.dense : wholePoint.spaced) && !bare && !listed;
    return whole ? { points: [text], heads: [], list: true } : split;
  });
  return {
    points: parts.flatMap(({ points }) => points),
    heads: parts.flatMap(({ heads }) => heads),
    list: parts.every(({ list }) => list),
  };
}

const conditional =
  /^(?:若|如果|当|凡|一旦|只要|if\b|when\b)|(?:的|时|的话|情况下|以上|以下|以内|期间)$/u;
/** 三年以上固定期限的合同 names what the rule is for; a rule has a verb of its own. */
const bounds = /[\d一二两三四五六七八九十].{0,3}(?:以上|以下|以内|不满|未满)/u;
const rules = /[应须得是为需]|可以|禁止|超过|低于|不能/u;

function isCondition(point: string): boolean {
  return conditional.test(point) || (bounds.test(point) && !rules.test(point));
}

/** A condition is no fact: 合同三年以上的，试用期不得超过六个月 is one point. Lists have no conditions. */
function withConditions(split: SplitReference): SplitReference {
  if (split.list) return split;
  const points: string[] = [];
  let before = '';
  split.points.forEach((point, i) => {
    const joined = before + point;
    const open = isCondition(point) && i + 1 < split.points.length;
    if (!open) points.push(joined);
    before = open ? `${joined}，` : '';
  });
  return { ...split, points };
}

function splitSentence(sentence: string): Part {
  const heads: string[] = [];
  const rest = [header, listVerb].reduce((text, pattern) => {
    const match = pattern.exec(text);
    if (!match) return text;
    heads.push(match[1] ?? '');
    return text.slice(match[0].length);
  }, sentence);
  const headed = heads.length > 0;
  if (/[；;]/u.test(rest)) return bySemicolons(rest, heads);
  const points = itemsOf(rest);
  const plain = points.every((point) => point.length <= itemLength);
  const split = plain ? [...points.slice(0, -1), ...splitLast(points)] : points;
  const list = plain && split.length > 1 && (headed || !/[，,]/u.test(rest));
  return { points: split.map(trim).filter(spoken), heads, list };
}

/** 先…，再… stays whole: its order is the point. */
function itemsOf(text: string): string[] {
  const marks = /、/u.test(text) ? /[、，,]/u : /[，,](?!\s*(?:再|然后|接着|最后|then\b))/u;
  return text.split(marks).map(trim).filter(spoken);
}

function splitLast(points: string[]): string[] {
  return (points.at(-1) ?? '').split(lastPair);
}

function bySemicolons(text: string, heads: string[]): Part {
  const points = text.split(/[；;]/u).flatMap((raw) => {
    const item = trim(raw);
    const head = header.exec(item);
    if (!head) return parallel(item);
    heads.push(head[1] ?? '');
    return [item.slice(head[0].length)];
  });
  // An item of several clauses is several facts: one said in few words is one of them named.
  const facts = points.flatMap((item) => (item.length > itemLength ? itemsOf(item) : [item]));
  // Without a head, items of several clauses are sentences, and are said in other words.
  const sentences = points.filter((item) => /[，,]/u.test(item)).length > points.length / 2;
  return { points: facts.filter(spoken), heads, list: heads.length > 0 || !sentences };
}

/** 合计后拣货、效率较高 are two points. */
function parallel(item: string): string[] {
  const parts = item.split('、').map(trim);
  return parts.length > 1 && parts.every((p) => p.length >= 3 && p.length <= 10) ? parts : [item];
}
