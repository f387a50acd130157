import { useTranslation } from 'react-i18next';
import type { PassAlert } from '@zhiyu/contracts/pass-alerts';
import { rateOf } from '@zhiyu/contracts/rate';
import { hrefOf } from '../staff-shell/address.shared';
import { percentOf } from '../staff-shell/rate.shared';
import { sideOf } from './alerts.shared';

type Estimate = PassAlert['questions'][number];

/** The share with its interval, had this question not counted. */
function useShare(limit: number) {
  const { t } = useTranslation('alerts');
  return ({ passed, decided }: Estimate) => {
    const rate = rateOf(passed, decided);
    return rate === null
      ? ''
      : t('without.share', {
          ...{ of: decided, hits: passed, share: percentOf(rate.share), low: percentOf(rate.low) },
          ...{ high: percentOf(rate.high), side: t(`side.${sideOf(rate, limit)}`) },
        });
  };
}

function hrefOfQuestion(positionId: string, { bankCode }: Estimate): string {
  return bankCode === null
    ? hrefOf('position', { id: positionId, part: 'plan' })
    : hrefOf('questions', { code: bankCode });
}

/** What the share would be without each question of the plan: an estimate, reckoned when the alert was given. */
export function WithoutQuestion({ alert }: { alert: PassAlert }) {
  const { t } = useTranslation('alerts');
  const shareOf = useShare(alert.limit);
  const { questions } = alert;
  return questions.length === 0 ? null : (
    <section className="section" aria-labelledby="without-title">
      <h2 id="without-title" className="sec-h">
        {t('without.title')}
        <span className="cap">{t('without.estimate')}</span>
      </h2>
      <ol className="causes">
        {questions.map((one) => (
          <li key={one.number} className="cause">
            <b>{t('without.number', { n: one.number })}</b>
            <span>
              {shareOf(one)}
              <small>{one.text}</small>
              <small>{t('without.asked', { n: one.asked })}</small>
            </span>
            <a className="link touch" href={hrefOfQuestion(alert.positionId, one)}>
              {t('question.see')}
              <span className="sr">{t('without.number', { n: one.number })}</span>
            </a>
          </li>
        ))}
      </ol>
      <p className="cap">{t('without.how')}</p>
    </section>
  );
}
