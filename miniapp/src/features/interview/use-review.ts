import { useEffect, useState } from 'react';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import type { Attempt, CandidateInterview, CurrentQuestion } from '@zhiyu/contracts/interview';
import { call } from '../../api/client';
import { ApiError, messageOf } from '../../api/error';
import type { AnswerRun } from './answer-run';
import { openNext, pauseHere, putInterview, refreshInterview } from './use-interview';

/** How often to ask for the words while the engine works (ms). */
const ASK_EVERY = 2_000;

/** The words as the candidate sees them: the engine's until the candidate has typed. */
function useWords(attempt: Attempt) {
  const [typed, setTyped] = useState<string | null>(null);
  const coming = attempt.recognition === 'pending';
  const pending = coming && attempt.words === null;
  // Words heard while the answer was given stand until those of the whole recording come.
  const live = coming && !pending && attempt.wordsFrom === 'engine';
  useEffect(() => {
    if (!coming) {
      return;
    }
    const timer = setInterval(() => void refreshInterview(), ASK_EVERY);
    return () => clearInterval(timer);
  }, [coming]);
  const words = typed ?? attempt.words ?? '';
  const save = async () => {
    if (typed !== null && typed.trim() !== (attempt.words ?? '').trim()) {
      const input = { attemptId: attempt.id, text: typed.trim() };
      try {
        putInterview(await call(candidateRoutes.writeTranscript, input));
      } catch (error) {
        if (error instanceof ApiError && error.code === 'answerTooLate') {
          // What was written in time stands; the next press uses it.
          setTyped(null);
        }
        throw error;
      }
    }
  };
  return { words, type: setTyped, pending, live, save };
}

/** One act at a time, and why it failed. */
function useAttempted() {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const act = async (work: () => Promise<void>) => {
    setSending(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(messageOf(error));
    }
    setSending(false);
  };
  return { sending, problem, act };
}

/** How often to ask whether a follow-up comes while the words are on their way (ms). */
const DECIDED_EVERY = 400;

/** Waits for a follow-up as long as one may come; after that the plan goes on. */
async function decided(given: CandidateInterview): Promise<CandidateInterview> {
  let after = given;
  while (after.decidingUntil !== null && after.decidingUntil > after.serverNow) {
    await new Promise((resolve) => setTimeout(resolve, DECIDED_EVERY));
    after = await call(candidateRoutes.candidateInterview, {});
  }
  return after;
}

/** Looking at an answer: its words may be written or corrected before it is used. @param goOn leads to the next one */
export function useReview(
  interview: CandidateInterview,
  question: CurrentQuestion,
  attempt: Attempt,
  goOn: AnswerRun['goOn'],
) {
  const { words, type, pending, live, save } = useWords(attempt);
  const { sending, problem, act } = useAttempted();
  const [editing, setEditing] = useState(false);
  const keep = () =>
    act(async () => {
      await save();
      setEditing(false);
    });
  const given = async (onLast: () => Promise<void>, then: () => Promise<void>) => {
    const { answerId } = question;
    const after = await decided(
      await call(candidateRoutes.chooseAttempt, { answerId, attemptId: attempt.id }),
    );
    const all = after.current === null && after.answered >= after.questionCount;
    if (all && after.unheard.length === 0) {
      await onLast();
      return;
    }
    putInterview(after);
    if (after.current === null && !all) {
      await then();
    }
  };
  const use = (onLast: () => Promise<void>, then: () => Promise<void> = openNext) =>
    act(async () => {
      await save();
      await goOn(() => given(onLast, then));
    });
  const last = interview.answered + 1 >= interview.questionCount;
  const rest = () => use(() => Promise.resolve(), pauseHere);
  const edit = () => setEditing(true);
  return { words, type, pending, live, editing, edit, keep, use, rest, sending, problem, last };
}
