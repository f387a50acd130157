import type { DecisionKind, DecisionReason } from '@zhiyu/contracts/application';
import type { CardBlock, CardButton } from '@zhiyu/contracts/card';
import { errorText, type ScoreScale, scoreText } from '@zhiyu/contracts/score-scale';
import type { Verdict } from '@zhiyu/contracts/scoring';
import type { CardContent } from '../card-content.js';
import { lateMessage } from '../late-press.js';
import { timeText } from '../time-text.js';
import { approvalWords } from './approval.words.js';
import { reasonLabel, reasonOptions } from './reason-labels.js';
import type { StaffLocale } from './staff-locale.js';

/** Values 0-100; null = not measured. */
export interface ApprovalScore {
  name: string;
  value: number | null;
  standardError: number | null;
  requirement: number;
  verdict: Verdict;
}

export interface ApprovalFact {
  /** What it shows, in one line. */
  text: string;
  /** The exact words. */
  quote: string;
  seconds: number | null;
}

/** What voice and face weigh (percent, 0: not), and the total of the words alone. */
export interface ApprovalWeighed {
  voice: number;
  face: number;
  words: number;
  /** The words alone stand otherwise to the requirement. */
  differs: boolean;
}

export interface ApprovalProps {
  locale: StaffLocale;
  /** How the company shows its scores. */
  scale: ScoreScale;
  candidateName: string;
  positionName: string;
  finishedAt: number;
  now: number;
  /** `coverage`: share of the weight that was measured, 0-1. */
  total: Omit<ApprovalScore, 'name' | 'verdict'> & { coverage: number };
  dimensions: ApprovalScore[];
  /** Strongest first; the first three are shown. */
  facts: ApprovalFact[];
  /** How many of the answers have words that the candidate typed. */
  typed: 'none' | 'some' | 'all';
  /** Everybody who has the card, when there are several; empty for one. */
  holderNames: string[];
  /** Voice or face counts in the total; null: words alone. */
  weighed: ApprovalWeighed | null;
  /** The position's rule for high potential holds. */
  highPotential: boolean;
  promiseAt: number | null;
  reportHref: string;
}

const factsShown = 3;

function figureOf(props: ApprovalProps): CardContent['figure'] {
  const { total, locale, scale } = props;
  if (total.value === null) {
    return null;
  }
  const say = approvalWords[locale];
  const { standardError } = total;
  const error = standardError === null ? '' : errorText(standardError, scale, locale);
  const percent = Math.round(total.coverage * 100);
  const parts = [say.requirement(scoreText(total.requirement, scale, locale))];
  if (percent < 100) {
    parts.push(say.coverage(percent));
  }
  return { value: scoreText(total.value, scale, locale), error, note: parts.join(say.join) };
}

function scoreBlock({ name, ...score }: ApprovalScore, scale: ScoreScale): CardBlock {
  return { type: 'score', label: name, ...score, scale };
}

function weighedText(weighed: ApprovalWeighed, { locale, scale }: ApprovalProps): string {
  const say = approvalWords[locale].weighed;
  const parts = [
    ...(weighed.voice > 0 ? [say.voice(weighed.voice)] : []),
    ...(weighed.face > 0 ? [say.face(weighed.face)] : []),
  ];
  const text = say.text(parts, scoreText(weighed.words, scale, locale));
  return weighed.differs ? `${text}${say.differs}` : text;
}

function blocksOf(props: ApprovalProps): CardBlock[] {
  const say = approvalWords[props.locale];
  const notes = [
    ...(props.total.value === null ? [say.noTotal] : []),
    ...(props.weighed ? [weighedText(props.weighed, props)] : []),
    ...(props.highPotential ? [say.highPotential] : []),
    ...(props.typed === 'none' ? [] : [say.typed[props.typed]]),
  ];
  const quotes = props.facts.slice(0, factsShown).map(({ text, quote, seconds }): CardBlock => ({
    type: 'quote',
    text: quote,
    seconds,
    note: text,
  }));
  const texts = notes.map((text): CardBlock => ({ type: 'text', text }));
  return [...props.dimensions.map((one) => scoreBlock(one, props.scale)), ...texts, ...quotes];
}

function reportButton(props: ApprovalProps): CardButton {
  const label = approvalWords[props.locale].report;
  return { action: 'open', label, style: 'quiet', href: props.reportHref };
}

function buttonsOf(props: ApprovalProps): CardButton[] {
  const say = approvalWords[props.locale];
  // Three decisions weigh the same; none is preselected.
  const decide = (kind: 'pass' | 'hold' | 'reject'): CardButton => ({
    action: kind,
    label: say.buttons[kind],
    style: 'plain',
    ask: { label: say.why, options: reasonOptions(kind, props.locale), freeText: true },
  });
  const more: CardButton = {
    action: 'askMore',
    label: say.buttons.askMore,
    style: 'quiet',
    ask: { label: say.what, options: [], freeText: true },
  };
  return [decide('pass'), decide('hold'), decide('reject'), more, reportButton(props)];
}

function footnoteOf(props: ApprovalProps): string {
  const say = approvalWords[props.locale];
  const others = props.holderNames.length > 0 ? [say.others(props.holderNames)] : [];
  const promise =
    props.promiseAt === null
      ? []
      : [say.promise(timeText(props.promiseAt, props.now, props.locale))];
  return [...promise, ...others].join(props.locale === 'zh' ? '。' : '. ');
}

/** HR's and the manager's card: name, position, total against requirement, the strongest facts, the decision. */
export function approvalCard(props: ApprovalProps): CardContent {
  const { locale, now } = props;
  const say = approvalWords[locale];
  return {
    locale,
    eyebrow: say.eyebrow(timeText(props.finishedAt, now, locale)),
    title: say.title(props.candidateName, props.positionName),
    figure: figureOf(props),
    blocks: blocksOf(props),
    buttons: buttonsOf(props),
    footnote: footnoteOf(props),
  };
}

export interface Decided {
  kind: DecisionKind;
  /** Null when a setting of the position decided. */
  byName: string | null;
  at: number;
  reason: DecisionReason;
  /** What the decider wrote; empty when nothing. */
  note: string;
  /** What follows, in one sentence, e.g. 雨桐答完加问后，会再提醒两位; empty when nothing. */
  next: string;
}

const glyphs = { pass: 'pass', hold: 'hold', reject: 'reject', askMore: 'hold' } as const;

/** 何敬选了待定 */
export function decisionTitle(
  locale: StaffLocale,
  kind: DecisionKind,
  byName: string | null,
): string {
  const say = approvalWords[locale];
  return byName === null ? say.automatic(kind) : say.decided(byName, kind);
}

/** What the card turns into once somebody decided: who, what, when and why. */
export function approvalDecided(open: CardContent, decided: Decided): CardContent {
  const locale = open.locale === 'en' ? 'en' : 'zh';
  const say = approvalWords[locale];
  const reason =
    decided.kind === 'askMore' ? [] : [say.reason(reasonLabel(decided.reason, locale))];
  const note: CardBlock[] =
    decided.note === '' ? [] : [{ type: 'text', text: say.quoted(decided.note) }];
  const record: CardBlock = {
    type: 'record',
    glyph: glyphs[decided.kind],
    title: decisionTitle(locale, decided.kind, decided.byName),
    detail: [timeText(decided.at, decided.at, locale), ...reason].join(say.join),
  };
  return {
    ...open,
    blocks: [...note, record],
    buttons: open.buttons.filter((button) => button.action === 'open'),
    footnote: decided.next,
  };
}

export interface ApprovalLate {
  locale: StaffLocale;
  decided: Pick<Decided, 'kind' | 'byName' | 'at'>;
  pressed: DecisionKind;
  pressedAt: number;
}

/** 何敬选了待定，比您早 4 秒。您按的“通过”没有生效 */
export function approvalLate({ locale, decided, pressed, pressedAt }: ApprovalLate): string {
  return lateMessage({
    locale,
    happened: decisionTitle(locale, decided.kind, decided.byName),
    earlierMs: pressedAt - decided.at,
    pressed: approvalWords[locale].buttons[pressed],
  });
}
