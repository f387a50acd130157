import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { Page } from '../../components/page';
import { useToast } from '../../components/toast';
import { clockText, momentText } from '../../components/time';
import { Progress } from '../interview/progress';
import type { DeviceHandle } from '../interview/use-devices';
import { putInterview, refreshInterview } from '../interview/use-interview';
import { secondsTo, useNow } from '../interview/use-now';
import './arrange.scss';

/** 暂停, while thinking and as long as there is budget. */
export function PauseButton({ interview }: { interview: CandidateInterview }) {
  const { t } = useTranslation('arrange');
  const say = useToast();
  const { leftSeconds } = interview.arrangements.pause;
  const pause = useAct(routes.pause, { onSuccess: putInterview });
  const failed = (error: unknown) => {
    say(messageOf(error));
  };
  const press = () => pause.mutate({}, { onError: failed });
  return leftSeconds < 1 ? null : (
    <Button look="plain" className="touch" onPress={press}>
      <Icon name="pause" size="s" />
      {t('pause.button')}
      <span className="cap num">{clockText(leftSeconds)}</span>
    </Button>
  );
}

/** It stands still: how long it still can, and what happens then. The camera is let go. */
export function Paused({
  interview,
  handle,
}: {
  interview: CandidateInterview;
  handle: DeviceHandle;
}) {
  const { t, i18n } = useTranslation('arrange');
  const { pause } = interview.arrangements;
  const now = useNow();
  const [problem, setProblem] = useState<string | null>(null);
  const left = secondsTo(pause.endsAt, now);
  const over = left === 0;
  const { close } = handle;
  useEffect(() => {
    close();
  }, [close]);
  useEffect(() => {
    if (over) {
      void refreshInterview();
    }
  }, [over]);
  const resume = useAct(routes.resume, { onSuccess: putInterview });
  const time = momentText(interview.deadline, interview.serverNow, i18n.language);
  const goOn = () =>
    resume.mutate({}, { onError: (error: unknown) => setProblem(messageOf(error)) });
  return (
    <Page
      title={t('candidate:interview.titleOf', { company: interview.companyName })}
      footer={
        <>
          {problem === null ? null : (
            <p className="interview-problem" role="alert">
              {problem}
            </p>
          )}
          <Button
            look="primary"
            size="big"
            wide
            busy={resume.isPending ? t('candidate:sending') : undefined}
            onPress={goOn}
          >
            {t('pause.resume')}
          </Button>
        </>
      }
    >
      <Progress interview={interview} />
      <header className="interview-lead paused-lead">
        <h1 className="h1">{t('pause.title')}</h1>
        <p>{t(pause.thinking ? 'pause.thinking' : 'pause.between', { time })}</p>
      </header>
      {pause.thinking ? (
        <p className="paused-left" role="timer" aria-live="off">
          <b className="num">{clockText(left)}</b>
          <span className="muted t15">{t('pause.left', { count: pause.budgetMinutes })}</span>
        </p>
      ) : null}
    </Page>
  );
}
