import { useEffect, useState } from 'react';
import { routes } from '@zhiyu/contracts/routes';
import type { Attempt, CandidateInterview, CurrentQuestion } from '@zhiyu/contracts/interview';
import { call } from '../../api/client';
import { messageOf } from '../../api/error';
import { openNext, putInterview, refreshInterview } from './use-interview';

/** How often to ask for the words while the engine works (ms). */
const ASK_EVERY = 2_000;

/** Looking at an answer: its words may be written or corrected before it is used. */
export function useReview(
  interview: CandidateInterview,
  question: CurrentQuestion,
  attempt: Attempt,
) {
  const [words, setWords] = useState(attempt.words ?? '');
  const [touched, setTouched] = useState(false);
  const [editing, setEditing] = useState(false);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const pending = attempt.recognition === 'pending' && attempt.words === null;
  useEffect(() => {
    if (!touched) {
      setWords(attempt.words ?? '');
    }
  }, [attempt.words, touched]);
  useEffect(() => {
    if (!pending) {
      return;
    }
    const timer = setInterval(() => void refreshInterview(), ASK_EVERY);
    return () => clearInterval(timer);
  }, [pending]);
  const last = interview.answered + 1 >= interview.questionCount;
  const save = async () => {
    if (touched && words.trim() !== (attempt.words ?? '').trim()) {
      putInterview(
        await call(routes.writeTranscript, { attemptId: attempt.id, text: words.trim() }),
      );
    }
  };
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
  return {
    words,
    type: (text: string) => {
      setTouched(true);
      setWords(text);
    },
    editing,
    edit: () => setEditing(true),
    keep: () =>
      act(async () => {
        await save();
        setEditing(false);
      }),
    use: (onLast: () => void) =>
      act(async () => {
        await save();
        const { answerId } = question;
        const after = await call(routes.chooseAttempt, { answerId, attemptId: attempt.id });
        putInterview(after);
        if (after.current === null && after.answered >= after.questionCount) {
          onLast();
        } else if (after.current === null) {
          await openNext();
        }
      }),
    sending,
    problem,
    pending,
    last,
  };
}
