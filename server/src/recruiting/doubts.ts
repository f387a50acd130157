import { type Doubt, doubts } from '@zhiyu/contracts/look-order';
import type { Report } from '@zhiyu/contracts/scoring';

/** Below this share of measured weight nothing is decided by the machine. */
const measuredEnough = 0.6;
/** Gates under which there are no words to judge: what the answer says nobody knows yet. */
const wordless = ['uncertainTranscript', 'noTranscript', 'notJudged'];

/** Two engines more than a level apart: the report is of low confidence and neither its error nor its coverage is why. */
function enginesApart({ confidence, total }: Report): boolean {
  const { standardError, coverage } = total;
  return confidence === 'low' && standardError !== null && standardError <= 9 && coverage >= 0.5;
}

/** Why a person should look, whatever the interval says. */
export function doubtsOf(report: Report): Doubt[] {
  const is: Record<Doubt, boolean> = {
    apart: enginesApart(report),
    words: report.answers.some(({ gate }) => gate !== null && wordless.includes(gate)),
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
