import type { CardBlock } from '@zhiyu/contracts/card';
import type { Compared, DigestFacts, DigestPosition, Rhythm } from '@zhiyu/contracts/digest';
import type { CardContent } from '../card-content.js';
import { dayText, spanText, timeText } from '../time-text.js';
import { digestWords } from './digest.words.js';
import type { StaffLocale } from './staff-locale.js';

export interface DigestProps {
  locale: StaffLocale;
  now: number;
  rhythm: Rhythm;
  facts: DigestFacts;
  /** The board. */
  href: string;
}

/** More positions than this are read on the board. */
const positionsSaid = 6;

/** Nothing happened and nothing waits: there is nothing to send. */
export function isEmptyDigest(facts: DigestFacts): boolean {
  const { waiting, promises, applied, interviewed, passed, hired } = facts;
  const counts = [applied, interviewed, passed, hired].map(({ now }) => now);
  return [waiting.count, promises.kept, promises.broken, ...counts].every((count) => count === 0);
}

function titleOf({ locale, now, facts: { waiting } }: DigestProps): string {
  const say = digestWords[locale];
  return waiting.count === 0 || waiting.since === null
    ? say.nobodyWaits
    : say.waiting(waiting.count, spanText(now - waiting.since, locale));
}

function positionLine(position: DigestPosition, locale: StaffLocale): string {
  const say = digestWords[locale];
  const { hired, ...under } = position.standing;
  const stages = ['screening', 'interview', 'review', 'people', 'offer'] as const;
  const parts = stages
    .filter((stage) => under[stage] > 0)
    .map((stage) => say.standing[stage](under[stage]));
  const joined = say.joined(hired, position.headcount);
  return say.position(position.name, [...(parts.length > 0 ? parts : [say.nobody]), joined]);
}

function positionLines({ facts: { positions }, locale }: DigestProps): CardBlock[] {
  const shown = positions.slice(0, positionsSaid).map((one) => positionLine(one, locale));
  const rest = positions.length - shown.length;
  const lines = rest > 0 ? [...shown, digestWords[locale].more(rest)] : shown;
  return lines.length > 0 ? [{ type: 'text', text: lines.join('\n') }] : [];
}

/**
 * What a person wants to know in ten seconds: who waits, the week against the one before, promises, each position in
 * words. Counts only: it holds nobody's name and no score, so that it may also go to a group.
 */
export function digestCard(props: DigestProps): CardContent {
  const { locale, now, rhythm, facts, href } = props;
  const say = digestWords[locale];
  const date = (at: number | undefined) => dayText(at ?? now, now, locale);
  const fact = (label: string, value: string): CardBlock => ({ type: 'fact', label, value });
  const compared = (label: string, count: Compared) =>
    fact(label, say.compared(count.now, count.before));
  const { kept, broken } = facts.promises;
  return {
    locale,
    eyebrow: say.eyebrow(rhythm, date(facts.days[0]?.day), date(facts.days.at(-1)?.day)),
    title: titleOf(props),
    figure: null,
    blocks: [
      compared(say.applied, facts.applied),
      compared(say.interviewed, facts.interviewed),
      compared(say.passed, facts.passed),
      compared(say.hired, facts.hired),
      ...(kept + broken > 0 ? [fact(say.promises, say.kept(kept, broken))] : []),
      {
        type: 'chart',
        label: say.chart,
        points: facts.days.map(({ day, applied }) => ({ label: date(day), value: applied })),
      },
      ...positionLines(props),
    ],
    buttons: [{ action: 'open', label: say.open, style: 'plain', href }],
    footnote: say.asOf(timeText(now, now, locale)),
  };
}
