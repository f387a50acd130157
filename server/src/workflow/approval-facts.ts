import type { Finding, Report } from '@zhiyu/contracts/scoring';
import type { ApprovalFact } from '../notify/cards/approval.card.js';

/** As many stand on the card: more would not be read in a chat. */
const shown = 3;

/** What to look at first, then what was good; each says something new, so no words stand there twice. */
export function factsOf(report: Pick<Report, 'lookFirst' | 'highlights'>): ApprovalFact[] {
  const findings: Finding[] = [...report.lookFirst, ...report.highlights];
  const facts: ApprovalFact[] = [];
  for (const { text, evidence } of findings) {
    const fresh = evidence.find(({ quote }) => facts.every((fact) => fact.quote !== quote));
    if (fresh) {
      facts.push({ text, quote: fresh.quote, seconds: fresh.seconds });
    }
  }
  return facts.slice(0, shown);
}
