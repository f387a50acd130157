/** Who a person is, as words that can stand in a text. */
export interface Identity {
  /** Shown in place of the name. */
  alias: string;
  names: string[];
  phones: string[];
  emails: string[];
  schools: string[];
}

/** One sign of a UTF-16 unit, so that places in a text (spans, quotes) stay where they are. */
const block = '█';
const blocks = (text: string) => block.repeat(text.length);

const labelled =
  /((?:性别|年龄|出生(?:年月|日期|地)?|生日|籍贯|户籍|民族|婚姻(?:状况)?|政治面貌|gender|sex|age|date of birth|dob|nationality|marital status)[ \t]*[:：][ \t]*)([^\s，,;；|｜]{1,20}(?:[ \t](?!\S*[:：])[\d年月日.-]{1,12}){0,2})/giu;
const years = /\d{1,2}[ \t]?(?:周岁|岁)|\b\d{2} years old\b/giu;
/** Alone between separators, as the head of a résumé has it. */
const sexAlone = /(^|[\s|｜/／·,，、])(男|女|male|female)(?=$|[\s|｜/／·,，、])/giu;
const schoolName =
  /[\p{Script=Han}A-Za-z]{2,30}?(?:大学|学院|职校|技校|师范|[一二三四五六七八九十]中|中学|高中)/gu;
/** What people say of themselves in an interview: where they went to school, their sex, when they were born. */
const ofOneself = [
  /((?:毕业于|就读于|就读在|考上了?|考入|院校[是：:])\s*)([\p{Script=Han}A-Za-z]{2,20}?(?:大学|学院|职校|技校|师范|[一二三四五六七八九十]中|中学|高中))/gu,
  /(\b(?:graduated from|studied at|(?:a )?student at) (?:the )?)((?:[A-Z][\w.&'-]* ){0,5}(?:University|College|School|Institute)(?: of(?: [A-Z]\w+)+)?)/gu,
  /((?:我|本人)(?:是|作为)(?:一[个名位]?|个|名|位)?|作为(?:一[个名位]?)?)([男女](?:生|孩子?|人|士|性|的))/gu,
  /(\b(?:I am|I'm|I’m) an? (?:young )?)(woman|man|girl|boy|female|male|mother|father|mum|mom|dad)\b/giu,
  /(我是?)((?:(?:19|20)\d{2}|\d{2})年(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:出生|生人|生的)|[06-9][05]后)/gu,
  /(\bI was born (?:in|on) )((?:[A-Z][a-z]+ )?(?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)\d{2})\b/gu,
];
/** Lines of a résumé in which a lone 男 or 女 is the candidate's. */
const headLines = 15;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function wordPattern(text: string): string {
  const latin = /^[\x20-\u024F]+$/.test(text);
  return latin ? `(?<![A-Za-z])${escaped(text)}(?![A-Za-z])` : escaped(text);
}

function phonePattern(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '');
  return `(?<!\\d)(?:\\+?86[ -]?)?${digits.split('').join('[ \\-.()]*')}(?!\\d)`;
}

const longEnough = (text: string) => text.trim().length >= 2;

/** Takes away who these people are: names, phones, mail, schools, sex and age. Lengths stay the same within a text. */
export class Cover {
  private readonly aliases = new Map<string, string>();
  private readonly pattern: RegExp | null;

  constructor(identities: Identity[]) {
    for (const { alias, names } of identities) {
      names
        .filter(longEnough)
        .forEach((name) => this.aliases.set(name.trim().toLowerCase(), alias));
    }
    const words = identities.flatMap(({ names, emails, schools }) =>
      [...names, ...emails, ...schools].map((one) => one.trim()).filter(longEnough),
    );
    const phones = identities.flatMap((one) =>
      one.phones.filter((phone) => phone.replace(/\D/g, '').length >= 5),
    );
    const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length);
    const parts = [...longestFirst.map(wordPattern), ...[...new Set(phones)].map(phonePattern)];
    this.pattern = parts.length > 0 ? new RegExp(parts.join('|'), 'giu') : null;
  }

  /** @param named names become aliases within sentences too, where nothing counts places in them */
  text(text: string, named = false): string {
    const whole = this.aliases.get(text.trim().toLowerCase());
    if (whole !== undefined) {
      return whole;
    }
    const instead = (found: string) =>
      (named ? this.aliases.get(found.toLowerCase()) : undefined) ?? blocks(found);
    const words = this.pattern ? text.replace(this.pattern, instead) : text;
    const told = ofOneself.reduce(
      (left, pattern) =>
        left.replace(pattern, (_, before: string, what: string) => before + blocks(what)),
      words,
    );
    return told
      .replace(labelled, (_, label: string, value: string) => label + blocks(value))
      .replace(years, blocks);
  }

  /** Any body: a résumé's reading and a card are known by their shape. */
  body<T>(value: T, named = false): T {
    if (typeof value === 'string') {
      return this.text(value, named) as T;
    }
    if (Array.isArray(value)) {
      return value.map((one: unknown) => this.body(one, named)) as T;
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    const entries = Object.entries(value).map(([key, one]: [string, unknown]) => [
      key,
      this.field(value, key, { one, named }),
    ]);
    return Object.fromEntries(entries) as T;
  }

  private field(parent: object, key: string, { one, named }: { one: unknown; named: boolean }) {
    switch (key) {
      case 'contact':
        return isObject(one) ? { phone: null, email: null } : one;
      case 'school':
        return isField(one) ? { ...one, value: blocks(one.value) } : one;
      case 'corrected':
      case 'typed':
        return this.typed(one);
      case 'card':
        return this.body(one, true);
      default:
        return typeof one === 'string' && isResumeText(parent, key)
          ? this.resume(one)
          : this.body(one, named);
    }
  }

  private typed(one: unknown): unknown {
    if (typeof one !== 'object' || one === null) {
      return this.body(one);
    }
    const texts = Object.entries(one).map(([key, text]: [string, unknown]) => [
      key,
      typeof text === 'string' ? this.resume(text) : this.body(text),
    ]);
    return Object.fromEntries(texts);
  }

  private resume(text: string): string {
    const lines = this.text(text).replace(schoolName, blocks).split('\n');
    const covered = lines.map((line, i) =>
      i < headLines
        ? line.replace(sexAlone, (_, before: string, sex: string) => before + blocks(sex))
        : line,
    );
    return covered.join('\n');
  }
}

const isObject = (one: unknown) => typeof one === 'object' && one !== null;
const isResumeText = (parent: object, key: string) => key === 'text' && 'hiddenText' in parent;

function isField(one: unknown): one is { value: string } {
  return typeof one === 'object' && one !== null && 'value' in one && typeof one.value === 'string';
}

/** School names that a text mentions. */
export function schoolsIn(text: string): string[] {
  return text.match(schoolName) ?? [];
}
