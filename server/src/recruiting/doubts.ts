import { type Doubt, doubts } from '@zhiyu/contracts/look-order';
import type { Report } from '@zhiyu/contracts/scoring';

/** Below this share of measured weight nothing is decided by the machine. */
const measuredEnough = 0.6;
/** Gates under which there are no words to judge: what the answer says nobody knows yet. */
const wordless = ['uncertainTranscript', 'noTranscript', 'notJudged'];

/** Words were not heard for sure, and a level would rest on them. */
function isMisheard({ answers }: Report): boolean {
  return answers.some(({ unsure }) => unsure !== undefined);
}

/**
 * A report of low confidence for a cause that it does not name and that neither its error nor what it measured shows:
 * those of engines before 1.8.0 did not keep which it was.
 */
function isUnnamed(report: Report): boolean {
  const { confidence, total, doubts: causes } = report;
  const { standardError, coverage } = total;
  const measured = standardError !== null && standardError <= 9 && coverage >= 0.5;
  return confidence === 'low' && measured && causes === undefined && !isMisheard(report);
}

/** Why a person should look, whatever the interval says: each cause by its name. */
export function doubtsOf(report: Report): Doubt[] {
  const { answers, total, doubts: causes = [] } = report;
  const is: Record<Doubt, boolean> = {
    apart: causes.includes('apart'),
    other: causes.includes('other'),
    twice: causes.includes('twice'),
    uncued: causes.includes('uncued'),
    words:
      isMisheard(report) || answers.some(({ gate }) => gate !== null && wordless.includes(gate)),
    thin: total.coverage < measuredEnough,
    unnamed: isUnnamed(report),
  };
  return doubts.filter((one) => is[one]);
}

/** As it is kept beside the score; null: nothing. */
export function doubtsText(all: readonly Doubt[]): string | null {
  return all.join(',') || null;
}

export function doubtsFrom(text: string | null): Doubt[] {
  const said = (text ?? '').split(',');
  return doubts.filter((one) => said.includes(one));
}
