import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { call } from '../../api/client';
import { canCaption, startCaptions } from '../../platform/captions';
import { persist } from './send-file';
import { refreshInterview } from './use-interview';

/** What was heard goes to the server as the browser's version; the candidate's correction stands beside it. */
async function keep(attemptId: string, text: string): Promise<void> {
  if (text.trim() !== '') {
    const input = { attemptId, text: text.trim().slice(0, 20_000) };
    await persist(
      () => call(routes.noteCaptions, input),
      () => true,
    ).catch(() => undefined);
    await refreshInterview();
  }
}

function useCaptions(interview: CandidateInterview, attemptId: string | null) {
  const { locale, asked, consents } = interview;
  const [text, setText] = useState('');
  const [failed, setFailed] = useState(false);
  const agreed = asked.includes('browserRecognition') && consents.browserRecognition === true;
  const works = agreed && canCaption();
  useEffect(() => {
    if (!works || attemptId === null) {
      return;
    }
    let heard = '';
    const stop = startCaptions(locale, {
      words: (words) => {
        heard = words;
        setText(words);
      },
      failed: () => setFailed(true),
    });
    return () => {
      stop();
      void keep(attemptId, heard);
    };
  }, [works, locale, attemptId]);
  return { works, text, failed };
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
  const { works, text, failed } = useCaptions(interview, attemptId);
  const without = interview.speech.available ? 'later' : 'none';
  const state = failed ? 'failed' : works ? 'listening' : without;
  return (
    <p className="answer-captions">
      {text === '' || failed ? <small>{t(`captions.${state}`)}</small> : text.slice(-90)}
      {works && !failed ? <small>{t('captions.browser')}</small> : null}
    </p>
  );
}
