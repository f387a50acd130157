import { useEffect, useRef, useState } from 'react';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import { call } from '../../api/client';
import { messageOf } from '../../api/error';
import { useToast } from '../../components/toast';
import { i18n } from '../../locales';
import { ticks } from '../../platform/clock';
import { forget, read, write } from '../../platform/kept';
import { sendText } from './send-text';
import { putInterview } from './use-interview';

const draftKey = (attemptId: string) => `zhiyu.draft.${attemptId}`;

interface Draft {
  text: string;
  pasted: boolean;
}

function readDraft(attemptId: string, kept: string): Draft {
  try {
    const stored = read('device', draftKey(attemptId));
    return stored === null ? { text: kept, pasted: false } : (JSON.parse(stored) as Draft);
  } catch {
    return { text: kept, pasted: false };
  }
}

/** Pause of typing after which the draft is kept on the device (ms). */
const PAUSE = 600;
/** How often the server is given what was typed: should the device die, this much of typing is lost (ms). */
const SEND_EVERY = 8_000;
/** The server keeps what is typed as it comes. */
function useKeeping(attemptId: string, latest: { current: Draft }): void {
  useEffect(() => {
    let sent = latest.current.text;
    let busy = false;
    const timer = setInterval(() => {
      const { text } = latest.current;
      if (busy || text === sent || text.trim() === '') {
        return;
      }
      busy = true;
      call(candidateRoutes.writeTranscript, { attemptId, text })
        .then(() => (sent = text))
        .catch(() => undefined)
        .finally(() => (busy = false));
    }, SEND_EVERY);
    return () => clearInterval(timer);
  }, [attemptId, latest]);
}

/** What is typed, kept on this device at every pause. */
function useDraft(attemptId: string, kept: string) {
  const [draft, setDraft] = useState(() => readDraft(attemptId, kept));
  const [stored, setStored] = useState(true);
  const startedAt = useRef(ticks());
  const typedAt = useRef(startedAt.current);
  useEffect(() => {
    const timer = setTimeout(() => {
      write('device', draftKey(attemptId), JSON.stringify(draft));
      setStored(true);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [attemptId, draft]);
  const type = (text: string) => {
    typedAt.current = ticks();
    setStored(false);
    setDraft((before) => ({ ...before, text }));
  };
  const pasted = () => setDraft((before) => ({ ...before, pasted: true }));
  /** From the beginning to the last key (ms). */
  const duration = () => typedAt.current - startedAt.current;
  return { draft, stored, type, pasted, duration };
}

/** True until the page that asked is gone. */
function useHere(): { current: boolean } {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return here;
}

/**
 * A written answer: kept on this device at every pause and by the server every few seconds, handed in once.
 * @param kept what the server has of it already
 */
export function useTextAnswer(attemptId: string, kept: string, endsAt: number | null) {
  const say = useToast();
  const { draft, stored, type, pasted, duration } = useDraft(attemptId, kept);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const latest = useRef(draft);
  latest.current = draft;
  const here = useHere();
  useKeeping(attemptId, latest);
  const finish = async () => {
    if (sending) {
      return;
    }
    setSending(true);
    setProblem(null);
    try {
      const said = { attemptId, durationMs: duration(), ...draft };
      const interview = await sendText(said, { endsAt, wanted: () => here.current });
      forget('device', draftKey(attemptId));
      const taken = interview.current?.attempts.find(({ id }) => id === attemptId)?.words;
      if (typeof taken === 'string' && taken.trim() !== draft.text.trim()) {
        say(i18n.t('candidate:text.cut'));
      }
      putInterview(interview);
    } catch (error) {
      if (here.current) {
        setProblem(messageOf(error));
      }
    }
    setSending(false);
  };
  return {
    text: draft.text,
    wasPasted: draft.pasted,
    type,
    pasted,
    stored,
    sending,
    problem,
    finish,
  };
}
