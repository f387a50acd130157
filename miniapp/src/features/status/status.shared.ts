import type { CandidateStatus } from '@zhiyu/contracts/interview';

/** Which page the status is: where it stands, the good news, or the letter. */
export type StatusView = 'open' | 'passed' | 'letter' | 'withdrawn';

export function viewOf(status: CandidateStatus): StatusView {
  if (status.outcome === 'withdrawn') {
    return 'withdrawn';
  }
  if (status.outcome === 'notSelected' && status.letter) {
    return 'letter';
  }
  return status.outcome === 'passed' ? 'passed' : 'open';
}

export type LetterOf = NonNullable<CandidateStatus['letter']>;

/** What the letter says of the answers, each under its heading: strengths first, then one thing to practise. */
export function letterPoints({ strengths, practice }: LetterOf) {
  const well = strengths.map((point, at) => ({
    ...point,
    heading: at === 0 ? ('letter.well' as const) : ('letter.also' as const),
  }));
  return practice ? [...well, { ...practice, heading: 'letter.practice' as const }] : well;
}

/** Promises not yet kept, the nearest first. */
export function openPromises(status: CandidateStatus): CandidateStatus['promises'] {
  return status.promises.filter(({ keptAt }) => keptAt === null).sort((a, b) => a.dueAt - b.dueAt);
}

/** The interview can still be begun or gone on with. */
export function interviewOpen(status: CandidateStatus): boolean {
  const state = status.interview?.state;
  return state === 'invited' || state === 'consented' || state === 'running';
}

/** What the head of the page says while nothing is decided. */
export function headOf(status: CandidateStatus): 'running' | 'invited' | 'finished' | 'received' {
  const state = status.interview?.state;
  if (state === 'running' || state === 'finished') {
    return state;
  }
  return interviewOpen(status) ? 'invited' : 'received';
}

/** Recorded answers without any words yet: only words are scored. */
export function wordless(status: CandidateStatus): number {
  return status.answers.filter(({ words, editable }) => words === null && editable).length;
}
