import { useState } from 'react';
import { consentTexts } from '@zhiyu/contracts/consent-texts';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import type { CandidateInterview, ExtraPurpose } from '@zhiyu/contracts/interview';
import { call } from '../../api/client';
import { messageOf } from '../../api/error';
import {
  consentKeys,
  consentsOf,
  countGiven,
  wantsPerson,
  type ConsentKey,
  type Consents,
} from './step.shared';
import { putInterview } from './use-interview';

const paragraphs = [
  'who',
  'what',
  'why',
  'machine',
  'speech',
  'model',
  'voice',
  'keep',
  'rights',
] as const;

/** Paragraphs of the full text, in order; who outside the company hears or reads along is named where there is somebody. */
export function fullText({ outside }: CandidateInterview): (typeof paragraphs)[number][] {
  return paragraphs.filter(
    (part) =>
      (part !== 'speech' || outside.speech !== null) &&
      (part !== 'model' || outside.model !== null) &&
      (part !== 'voice' || outside.voice !== null),
  );
}

/** What the paragraphs name. */
export function fullTextNames(interview: CandidateInterview) {
  const { companyName, contactName, keepDays, outside } = interview;
  return { company: companyName, name: contactName, days: keepDays, ...outside };
}

interface Asks {
  /** What this surface asks beyond the usual purposes. */
  asked: readonly ExtraPurpose[];
  /** Without the assessment a person takes over. */
  onPerson: () => void;
}

/** The decisions before an interview: each off until it is switched on, all of them sent at once. */
export function useConsent(interview: CandidateInterview, { asked, onPerson }: Asks) {
  // What was chosen with the application is shown as it was chosen.
  const talentPool = interview.consents.talentPool === true;
  const refused = consentsOf(asked, () => false);
  const [consents, setConsents] = useState<Consents>({ ...refused, talentPool });
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const give = async (given: Consents) => {
    setSending(true);
    setProblem(null);
    try {
      const notice = interview.european ?? interview.weighed;
      const input = { ...given, textVersion: notice?.version ?? consentTexts.interview };
      const after = await call(candidateRoutes.giveConsents, input);
      if (wantsPerson(given)) {
        onPerson();
      } else {
        putInterview(after);
      }
    } catch (error) {
      setProblem(messageOf(error));
    }
    setSending(false);
  };
  const count = countGiven(consents);
  const person = wantsPerson(consents);
  const word = count === 0 ? 'refuseAll' : person ? 'agreePerson' : 'agree';
  return {
    keys: consentKeys(asked),
    consents,
    choose: (key: ConsentKey, on: boolean) => setConsents((before) => ({ ...before, [key]: on })),
    /** How many are on, and the sentence of the button that sends them. */
    count,
    word: `consent.${word}` as const,
    person,
    sending,
    problem,
    send: () => give(consents),
    refuse: () => give(refused),
  };
}
