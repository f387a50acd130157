import { isFields, textOf } from './wecom.answers.js';
import { CallbackRefused } from './wecom.verify.js';

/** One element of WeCom's XML: it has no attributes. */
export interface XmlElement {
  name: string;
  text: string;
  children: XmlElement[];
}

const deepest = 16;
const longest = 1_000_000;
const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const token =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<\/([A-Za-z_][\w.-]*)\s*>|<([A-Za-z_][\w.-]*)\s*(\/?)>|([^<]+)/y;

function entity(whole: string, name: string): string {
  const code = /^#x/i.test(name)
    ? Number.parseInt(name.slice(2), 16)
    : name.startsWith('#')
      ? Number.parseInt(name.slice(1), 10)
      : Number.NaN;
  if (Number.isInteger(code) && code > 0 && code <= 0x10_ff_ff) {
    return String.fromCodePoint(code);
  }
  return entities[name] ?? whole;
}

const decoded = (text: string) => text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, entity);

class Reader {
  private readonly root: XmlElement = { name: '', text: '', children: [] };
  private readonly open: XmlElement[] = [this.root];

  read(part: RegExpExecArray): void {
    const [, cdata, closing, opening, empty, text] = part;
    if (opening !== undefined) {
      this.begin(opening, empty === '/');
    } else if (closing !== undefined) {
      this.end(closing);
    } else {
      this.top.text += cdata ?? decoded(text ?? '');
    }
  }

  /** The one element of the document. */
  whole(): XmlElement {
    const [only, ...more] = this.root.children;
    if (!only || more.length > 0 || this.open.length !== 1 || this.root.text.trim() !== '') {
      throw new CallbackRefused('xml');
    }
    return only;
  }

  private get top(): XmlElement {
    return this.open.at(-1) ?? this.root;
  }

  private begin(name: string, empty: boolean): void {
    const element = { name, text: '', children: [] };
    this.top.children.push(element);
    if (!empty) {
      this.open.push(element);
    }
    if (this.open.length > deepest) {
      throw new CallbackRefused('xml');
    }
  }

  private end(name: string): void {
    if (this.open.length < 2 || this.open.pop()?.name !== name) {
      throw new CallbackRefused('xml');
    }
  }
}

/**
 * Reads the XML of WeCom: elements, text and CDATA. Document types, attributes and everything else that a callback
 * never holds is refused, so nothing outside the text can be asked for.
 * @throws CallbackRefused
 */
export function readXml(source: string): XmlElement {
  const body = source.replace(/^\uFEFF?\s*(<\?xml[^?]*\?>)?\s*/, '').trimEnd();
  if (body.length > longest) {
    throw new CallbackRefused('xml');
  }
  const reader = new Reader();
  const pattern = new RegExp(token.source, token.flags);
  while (pattern.lastIndex < body.length) {
    const part = pattern.exec(body);
    if (!part) {
      throw new CallbackRefused('xml');
    }
    reader.read(part);
  }
  return reader.whole();
}

/** The children of this name, none to many: WeCom repeats an element where JSON would have a list. */
export function elements(parent: XmlElement | undefined, name: string): XmlElement[] {
  return parent?.children.filter((child) => child.name === name) ?? [];
}

/** The text of the first child of this name; empty where there is none. */
export function textIn(parent: XmlElement | undefined, name: string): string {
  return elements(parent, name)[0]?.text.trim() ?? '';
}

/** A text as CDATA; the end mark inside it is split over two. */
export function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

const pascal = (name: string) =>
  name
    .split('_')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

/** Names whose XML form is not the JSON form in Pascal case. */
const irregular: Record<string, string> = { keyname: 'KeyName', checkbox: 'CheckBox' };

/** What JSON says in snake case, as WeCom's XML says it: Pascal case, lists as repeated elements. */
export function xmlOf(name: string, value: unknown): string {
  if (value === undefined || value === null) {
    return '';
  }
  if (Array.isArray(value)) {
    return value.map((one) => xmlOf(name, one)).join('');
  }
  const tag = irregular[name] ?? pascal(name);
  if (isFields(value)) {
    const inner = Object.entries(value).map(([key, one]) => xmlOf(key, one));
    return `<${tag}>${inner.join('')}</${tag}>`;
  }
  return `<${tag}>${typeof value === 'string' ? cdata(value) : textOf(value)}</${tag}>`;
}
