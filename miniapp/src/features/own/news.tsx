import { useTranslation } from 'react-i18next';
import type { OwnPage } from '@zhiyu/contracts/requests';
import { Page } from '../../components/page';
import { momentText } from '../../components/time';
import { serverTime } from '../../platform/clock';
import './own.scss';

/** What goes on at this moment: being scored, standing still, about to be erased. */
export function OwnNews({ own }: { own: OwnPage }) {
  const { t, i18n } = useTranslation('own');
  const time = (at: number) => momentText(at, serverTime(), i18n.language);
  const lines = [
    own.scoring ? t('scoring') : '',
    own.paused ? t('paused') : '',
    own.erasesAt === null ? '' : t('erasesAt', { time: time(own.erasesAt) }),
    own.wordsOpenUntil === null ? '' : t('wordsUntil', { time: time(own.wordsOpenUntil) }),
  ].filter((line) => line !== '');
  return lines.length === 0 ? null : (
    <div role="status">
      <ul className="own-news">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** After the erasure: nothing else is there to show. */
export function Erased() {
  const { t } = useTranslation('own');
  return (
    <Page title={t('candidate:status.title')}>
      <header className="status-hero">
        <h1 className="h1">{t('erased.title')}</h1>
        <p>{t('erased.lead')}</p>
      </header>
    </Page>
  );
}
