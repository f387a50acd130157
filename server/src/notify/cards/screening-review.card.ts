import type { DecisionReason } from '@zhiyu/contracts/application';
import type { CardBlock, CardButton } from '@zhiyu/contracts/card';
import type { CardContent } from '../card-content.js';
import { inLine, timeText } from '../time-text.js';
import { reasonLabel, reasonOptions } from './reason-labels.js';
import type { StaffLocale } from './staff-locale.js';

/** A rule that did not hold. */
export interface OpenRule {
  /** The rule in words. */
  rule: string;
  outcome: 'failed' | 'unknown';
  /** What was found, in words. */
  found: string;
  /** 1-based line of the résumé and its text; null where nothing was found. */
  line: number | null;
  lineText: string | null;
}

export interface ScreeningReviewProps {
  locale: StaffLocale;
  candidateName: string;
  positionName: string;
  appliedAt: number;
  now: number;
  /** How many rules held. */
  held: number;
  /** Those that did not. */
  open: OpenRule[];
  promiseAt: number | null;
  resumeHref: string;
}

const words = {
  zh: {
    eyebrow: (time: string) => `简历要人看，${time} 投递`,
    title: (name: string, position: string) => `${name}，${position}`,
    counts: (held: number, failed: number, unknown: number) =>
      [
        `${held} 条够`,
        ...(failed > 0 ? [`${failed} 条不够`] : []),
        ...(unknown > 0 ? [`${unknown} 条没写`] : []),
      ].join('，'),
    outcome: { failed: '不够', unknown: '没写，不算不够' },
    parts: '，',
    line: (n: number, text: string) => `简历第 ${n} 行：${text}`,
    invite: '邀请面试',
    reject: '不通过',
    resume: '看简历',
    why: '为什么',
    promise: (time: string) => `答应过${inLine(time)} 前答复`,
    invited: (name: string) => `${name}邀请了面试`,
    rejected: (name: string) => `${name}选了不通过`,
    reason: (label: string) => `原因：${label}`,
    join: '，',
  },
  en: {
    eyebrow: (time: string) => `A résumé for a person to look at, applied on ${time}`,
    title: (name: string, position: string) => `${name}, ${position}`,
    counts: (held: number, failed: number, unknown: number) =>
      [
        `${held} ${held === 1 ? 'rule' : 'rules'} held`,
        ...(failed > 0 ? [`${failed} failed`] : []),
        ...(unknown > 0 ? [`${unknown} not stated`] : []),
      ].join(', '),
    outcome: { failed: 'Failed', unknown: 'Not stated, which isn’t a failure' },
    parts: '. ',
    line: (n: number, text: string) => `Résumé line ${n}: ${text}`,
    invite: 'Invite',
    reject: 'No',
    resume: 'Read the résumé',
    why: 'Why',
    promise: (time: string) => `An answer is promised by ${time}`,
    invited: (name: string) => `${name} invited the candidate`,
    rejected: (name: string) => `${name} chose “no”`,
    reason: (label: string) => `reason: ${label}`,
    join: ', ',
  },
} as const;

/** What its button says. */
export function screeningChoice(kind: 'pass' | 'reject', locale: StaffLocale): string {
  return kind === 'pass' ? words[locale].invite : words[locale].reject;
}

function ruleFact(rule: OpenRule, locale: StaffLocale): CardBlock {
  const say = words[locale];
  const line =
    rule.line !== null && rule.lineText !== null ? [say.line(rule.line, rule.lineText)] : [];
  const found = rule.found === '' ? [] : [rule.found];
  const value = [say.outcome[rule.outcome], ...found, ...line].join(say.parts);
  return { type: 'fact', label: rule.rule, value };
}

function headOf(props: ScreeningReviewProps): CardBlock {
  const failed = props.open.filter((rule) => rule.outcome === 'failed').length;
  const text = words[props.locale].counts(props.held, failed, props.open.length - failed);
  return { type: 'text', text };
}

function resumeButton(props: ScreeningReviewProps): CardButton {
  return {
    action: 'open',
    label: words[props.locale].resume,
    style: 'quiet',
    href: props.resumeHref,
  };
}

/** To HR when a rule failed or the résumé does not say: every open rule with its line, and a person decides. */
export function screeningReviewCard(props: ScreeningReviewProps): CardContent {
  const { locale, now, promiseAt } = props;
  const say = words[locale];
  const reject: CardButton = {
    action: 'reject',
    label: say.reject,
    style: 'plain',
    ask: { label: say.why, options: reasonOptions('reject', locale), freeText: true },
  };
  return {
    locale,
    eyebrow: say.eyebrow(timeText(props.appliedAt, now, locale)),
    title: say.title(props.candidateName, props.positionName),
    figure: null,
    blocks: [headOf(props), ...props.open.map((rule) => ruleFact(rule, locale))],
    buttons: [{ action: 'invite', label: say.invite, style: 'plain' }, reject, resumeButton(props)],
    footnote: promiseAt === null ? '' : say.promise(timeText(promiseAt, now, locale)),
  };
}

export interface ScreeningDecided {
  invited: boolean;
  byName: string;
  at: number;
  /** Of a rejection. */
  reason: DecisionReason | null;
}

/** What the card turns into. */
export function screeningReviewDecided(
  props: ScreeningReviewProps,
  decided: ScreeningDecided,
): CardContent {
  const { locale, now } = props;
  const say = words[locale];
  const reason = decided.reason === null ? [] : [say.reason(reasonLabel(decided.reason, locale))];
  const record: CardBlock = {
    type: 'record',
    glyph: decided.invited ? 'pass' : 'reject',
    title: decided.invited ? say.invited(decided.byName) : say.rejected(decided.byName),
    detail: [timeText(decided.at, now, locale), ...reason].join(say.join),
  };
  const open = screeningReviewCard(props);
  return { ...open, blocks: [headOf(props), record], buttons: [resumeButton(props)], footnote: '' };
}
