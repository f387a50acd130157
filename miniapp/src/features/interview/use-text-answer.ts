import { useEffect, useRef, useState } from 'react';
import { messageOf } from '../../api/error';
import { newKey } from '../../api/request.shared';
import { handInAttempt } from './live-answer';
import { putInterview } from './use-interview';

const draftKey = (attemptId: string) => `zhiyu.draft.${attemptId}`;

interface Draft {
  text: string;
  pasted: boolean;
}

function readDraft(attemptId: string): Draft {
  try {
    const stored = localStorage.getItem(draftKey(attemptId));
    return stored === null ? { text: '', pasted: false } : (JSON.parse(stored) as Draft);
  } catch {
    return { text: '', pasted: false };
  }
}

/** Pause of typing after which the draft is kept on the device (ms). */
const PAUSE = 600;

/** A written answer: kept on this device at every pause, handed in once. */
export function useTextAnswer(attemptId: string) {
  const [draft, setDraft] = useState(() => readDraft(attemptId));
  const [stored, setStored] = useState(true);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const startedAt = useRef(performance.now());
  const key = useRef(newKey());
  useEffect(() => {
    const timer = setTimeout(() => {
      localStorage.setItem(draftKey(attemptId), JSON.stringify(draft));
      setStored(true);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [attemptId, draft]);
  const type = (text: string) => {
    setStored(false);
    setDraft((before) => ({ ...before, text }));
  };
  const finish = async () => {
    setSending(true);
    setProblem(null);
    try {
      const interview = await handInAttempt(null, {
        attemptId,
        durationMs: performance.now() - startedAt.current,
        offline: false,
        key: key.current,
        text: draft.text,
        pasted: draft.pasted,
      });
      localStorage.removeItem(draftKey(attemptId));
      putInterview(interview);
    } catch (error) {
      setProblem(messageOf(error));
    }
    setSending(false);
  };
  return {
    text: draft.text,
    type,
    pasted: () => setDraft((before) => ({ ...before, pasted: true })),
    stored,
    sending,
    problem,
    finish,
  };
}
