import type {
  AccommodationKind,
  Accommodations,
  Allowances,
  ArrangementsView,
} from '@zhiyu/contracts/arrangements';
import type { AnswerMode } from '@zhiyu/contracts/interview';
import { usualAllowances } from '@zhiyu/contracts/plan-defaults';
import type { InterviewPlan, Question } from '@zhiyu/contracts/position';
import type { Arrangement } from './entities/arrangement.entity.js';

const minuteMs = 60_000;

/** What counts where nothing was arranged. */
export function plainArrangement(of: { interviewId: string; companyId: string }): Arrangement {
  const { interviewId, companyId } = of;
  return {
    ...{ interviewId, companyId, timePercent: 100, noCamera: false, textOnly: false },
    ...{ extendedAt: null, remindAt: null, pausedAt: null, pauseEndsAt: null },
    ...{ pausedAnswerId: null, heldBy: null, pausedMs: 0 },
  };
}

export function allowancesOf(plan: InterviewPlan): Allowances {
  return plan.allowances ?? usualAllowances;
}

export function accommodationsOf(row: Arrangement): Accommodations {
  const { timePercent, noCamera, textOnly } = row;
  const timeFactor = timePercent >= 200 ? 2 : timePercent > 100 ? 1.5 : 1;
  return { timeFactor, noCamera, textOnly };
}

/** The wishes one by one, as they are granted and written down. */
export function kindsOf({ timeFactor, noCamera, textOnly }: Accommodations): AccommodationKind[] {
  return [
    ...(timeFactor === 1.5 ? (['time15'] as const) : []),
    ...(timeFactor === 2 ? (['time2'] as const) : []),
    ...(noCamera ? (['noCamera'] as const) : []),
    ...(textOnly ? (['textOnly'] as const) : []),
  ];
}

/** The other way round; of two time factors the greater one counts. */
export function accommodationsFrom(kinds: readonly AccommodationKind[]): Accommodations {
  const timeFactor = kinds.includes('time2') ? 2 : kinds.includes('time15') ? 1.5 : 1;
  return {
    timeFactor,
    noCamera: kinds.includes('noCamera'),
    textOnly: kinds.includes('textOnly'),
  };
}

/** The question with the time that this candidate has for it. */
export function timed(content: Question, row: Arrangement | null): Question {
  if (row === null || row.timePercent === 100) {
    return content;
  }
  const longer = (seconds: number) => Math.round((seconds * row.timePercent) / 100);
  return {
    ...content,
    thinkingSeconds: longer(content.thinkingSeconds),
    answerSeconds: longer(content.answerSeconds),
  };
}

export function mayAnswerBy(row: Arrangement, mode: AnswerMode): boolean {
  return mode === 'text' || (!row.textOnly && !(row.noCamera && mode === 'camera'));
}

/** Of the budget, what a pause that begins or runs now can still use, ms. */
export function pauseLeft(row: Arrangement, plan: InterviewPlan, now: number): number {
  const { pausedAt, pausedAnswerId, pauseEndsAt, pausedMs, heldBy } = row;
  const own = pausedAnswerId !== null && heldBy === null;
  const running = pausedAt !== null && own ? Math.min(now, pauseEndsAt ?? now) - pausedAt : 0;
  const budget = allowancesOf(plan).pauseMinutes * minuteMs;
  return Math.max(0, budget - pausedMs - running);
}

function longestMinutes(questions: Question[], plan: InterviewPlan, row: Arrangement): number {
  const typed = row.textOnly ? 2 : 1;
  const seconds = questions.reduce(
    (sum, one) => sum + one.thinkingSeconds + one.answerSeconds * typed * (1 + plan.reRecordings),
    0,
  );
  return Math.max(1, Math.ceil(seconds / 60)) + allowancesOf(plan).pauseMinutes;
}

/** What the candidate sees of it. */
export function arrangementsView(of: {
  row: Arrangement;
  plan: InterviewPlan;
  questions: Question[];
  asked: ArrangementsView['asked'];
  now: number;
}): ArrangementsView {
  const { row, plan, questions, asked, now } = of;
  const allowances = allowancesOf(plan);
  const over = row.pauseEndsAt !== null && row.pauseEndsAt <= now;
  return {
    accommodations: accommodationsOf(row),
    asked,
    allowances,
    extended: row.extendedAt !== null,
    remindAt: row.remindAt,
    pause: {
      budgetMinutes: allowances.pauseMinutes,
      leftSeconds: Math.floor(pauseLeft(row, plan, now) / 1000),
      pausedAt: over ? null : row.pausedAt,
      endsAt: over ? null : row.pauseEndsAt,
      thinking: !over && row.pausedAnswerId !== null,
      held: !over && row.heldBy !== null,
    },
    longestMinutes: longestMinutes(questions, plan, row),
  };
}
