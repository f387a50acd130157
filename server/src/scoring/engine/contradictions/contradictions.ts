import type { Locale } from '@zhiyu/contracts/basics';
import type { Contradiction, Passage } from '@zhiyu/contracts/contradictions';
import type { AssessedAnswer } from '../engine.types.js';
import { apart, say } from '../phrases.js';
import { secondsAt } from '../transcript-text.js';
import { countsApart } from './counts.js';
import { datesApart } from './dates.js';
import { durationsApart } from './durations.js';
import { ownPartsApart } from './own-part.js';
import type { ResumeBasis } from './resume-basis.js';
import { type Apart, materialOf, type Side } from './said.js';
import { standingApart } from './standing.js';
import { deedsApart } from './yes-no.js';

/** More than these nobody asks in one round. */
const most = 8;

const rules = [durationsApart, datesApart, standingApart, countsApart, deedsApart, ownPartsApart];

/**
 * Passages that say one fact in two ways: inside an answer, between answers, and beside the résumé. Few and sure
 * rather than many: what may be another time, another place, somebody else's or only wished is left alone. They move
 * no score; each is a question.
 */
export function contradictionsIn(
  answers: AssessedAnswer[],
  resume: ResumeBasis | null,
  locale: Locale,
): Contradiction[] {
  const material = materialOf(answers, resume);
  const found = rules
    .flatMap((rule) => rule(material))
    .map((one) => contradiction(one, locale))
    .sort((a, b) => placeOf(a.one) - placeOf(b.one));
  const places = new Set<string>();
  return found
    .filter(({ one, other }) => {
      const key = `${placeName(one)} ${placeName(other)}`;
      return !places.has(key) && places.add(key);
    })
    .slice(0, most);
}

function contradiction({ kind, ...sides }: Apart, locale: Locale): Contradiction {
  const one = passageOf(sides.one);
  const other = passageOf(sides.other);
  const words = { one: one.quote, other: other.quote };
  if (other.from === 'resume') {
    const values = { ...words, line: String(other.line) };
    const text = say(apart.withResume, locale, values);
    return { kind, one, other, text, ask: say(apart.askResume, locale, values) };
  }
  const text = say(apart.between, locale, words);
  return { kind, one, other, text, ask: say(apart.askBetween, locale, words) };
}

function passageOf(side: Side): Passage {
  if ('line' in side) return { from: 'resume', quote: side.line.text, line: side.line.line };
  const { answer, joined, clause } = side.said;
  const { start, end, text } = clause;
  return {
    ...{ from: 'answer', answerId: answer.answerId, questionIndex: answer.questionIndex },
    ...{ quote: text, start, end, seconds: secondsAt(joined, start) },
  };
}

function placeOf(passage: Passage): number {
  return passage.from === 'answer' ? passage.questionIndex * 1e6 + passage.start : -1;
}

function placeName(passage: Passage): string {
  return passage.from === 'answer'
    ? `${passage.answerId} ${String(passage.start)}`
    : `line ${String(passage.line)}`;
}
