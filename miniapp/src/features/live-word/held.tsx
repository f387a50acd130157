import { useTranslation } from 'react-i18next';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { Page } from '../../components/page';
import { clockText } from '../../components/time';
import { Progress } from '../interview/progress';
import type { DeviceHandle } from '../interview/use-devices';
import { useHeld } from './use-held';
import './live-word.scss';

/** The company has stopped the interview: who, why, and when it goes on at the latest. */
export default function Held({
  interview,
  handle,
}: {
  interview: CandidateInterview;
  handle: DeviceHandle;
}) {
  const { t } = useTranslation('liveWord');
  const { lead, text, saidBy, left } = useHeld(interview, handle);
  return (
    <Page title={t('candidate:interview.titleOf', { company: interview.companyName })}>
      <Progress interview={interview} />
      <header className="interview-lead paused-lead">
        <h1 className="h1">{t('title')}</h1>
        <p>{lead}</p>
      </header>
      {text === '' ? null : (
        <figure className="held-said">
          <blockquote>{text}</blockquote>
          <figcaption className="t13 muted">{saidBy}</figcaption>
        </figure>
      )}
      <p className="paused-left" role="timer" aria-live="off">
        <b className="num">{clockText(left)}</b>
        <span className="muted t15">{t('left')}</span>
      </p>
      <p className="muted held-stay">{t('stay')}</p>
    </Page>
  );
}
