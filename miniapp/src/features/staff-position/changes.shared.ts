import type { Locale, Text } from '@zhiyu/contracts/basics';
import type {
  Automation,
  Dimension,
  PositionContent,
  Question,
  Requirement,
} from '@zhiyu/contracts/position';
import type { PositionPart } from './position.shared';

/** How values are put into words; the page gives its language and the company's scale. */
export interface ChangeWords {
  percent: (share: number) => string;
  score: (stored: number) => string;
  rule: (rule: Requirement) => string;
  flag: (on: boolean) => string;
  /** The name of a thing in the reader's language. */
  name: (text: Text) => string;
}

/** One difference between two versions, as a sentence's parts. `was` or `is` empty: it was not there, or is no more. */
export interface Change {
  part: PositionPart;
  /** A key of `studio:change`. */
  what: string;
  /** Which dimension, question or rule; empty: the position itself. */
  of: string;
  was: string;
  is: string;
}

type Find = (before: PositionContent, after: PositionContent, words: ChangeWords) => Change[];

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(ordered);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, ordered(one)]);
}

/** Whether two values say the same, however their fields stand. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

type Place = Pick<Change, 'part' | 'what' | 'of'>;
const differing = (place: Place, was: string, is: string): Change[] =>
  was === is ? [] : [{ ...place, was, is }];
/** Something larger than a value: that it changed is said, not how. */
const touched = (place: Place, a: unknown, b: unknown): Change[] =>
  isSame(a, b) ? [] : [{ ...place, was: '', is: '' }];

const languages: readonly Locale[] = ['zh', 'en', 'ja', 'fr'];
const inLanguage: Record<Locale, string> = {
  zh: '',
  en: ' (English)',
  ja: ' (日本語)',
  fr: ' (français)',
};

function texts(place: Place, a: Text | undefined, b: Text | undefined): Change[] {
  return languages.flatMap((locale) =>
    differing(
      { ...place, of: place.of + inLanguage[locale] },
      a?.[locale] ?? '',
      b?.[locale] ?? '',
    ),
  );
}

/** Lines that are gone and lines that are new, so that a long text is not read twice. */
function lines(place: Place, a: Text, b: Text): Change[] {
  return languages.flatMap((locale) => {
    const was = (a[locale] ?? '').split('\n');
    const is = (b[locale] ?? '').split('\n');
    const gone = was.filter((line) => !is.includes(line)).join('\n');
    const fresh = is.filter((line) => !was.includes(line)).join('\n');
    return differing({ ...place, of: inLanguage[locale].trim() }, gone, fresh);
  });
}

const about: Find = (a, b) => {
  const place = (what: string): Place => ({ part: 'about', what, of: '' });
  return [
    ...texts(place('name'), a.name, b.name),
    ...differing(place('place'), a.place, b.place),
    ...differing(place('pay'), a.pay, b.pay),
    ...lines(place('description'), a.description, b.description),
    ...touched(place('nextRound'), a.nextRound, b.nextRound),
    ...touched(place('finalRound'), a.finalRound, b.finalRound),
    ...touched(place('attribute'), a.attribute, b.attribute),
  ];
};

const requirements: Find = (a, b, words) => {
  const ids = [...new Set([...a.requirements, ...b.requirements].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const was = a.requirements.find((one) => one.id === id);
    const is = b.requirements.find((one) => one.id === id);
    const place: Place = { part: 'requirements', what: 'rule', of: '' };
    const said = differing(place, was ? words.rule(was) : '', is ? words.rule(is) : '');
    return said.length > 0 ? said : touched(place, was, is);
  });
};

function dimensionChanges(was: Dimension, is: Dimension, words: ChangeWords): Change[] {
  const place = (what: string): Place => ({ part: 'model', what, of: words.name(is.name) });
  return [
    ...differing(place('weight'), words.percent(was.weight), words.percent(is.weight)),
    ...differing(place('requirement'), words.score(was.requirement), words.score(is.requirement)),
    ...texts(place('dimensionName'), was.name, is.name),
    ...texts(place('definition'), was.definition, is.definition),
    ...touched(place('anchors'), was.anchors, is.anchors),
    ...touched(place('culture'), was.culture, is.culture),
  ];
}

/** What came, went or changed of two lists whose entries have a code. */
function byCode<T extends { code: string }>(
  a: readonly T[],
  b: readonly T[],
  of: { came: (one: T) => Change; went: (one: T) => Change; both: (was: T, is: T) => Change[] },
): Change[] {
  const went = a.filter(({ code }) => !b.some((one) => one.code === code)).map(of.went);
  const rest = b.flatMap((is) => {
    const was = a.find(({ code }) => code === is.code);
    return was ? of.both(was, is) : [of.came(is)];
  });
  return [...went, ...rest];
}

const model: Find = (a, b, words) => {
  const place = (what: string): Place => ({ part: 'model', what, of: '' });
  const zone = (n: number | undefined) => words.score(n ?? 0);
  return [
    ...byCode(a.model.dimensions, b.model.dimensions, {
      came: ({ name }) => ({ ...place('dimension'), was: '', is: words.name(name) }),
      went: ({ name }) => ({ ...place('dimension'), was: words.name(name), is: '' }),
      both: (was, is) => dimensionChanges(was, is, words),
    }),
    ...differing(
      place('threshold'),
      words.score(a.model.threshold),
      words.score(b.model.threshold),
    ),
    ...differing(place('greyZone'), zone(a.model.greyZone), zone(b.model.greyZone)),
    ...touched(place('potential'), a.potential, b.potential),
  ];
};

function questionChanges(was: Question, is: Question, words: ChangeWords): Change[] {
  const of = words.name(is.text).slice(0, 30);
  const place = (what: string): Place => ({ part: 'questions', what, of });
  const seconds = (n: number) => `${n} s`;
  return [
    ...texts({ part: 'questions', what: 'question', of: '' }, was.text, is.text),
    ...texts(place('hint'), was.hint, is.hint),
    ...differing(place('thinking'), seconds(was.thinkingSeconds), seconds(is.thinkingSeconds)),
    ...differing(place('answering'), seconds(was.answerSeconds), seconds(is.answerSeconds)),
    ...touched(place('anchors'), was.anchors, is.anchors),
    ...touched(
      place('listens'),
      [was.indicators, was.followUps, was.dimensions, was.audio, was.coding],
      [is.indicators, is.followUps, is.dimensions, is.audio, is.coding],
    ),
  ];
}

const questions: Find = (a, b, words) => {
  const place: Place = { part: 'questions', what: 'question', of: '' };
  return byCode(a.questions, b.questions, {
    came: ({ text }) => ({ ...place, was: '', is: words.name(text) }),
    went: ({ text }) => ({ ...place, was: words.name(text), is: '' }),
    both: (was, is) => questionChanges(was, is, words),
  });
};

const plan: Find = (a, b, words) => {
  const place = (what: string): Place => ({ part: 'plan', what, of: '' });
  const number = (n: number | undefined) => (n === undefined ? '' : String(n));
  const named = (content: PositionContent) =>
    content.plan.questionCodes
      .map((code, at) => {
        const found = content.questions.find((one) => one.code === code);
        return `${at + 1}. ${found ? words.name(found.text) : code}`;
      })
      .join('\n');
  const numbers = [
    'reRecordings',
    'openDays',
    'answerHours',
    'followUps',
    'resumeQuestions',
  ] as const;
  return [
    ...(isSame(a.plan.questionCodes, b.plan.questionCodes)
      ? []
      : differing(place('order'), named(a), named(b))),
    ...numbers.flatMap((one) => differing(place(one), number(a.plan[one]), number(b.plan[one]))),
    ...touched(place('allowances'), a.plan.allowances, b.plan.allowances),
    ...touched(place('face'), a.plan.faceObservation, b.plan.faceObservation),
    ...touched(place('tests'), a.plan.writtenTests, b.plan.writtenTests),
  ];
};

function groundChanges(a: Automation['grounds'] = {}, b: Automation['grounds'] = {}): Change[] {
  const place = (what: string): Place => ({ part: 'automation', what, of: '' });
  return [
    ...differing(place('groundInvite'), a.invite ?? '', b.invite ?? ''),
    ...differing(place('groundPass'), a.pass ?? '', b.pass ?? ''),
  ];
}

const automation: Find = ({ automation: a }, { automation: b }, { flag }) => {
  const place = (what: string): Place => ({ part: 'automation', what, of: '' });
  const { rejectBelowThreshold: was } = a;
  const { rejectBelowThreshold: is } = b;
  return [
    ...differing(place('invite'), flag(a.inviteOnScreeningPass), flag(b.inviteOnScreeningPass)),
    ...differing(place('pass'), flag(a.passOnThreshold), flag(b.passOnThreshold)),
    ...differing(place('reject'), flag(was.on), flag(is.on)),
    ...differing(place('ground'), was.lawfulGround, is.lawfulGround),
    ...differing(place('european'), flag(a.european ?? false), flag(b.european ?? false)),
    ...groundChanges(a.grounds, b.grounds),
    ...differing(
      place('approveGenerated'),
      flag(a.approveGenerated ?? true),
      flag(b.approveGenerated ?? true),
    ),
  ];
};

const finds: readonly Find[] = [about, requirements, model, questions, plan, automation];

/**
 * What a person reads when two versions are compared, in the order of the position's parts. Never empty where the two
 * differ: what has no words of its own is said as `other`.
 */
export function changesOf(
  before: PositionContent,
  after: PositionContent,
  words: ChangeWords,
): Change[] {
  const found = finds.flatMap((find) => find(before, after, words));
  return found.length === 0
    ? touched({ part: 'about', what: 'other', of: '' }, before, after)
    : found;
}
