import { useTranslation } from 'react-i18next';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { Page } from '../../components/page';
import { clockText } from '../../components/time';
import { Progress } from '../interview/progress';
import type { DeviceHandle } from '../interview/use-devices';
import { usePause, usePaused } from './use-pause';
import './arrange.scss';

/** The button that makes it stand still, with how long it still can. */
export function PauseButton({ interview }: { interview: CandidateInterview }) {
  const { t } = useTranslation('arrange');
  const pause = usePause(interview);
  return pause === null ? null : (
    <Button look="plain" className="touch" onPress={pause.press}>
      <Icon name="pause" size="s" />
      {t('pause.button')}
      <span className="cap num">{pause.left}</span>
    </Button>
  );
}

/** It stands still: how long it still can, and what happens then. */
export function Paused({
  interview,
  handle,
}: {
  interview: CandidateInterview;
  handle: DeviceHandle;
}) {
  const { t } = useTranslation('arrange');
  const paused = usePaused(interview, handle);
  const { budgetMinutes } = interview.arrangements.pause;
  return (
    <Page
      title={t('candidate:interview.titleOf', { company: interview.companyName })}
      footer={
        <>
          {paused.problem === null ? null : (
            <p className="interview-problem" role="alert">
              {paused.problem}
            </p>
          )}
          <Button
            look="primary"
            size="big"
            wide
            busy={paused.resuming ? t('candidate:sending') : undefined}
            onPress={paused.resume}
          >
            {t('pause.resume')}
          </Button>
        </>
      }
    >
      <Progress interview={interview} />
      <header className="interview-lead paused-lead">
        <h1 className="h1">{t('pause.title')}</h1>
        <p>{paused.lead}</p>
      </header>
      {paused.left === null ? null : (
        <p className="paused-left" role="timer" aria-live="off">
          <b className="num">{clockText(paused.left)}</b>
          <span className="muted t15">{t('pause.left', { count: budgetMinutes })}</span>
        </p>
      )}
    </Page>
  );
}
