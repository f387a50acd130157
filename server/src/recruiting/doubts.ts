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

/** Two engines more than a level apart: the report is of low confidence and neither error, coverage nor words are why. */
function enginesApart(report: Report): boolean {
  const { confidence, total } = report;
  const { standardError, coverage } = total;
  const measured = standardError !== null && standardError <= 9 && coverage >= 0.5;
  return confidence === 'low' && measured && !isMisheard(report);
}

/** Why a person should look, whatever the interval says. */
export function doubtsOf(report: Report): Doubt[] {
  const is: Record<Doubt, boolean> = {
    apart: enginesApart(report),
    words:
      isMisheard(report) ||
      report.answers.some(({ gate }) => gate !== null && wordless.includes(gate)),
    thin: report.total.coverage < measuredEnough,
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
