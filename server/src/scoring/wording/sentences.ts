import { textIn, type Locale, type Text } from '@zhiyu/contracts/basics';
import { askedReasons, takesUp } from '../../interviews/asked-words.js';
import { describedPhrases, toldPhrases } from '../engine/described-phrases.js';
import { groundPhrases } from '../engine/ground-phrases.js';
import { misplacedPhrases } from '../engine/misplaced-phrases.js';
import { apart, asking, gatePhrases, notes, reasons, type Phrase } from '../engine/phrases.js';
import { practice } from '../engine/practice.js';
import { programPhrases, verdictWords } from '../engine/program-phrases.js';
import { heardPhrases } from '../heard/phrases.js';

/** Every sentence that the engine and the rules of follow-ups write. */
const phrases: readonly Phrase[] = [
  ...[
    gatePhrases,
    notes,
    reasons,
    asking,
    apart,
    misplacedPhrases,
    describedPhrases,
    toldPhrases,
    groundPhrases,
    heardPhrases,
    programPhrases,
    verdictWords,
  ].flatMap((group): Phrase[] => Object.values(group)),
  ...Object.values(practice).flatMap(({ advice, shows }) => [advice, shows]),
  ...askedReasons,
];

/** Places that hold a figure: a name before one may have spaces in it. */
const figures = new Set([
  ...['value', 'error', 'requirement', 'low', 'high', 'percent', 'line'],
  ...['points', 'tests', 'passed', 'earned', 'local', 'model'],
]);
/** Places of a sentence that hold somebody's own words, or what has one name in every language. */
const ownWords = new Set(['quote', 'one', 'other', 'said', 'title', 'language']);

interface Template {
  pattern: RegExp;
  /** Its places in their order. */
  places: string[];
  phrase: Phrase;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function templateOf(phrase: Phrase, locale: Locale): Template {
  const places: string[] = [];
  const source = phrase[locale].split(/(\{\w+\})/).map((part) => {
    const place = /^\{(\w+)\}$/.exec(part)?.[1];
    if (place === undefined) {
      return escaped(part);
    }
    places.push(place);
    return figures.has(place) ? '(\\d+(?:\\.\\d+)?)' : '([\\s\\S]+?)';
  });
  return { phrase, places, pattern: new RegExp(`^${source.join('')}$`) };
}

/**
 * Sentences of a stored report in the language of its reader: each is found again among the sentences that can be
 * written, and written anew with the same values. What is stored is not touched, and quotes stay as they were said.
 */
export class Sentences {
  /**
   * Texts so far that stand in the language they are stored in: the company wrote them in one language only, or an
   * engine wrote them whose sentences nobody knows any more.
   */
  readonly asStored = new Set<string>();
  /** By what is stored; `own`: it is there in the other language, and not only in one that more people read. */
  private readonly texts = new Map<string, { text: string; own: boolean }>();
  private readonly templates: Template[];
  private readonly opening: Template;

  /** @param texts of the position and of the questions that were asked */
  constructor(
    texts: readonly Text[],
    from: Locale,
    private readonly to: Locale,
  ) {
    const places = /\{\w+\}/;
    for (const phrase of phrases) {
      if (!places.test(phrase[from])) {
        this.texts.set(phrase[from], { text: phrase[to], own: true });
      }
    }
    for (const text of texts) {
      const stored = textIn(text, from);
      if (!this.texts.has(stored)) {
        this.texts.set(stored, { text: this.nearest(text, stored), own: text[to] !== undefined });
      }
    }
    this.templates = phrases
      .filter((phrase) => places.test(phrase[from]))
      .map((phrase) => templateOf(phrase, from));
    const opened = (locale: Locale) => `${takesUp[locale]}{text}`;
    const phrase = { zh: opened('zh'), en: opened('en'), ja: opened('ja'), fr: opened('fr') };
    this.opening = templateOf(phrase, from);
  }

  /** One sentence or several with spaces between them. */
  sentence(stored: string): string {
    const said = stored === '' ? '' : this.said(stored);
    return said ?? this.left(stored);
  }

  /** A name or a text of the company. */
  text(stored: string): string {
    return this.known(stored) ?? this.left(stored);
  }

  /** A text that stays as it is stored. */
  private left(stored: string): string {
    this.asStored.add(stored);
    return stored;
  }

  /** A question as it was asked; one that was worded for this candidate stays as he heard it. */
  question(stored: string): string {
    return this.known(stored) ?? this.filled(this.opening, stored) ?? stored;
  }

  private said(stored: string): string | null {
    const whole = this.single(stored);
    if (whole !== null) {
      return whole;
    }
    for (let at = stored.indexOf(' '); at > 0; at = stored.indexOf(' ', at + 1)) {
      const first = this.single(stored.slice(0, at));
      const rest = first === null ? null : this.said(stored.slice(at + 1));
      if (first !== null && rest !== null) {
        return `${first} ${rest}`;
      }
    }
    return null;
  }

  private single(stored: string): string | null {
    const known = this.known(stored);
    if (known !== null) {
      return known;
    }
    for (const template of this.templates) {
      const said = this.filled(template, stored);
      if (said !== null) {
        return said;
      }
    }
    return null;
  }

  private filled({ pattern, places, phrase }: Template, stored: string): string | null {
    const found = pattern.exec(stored);
    if (!found) {
      return null;
    }
    const values = new Map(
      places.map((place, i) => [place, this.valueOf(place, found[i + 1] ?? '')]),
    );
    return phrase[this.to].replace(
      /\{(\w+)\}/g,
      (whole, place: string) => values.get(place) ?? whole,
    );
  }

  private valueOf(place: string, stored: string): string {
    return ownWords.has(place) ? stored : (this.known(stored) ?? stored);
  }

  /** A whole text of the position, or a sentence without places; null where it is neither. */
  private known(stored: string): string | null {
    const known = this.texts.get(stored);
    if (!known) {
      return null;
    }
    if (!known.own) {
      this.asStored.add(stored);
    }
    return known.text;
  }

  /** A text for who reads Japanese or French, where the company did not write it: English, as everywhere. */
  private nearest(text: Text, stored: string): string {
    return this.to === 'zh' || this.to === 'en' ? (text[this.to] ?? stored) : textIn(text, this.to);
  }
}
