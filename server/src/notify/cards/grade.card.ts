import type { CardBlock } from '@zhiyu/contracts/card';
import type { CardContent } from '../card-content.js';
import { timeText } from '../time-text.js';
import type { StaffLocale } from './staff-locale.js';

export interface GradeProps {
  locale: StaffLocale;
  /** The question, as candidates hear it. */
  question: string;
  /** What is graded. */
  dimension: string;
  /** The answer's words: nobody's name stands beside them. */
  words: string;
  /** Levels 1-5 in rising order. */
  anchors: { level: number; text: string }[];
  /** The page with all answers. */
  href: string;
}

/** Longer answers are read on the page. */
const mostWords = 600;

const words = {
  zh: {
    eyebrow: (dimension: string) => `评一份回答：${dimension}`,
    level: (level: number) => `${level} 级`,
    answer: '候选人的回答',
    grade: '评级',
    which: '最像哪一级',
    skip: '评不了',
    open: '在网页里评',
    long: '回答没有写全，在网页里看全文再评。',
    note: '不写是谁，也不写机器评了几。不想再收，在网页里关掉。',
    given: (name: string, level: number) => `${name}评了 ${level} 级`,
    skipped: (name: string) => `${name}说评不了`,
  },
  en: {
    eyebrow: (dimension: string) => `One answer to grade: ${dimension}`,
    level: (level: number) => `Level ${level}`,
    answer: 'A candidate’s answer',
    grade: 'Grade',
    which: 'Which level is it most like',
    skip: 'Can’t grade',
    open: 'Grade on the page',
    long: 'The answer is longer. Read all of it on the page.',
    note: 'It names nobody and no machine’s score. To stop these, switch them off on the page.',
    given: (name: string, level: number) => `${name} gave level ${level}`,
    skipped: (name: string) => `${name} could not grade it`,
  },
} as const;

/** To HR who asked for it: one answer, the levels to choose from, and nothing that says whose it is. */
export function gradeCard(props: GradeProps): CardContent {
  const { locale, question, dimension, anchors, href } = props;
  const say = words[locale];
  const long = props.words.length > mostWords;
  const shown = long ? `${props.words.slice(0, mostWords)}…` : props.words;
  const blocks: CardBlock[] = [
    { type: 'quote', text: shown, seconds: null, note: say.answer },
    ...(long ? [{ type: 'text' as const, text: say.long }] : []),
    ...anchors.map(({ level, text }) => ({
      type: 'fact' as const,
      label: say.level(level),
      value: text,
    })),
  ];
  const options = anchors.map(({ level }) => ({ value: String(level), label: say.level(level) }));
  return {
    locale,
    eyebrow: say.eyebrow(dimension),
    title: question,
    figure: null,
    blocks,
    buttons: [
      {
        ...{ action: 'grade', label: say.grade, style: 'primary' },
        ask: { label: say.which, options, freeText: false },
      },
      { action: 'skip', label: say.skip, style: 'plain' },
      { action: 'open', label: say.open, style: 'quiet', href },
    ],
    footnote: say.note,
  };
}

/** What it has turned into; the answer's words are gone from it. @param done of `level`: null where it could not be graded */
export function gradeDone(
  card: CardContent,
  done: { byName: string; level: number | null; at: number },
): CardContent {
  const locale = card.locale === 'zh' ? 'zh' : 'en';
  const say = words[locale];
  const record: CardBlock = {
    type: 'record',
    glyph: done.level === null ? 'unknown' : 'pass',
    title: done.level === null ? say.skipped(done.byName) : say.given(done.byName, done.level),
    detail: timeText(done.at, done.at, locale),
  };
  const buttons = card.buttons.filter((button) => button.href !== undefined);
  return { ...card, blocks: [record], buttons, footnote: '' };
}
