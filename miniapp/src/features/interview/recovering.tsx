import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { Button } from '../../components/button';
import { Page } from '../../components/page';
import { clockText } from '../../components/time';
import type { QuestionProps } from './question-props';
import { runningAttempt } from './step.shared';
import { refreshInterview } from './use-interview';
import { useNow } from './use-now';
import { useRecovery } from './use-recovery';

/** After a reload in the middle of an answer: what was recorded goes up by itself. */
export function Recovering({ interview }: { interview: CandidateInterview }) {
  const { t } = useTranslation('candidate');
  const attempt = interview.current ? runningAttempt(interview.current) : null;
  const { state, problem } = useRecovery(attempt);
  const recorded = clockText(state?.recordedSeconds ?? attempt?.seconds ?? 0);
  return (
    <Page title={t('interview.title')}>
      <header className="interview-lead" role="status">
        <h1 className="h1">{t('recover.title', { time: recorded })}</h1>
        <p>{problem ?? (state?.state === 'waiting' ? t('recover.waiting') : t('recover.lead'))}</p>
      </header>
    </Page>
  );
}

/** How often to ask whether the other device has finished (ms). */
const ASK_EVERY = 5_000;
/** The server lets another device end an attempt this long after its time (ms). */
const LEFT_ALONE = 61_000;

/** Another device of the candidate answers this question: it goes on there, or here when the candidate says so. */
export function Elsewhere({ interview, question, mode, byFile, answer }: QuestionProps) {
  const { t } = useTranslation('candidate');
  const [pressed, setPressed] = useState(false);
  const now = useNow();
  useEffect(() => {
    const timer = setInterval(() => void refreshInterview(), ASK_EVERY);
    return () => clearInterval(timer);
  }, []);
  const { answerId, answerEndsAt } = question;
  if (mode !== 'text' && now > (answerEndsAt ?? now) + LEFT_ALONE) {
    return <Recovering interview={interview} />;
  }
  const goOn = () => {
    if (byFile && mode !== 'text') {
      answer.run.choose(answerId, mode);
      return;
    }
    setPressed(true);
    void answer.run.start(answerId, mode, true).finally(() => setPressed(false));
  };
  const footer = (
    <Button
      look="primary"
      size="big"
      wide
      busy={pressed ? t('think.starting') : undefined}
      onPress={goOn}
    >
      {t('elsewhere.act')}
    </Button>
  );
  return (
    <Page title={t('interview.title')} footer={footer}>
      <header className="interview-lead" role="status">
        <h1 className="h1">{t('elsewhere.title')}</h1>
        <p>{t('elsewhere.lead')}</p>
      </header>
    </Page>
  );
}
