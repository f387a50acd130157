import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { call } from '../../api/client';
import { ApiError } from '../../api/error';
import { canCaption, startCaptions } from '../../platform/captions';
import { persist } from './send-file';
import { refreshInterview } from './use-interview';

/** What was heard goes to the server as the browser's version; the candidate's correction stands beside it. */
async function keep(attemptId: string, text: string): Promise<void> {
  if (text.trim() !== '') {
    const input = { attemptId, text: text.trim().slice(0, 20_000) };
    await persist(
      () => call(candidateRoutes.noteCaptions, input),
      () => true,
    ).catch(() => undefined);
    await refreshInterview();
  }
}

/** How often to ask what the server's engine heard so far (ms). */
const ASK_EVERY = 2_000;

interface Ear {
  words: (text: string) => void;
  failed: () => void;
}

/** The server's captions, asked for as long as the recording runs. @returns ends it */
function askServer(attemptId: string, ear: Ear): () => void {
  let going = true;
  const ask = async () => {
    const heard = await call(candidateRoutes.heardSoFar, { attemptId }).catch((error: unknown) => {
      // A refusal stays one; a bad line is asked again.
      if (error instanceof ApiError && error.status >= 400 && error.status < 500) {
        return { text: '', state: 'stopped' as const };
      }
      return null;
    });
    if (!going || heard === null) {
      return;
    }
    if (heard.state !== 'listening') {
      stop();
    }
    if (heard.state === 'over') {
      return;
    }
    if (heard.state === 'stopped') {
      ear.failed();
    }
    ear.words(heard.text);
  };
  const timer = setInterval(() => void ask(), ASK_EVERY);
  const stop = () => {
    going = false;
    clearInterval(timer);
  };
  return stop;
}

/** The browser's captions; what it heard is kept at the end. @returns ends it */
function askBrowser(attemptId: string, locale: CandidateInterview['locale'], ear: Ear): () => void {
  let heard = '';
  const stop = startCaptions(locale, {
    words: (words) => {
      heard = words;
      ear.words(words);
    },
    failed: ear.failed,
  });
  return () => {
    stop();
    void keep(attemptId, heard);
  };
}

function useCaptions(
  { locale, captions }: CandidateInterview,
  attemptId: string | null,
): { source: CandidateInterview['captions']; text: string; failed: boolean } {
  const [text, setText] = useState('');
  const [failed, setFailed] = useState(false);
  const source = captions === 'browser' && !canCaption() ? null : captions;
  useEffect(() => {
    if (source === null || attemptId === null) {
      return;
    }
    const ear = { words: setText, failed: () => setFailed(true) };
    return source === 'engine' ? askServer(attemptId, ear) : askBrowser(attemptId, locale, ear);
  }, [source, locale, attemptId]);
  return { source, text, failed };
}

/** Live captions while an answer is recorded; where nothing recognises, one line says so and nothing is made up. */
export function Captions({
  interview,
  attemptId,
}: {
  interview: CandidateInterview;
  /** Null: nothing is recorded now. */
  attemptId: string | null;
}) {
  const { t } = useTranslation('candidate');
  const { source, text, failed } = useCaptions(interview, attemptId);
  const without = interview.speech.available ? 'later' : 'none';
  const state = failed ? 'failed' : source === null ? without : 'listening';
  return (
    <p className="answer-captions">
      {text === '' || failed ? <small>{t(`captions.${state}`)}</small> : text.slice(-90)}
      {source === null || failed ? null : <small>{t(`captions.${source}`)}</small>}
    </p>
  );
}
