import { useTranslation } from 'react-i18next';
import type { OfferTerms } from '@zhiyu/contracts/offers';
import './offer.scss';
import './words';

/** What is offered, a line each; what was left empty is left out. */
export function OfferTermsList({ terms }: { terms: OfferTerms }) {
  const { t } = useTranslation('offers');
  const { pay, startsOn, place, probationMonths, answerDays, note } = terms;
  const rows = [
    ['pay', pay],
    ['startsOn', startsOn],
    ['place', place],
    ['probationMonths', probationMonths === 0 ? t('none') : t('months', { n: probationMonths })],
    ['answerDays', t('days', { n: answerDays })],
    ['note', note],
  ] as const;
  return (
    <dl className="offer-terms">
      {rows
        .filter(([, value]) => value !== '')
        .map(([field, value]) => (
          <div key={field}>
            <dt>{t(`field.${field}`)}</dt>
            <dd className="pre">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
