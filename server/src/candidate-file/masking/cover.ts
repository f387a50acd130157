import {
  type Identity,
  longEnough,
  nameParts,
  partsPattern,
  wholePattern,
} from './identity-patterns.js';
import { withoutSelfTold, blocks } from './self-told.js';

const labelled =
  /((?:性别|年龄|出生(?:年月|日期|地)?|生日|籍贯|户籍|民族|婚姻(?:状况)?|政治面貌|gender|sex|age|date of birth|dob|nationality|marital status)[ \t]*[:：][ \t]*)([^\s，,;；|｜]{1,20}(?:[ \t](?!\S*[:：])[\d年月日.-]{1,12}){0,2})/giu;
/** Alone between separators, as the head of a résumé has it. */
const sexAlone = /(^|[\s|｜/／·,，、])(男|女|male|female)(?=$|[\s|｜/／·,，、])/giu;
/** A day that stands alone there and begins or ends no time: the birthday. */
const birthAlone =
  /(?<![-–—~～至到][ \t]*)(^|[\s|｜/·,，、])((?:19[4-9]\d|20[01]\d)(?:年(?:\d{1,2}月)?(?:\d{1,2}日)?生?|[./-]\d{1,2}(?:[./-]\d{1,2})?))(?=$|[ \t]*[|｜/·,，、]|[ \t]+(?![-–—~～至到]))/gu;
const schoolName =
  /[\p{Script=Han}A-Za-z]{2,30}?(?:大学|学院|职校|技校|师范|[一二三四五六七八九十]中|中学|高中)/gu;
const latinSchoolName =
  /\bUniversity of(?: \p{Lu}[\p{L}-]+)+|(?:\p{Lu}[\p{L}.&'’-]+ ){1,4}(?:University|College|Institute of Technology)\b/gu;
/** Lines of a résumé in which a lone 男 or 女 is the candidate's. */
const headLines = 15;
/** Where its head is over: days from here on are of schools and jobs. */
const heading =
  /^\W*(?:教育|学历|工作|实习|项目|校园|在校|专业|技能|自我|求职|获奖|证书|education|experience|work|employment|skills|projects|summary|profile)/iu;

/** Names of people who work here, of positions and of the company: only a whole name of a candidate goes there. */
const namesOfOthers = /^(?:by|(?!file)\w*[nN]ame)$/;

/** Takes away who these people are: names, phones, mail, schools, sex and age. Lengths stay the same within a text. */
export class Cover {
  private readonly aliases = new Map<string, string>();
  private readonly parts = new Set<string>();
  private readonly whole: RegExp | null;
  private readonly part: RegExp | null;

  constructor(identities: Identity[]) {
    for (const { alias, names } of identities) {
      for (const name of names.filter(longEnough)) {
        this.aliases.set(name.trim().toLowerCase(), alias);
        nameParts(name).forEach((part) => this.parts.add(part.toLowerCase()));
      }
    }
    this.whole = wholePattern(identities);
    this.part = partsPattern(identities);
  }

  /** @param named names become aliases within sentences too, where nothing counts places in them */
  text(text: string, named = false): string {
    return this.aliases.get(text.trim().toLowerCase()) ?? this.within(text, named);
  }

  /** Any body: a résumé's reading and a card are known by their shape. */
  body<T>(value: T, named = false): T {
    if (typeof value === 'string') {
      return this.text(value, named) as T;
    }
    if (Array.isArray(value)) {
      return value.map((one: unknown) => this.body(one, named)) as T;
    }
    if (!isObject(value)) {
      return value;
    }
    const entries = Object.entries(value).map(([key, one]: [string, unknown]) => [
      key,
      this.field(value, key, { one, named }),
    ]);
    return Object.fromEntries(entries) as T;
  }

  private within(text: string, named: boolean): string {
    const instead = (found: string) =>
      (named ? this.aliases.get(found.toLowerCase()) : undefined) ?? blocks(found);
    const words = this.whole ? text.replace(this.whole, instead) : text;
    return told(this.part ? words.replace(this.part, blocks) : words);
  }

  private field(parent: object, key: string, { one, named }: { one: unknown; named: boolean }) {
    if (typeof one === 'string') {
      return this.said(parent, key, { one, named });
    }
    switch (key) {
      case 'contact':
        return withoutContact(one);
      case 'school':
        return withoutValue(one);
      case 'corrected':
      case 'typed':
        return this.typed(one);
      case 'segments':
        return isTexts(one) ? this.joined(one, parent) : this.body(one, named);
      default:
        return this.body(one, named || key === 'card');
    }
  }

  private said(parent: object, key: string, { one, named }: { one: string; named: boolean }) {
    if (isResumeText(parent, key)) {
      return this.resume(one);
    }
    if (key === 'word') {
      return this.word(one);
    }
    return namesOfOthers.test(key) ? this.name(one) : this.text(one, named);
  }

  /** Somebody's who need not be the candidate. */
  private name(text: string): string {
    const whole = this.aliases.get(text.trim().toLowerCase());
    return whole ?? told(this.whole ? text.replace(this.whole, blocks) : text);
  }

  /** One that was counted: small letters, and no other words around it. */
  private word(text: string): string {
    return this.parts.has(text.toLowerCase()) ? blocks(text) : this.text(text);
  }

  /** A recogniser's segments may be single words: a name or a number goes over several. */
  private joined(segments: { text: string }[], parent: object): unknown {
    const spaced = 'locale' in parent && (parent.locale === 'en' || parent.locale === 'fr');
    const gap = spaced ? ' ' : '';
    const all = this.within(segments.map(({ text }) => text).join(gap), false);
    let at = 0;
    return segments.map((segment) => {
      const text = all.slice(at, at + segment.text.length);
      at += segment.text.length + gap.length;
      return { ...segment, text };
    });
  }

  private typed(one: unknown): unknown {
    if (!isObject(one)) {
      return this.body(one);
    }
    const texts = Object.entries(one).map(([key, text]: [string, unknown]) => [
      key,
      typeof text === 'string' ? this.resume(text) : this.body(text),
    ]);
    return Object.fromEntries(texts);
  }

  private resume(text: string): string {
    const lines = this.text(text)
      .replace(schoolName, blocks)
      .replace(latinSchoolName, blocks)
      .split('\n');
    const end = lines.findIndex((line) => heading.test(line));
    const covered = lines.map((line, i) =>
      i < headLines ? coverHead(line, end < 0 || i < end) : line,
    );
    return covered.join('\n');
  }
}

function coverHead(line: string, birth: boolean): string {
  const instead = (_: string, before: string, what: string) => before + blocks(what);
  const sexless = line.replace(sexAlone, instead);
  return birth ? sexless.replace(birthAlone, instead) : sexless;
}

const told = (text: string) =>
  withoutSelfTold(text).replace(
    labelled,
    (_, label: string, value: string) => label + blocks(value),
  );

const isObject = (one: unknown): one is object => typeof one === 'object' && one !== null;
const withoutContact = (one: unknown) => (isObject(one) ? { phone: null, email: null } : one);
const withoutValue = (one: unknown) => (isField(one) ? { ...one, value: blocks(one.value) } : one);
const isResumeText = (parent: object, key: string) => key === 'text' && 'hiddenText' in parent;
const isTexts = (one: unknown): one is { text: string }[] =>
  Array.isArray(one) &&
  one.every((item: unknown) => isObject(item) && 'text' in item && typeof item.text === 'string');

function isField(one: unknown): one is { value: string } {
  return isObject(one) && 'value' in one && typeof one.value === 'string';
}

/** School names that a text mentions. */
export function schoolsIn(text: string): string[] {
  return [...(text.match(schoolName) ?? []), ...(text.match(latinSchoolName) ?? [])];
}
