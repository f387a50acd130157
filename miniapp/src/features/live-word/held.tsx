import { useTranslation } from 'react-i18next';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { Page } from '../../components/page';
import { clockText } from '../../components/time';
import { Progress } from '../interview/progress';
import type { DeviceHandle } from '../interview/use-devices';
import { useStandstill } from '../interview/use-standstill';
import './live-word.scss';
import './words';

/** The company has stopped the interview: who, why, and when it goes on at the latest. */
export default function Held({
  interview,
  handle,
}: {
  interview: CandidateInterview;
  handle: DeviceHandle;
}) {
  const { t } = useTranslation('liveWord');
  const { data } = useRoute(routes.ownWord, {});
  const left = useStandstill(interview, handle);
  const word = data?.word?.kind === 'hold' ? data.word : null;
  const name = word?.byName ?? '';
  return (
    <Page title={t('candidate:interview.titleOf', { company: interview.companyName })}>
      <Progress interview={interview} />
      <header className="interview-lead paused-lead">
        <h1 className="h1">{t('title')}</h1>
        <p>{name === '' ? t('leadPlain') : t('lead', { name })}</p>
      </header>
      {word && word.text !== '' ? (
        <figure className="held-said">
          <blockquote>{word.text}</blockquote>
          <figcaption className="t13 muted">{t('said', { name })}</figcaption>
        </figure>
      ) : null}
      <p className="paused-left" role="timer" aria-live="off">
        <b className="num">{clockText(left)}</b>
        <span className="muted t15">{t('left')}</span>
      </p>
      <p className="muted held-stay">{t('stay')}</p>
    </Page>
  );
}
