import type {
  AnswerMode,
  Attempt,
  CandidateInterview,
  ConsentInput,
  CurrentQuestion,
  ExtraPurpose,
} from '@zhiyu/contracts/interview';

const usual = ['recording', 'transcription', 'automatedAssessment'] as const;
export type ConsentKey = (typeof usual)[number] | ExtraPurpose | 'talentPool';
export type Consents = Pick<ConsentInput, ConsentKey>;

/** The purposes in the order in which they are asked; `asked`: what position and company use beyond the usual. */
export function consentKeys(asked: readonly ExtraPurpose[]): ConsentKey[] {
  return [...usual, ...asked, 'talentPool'];
}

export type Step =
  'consent' | 'device' | 'next' | 'think' | 'answer' | 'review' | 'handIn' | 'finished' | 'closed';

/** A decision for each purpose that is asked about: `asked` names those beyond the usual. */
export function consentsOf(
  asked: readonly ExtraPurpose[],
  of: (key: ConsentKey) => boolean,
): Consents {
  return {
    recording: of('recording'),
    transcription: of('transcription'),
    automatedAssessment: of('automatedAssessment'),
    ...Object.fromEntries(asked.map((key) => [key, of(key)])),
    talentPool: of('talentPool'),
  };
}

/** What holds now of that, false where nothing was said yet. */
export function consentsNow({ consents, asked }: CandidateInterview): Consents {
  return consentsOf(asked, (key) => consents[key] ?? false);
}

/** The view of the moment; `mode` is null until the device was looked at on this device. */
export function stepOf(interview: CandidateInterview, mode: AnswerMode | null): Step {
  if (interview.state === 'invited') {
    return 'consent';
  }
  if (interview.state === 'finished') {
    return 'finished';
  }
  if (interview.state === 'expired' || interview.state === 'cancelled') {
    return 'closed';
  }
  if (interview.current === null && interview.answered >= interview.questionCount) {
    return 'handIn';
  }
  if (mode === null) {
    return 'device';
  }
  return interview.current === null ? 'next' : stepOfPhase(interview.current);
}

function stepOfPhase(question: CurrentQuestion): Step {
  const steps = { thinking: 'think', answering: 'answer', reviewing: 'review' } as const;
  return steps[question.phase];
}

/**
 * The attempt that runs: the one this page began last; else, by the server's book, the newest, when an older one
 * was left for another way of answering.
 */
export function runningAttempt(question: CurrentQuestion, begun?: string | null): Attempt | null {
  const open = question.attempts.filter(({ state }) => state === 'recording');
  return open.find(({ id }) => id === begun) ?? open.at(-1) ?? null;
}

/** The attempt that runs at another device of this candidate; null when the newest one runs here, or none does. */
export function runsElsewhere(question: CurrentQuestion): Attempt | null {
  const newest = question.attempts.filter(({ state }) => state === 'recording').at(-1);
  return newest && !newest.here ? newest : null;
}

/** The words to go on writing from: those the server keeps of this attempt, else of the one it goes on from. */
export function draftOf(question: CurrentQuestion, attemptId: string): string {
  const typed = question.attempts.filter(
    ({ mode, state }) => mode === 'text' && state === 'recording',
  );
  const own = typed.find(({ id }) => id === attemptId)?.words;
  return own ?? typed.filter(({ words }) => words !== null).at(-1)?.words ?? '';
}

/** The attempt to look at after an answer: the last finished one. */
export function lastFinished(question: CurrentQuestion): Attempt | null {
  return question.attempts.filter(({ state }) => state === 'finished').at(-1) ?? null;
}

/** Minutes still to go, by the average of the whole interview; at least one while questions are left. */
export function minutesLeft(interview: CandidateInterview): number {
  const each = interview.minutes / Math.max(1, interview.questionCount);
  return Math.max(1, Math.round(each * (interview.questionCount - interview.answered)));
}

/** Modes that the consents and what was arranged leave open. */
export function allowedModes({ consents, arrangements }: CandidateInterview): AnswerMode[] {
  const { noCamera, textOnly } = arrangements.accommodations;
  if (consents.recording !== true || textOnly) {
    return ['text'];
  }
  return noCamera ? ['voice', 'text'] : ['camera', 'voice', 'text'];
}

/** How many of the switches are on. */
export function countGiven(consents: Consents): number {
  return Object.values(consents).filter(Boolean).length;
}

/** Without the assessment there is nothing for the machine to do: a person takes over. */
export function wantsPerson(consents: Consents): boolean {
  return !consents.automatedAssessment;
}

/** Seconds of speech that equal a text: 240 characters a minute. */
export function spokenSeconds(text: string): number {
  return Math.round((text.replace(/\s/g, '').length / 240) * 60);
}
