import { useTranslation } from 'react-i18next';
import { momentText } from '../../components/time';
import { serverTime } from '../../platform/clock';
import { consentKeys } from '../interview/step.shared';
import { useOwn } from './use-own';

const known = consentKeys(['facialObservation', 'browserRecognition']);

/** Every decision with its time: the copy that stays with the candidate; and how long what is known of him is kept. */
export function ConsentLedger() {
  const { t, i18n } = useTranslation('own');
  const { data } = useOwn();
  if (!data || data.consents.length === 0) {
    return null;
  }
  return (
    <>
      {data.keepMonths === null ? null : (
        <p className="t13 muted">{t('ledger.keep', { n: data.keepMonths })}</p>
      )}
      <details className="own-ledger">
        <summary className="t15">{t('ledger.title', { count: data.consents.length })}</summary>
        <ul>
          {data.consents.map(({ purpose, given, at, textVersion }) => {
            const key = known.find((one) => one === purpose);
            const label = key ? t(`candidate:consent.${key}.label`) : purpose;
            return (
              <li key={`${purpose}${at}`} className="t13">
                <span>
                  {label} · {t(given ? 'ledger.yes' : 'ledger.no')}
                </span>
                <span className="muted num">
                  {momentText(at, serverTime(), i18n.language)} ·{' '}
                  {t('ledger.version', { version: textVersion })}
                </span>
              </li>
            );
          })}
        </ul>
      </details>
    </>
  );
}
