import { useTranslation } from 'react-i18next';
import { FEW, percentOf, rateOf } from '../staff-shell/rate.shared';
import { useWords } from '../staff-shell/use-words';

/** 56 %，52 人中 29 人，区间 42–68 %; under five people it says that nothing can be said. */
export function RateWord({ hits, of }: { hits: number; of: number }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const rate = rateOf(hits, of);
  if (!rate) {
    return <span className="faint">{t('rate.none')}</span>;
  }
  const people = t('rate.people', { hits, of });
  if (of < FEW) {
    return (
      <span className="num muted">
        {people}
        {t('comma')}
        {t('rate.few')}
      </span>
    );
  }
  const high = percentOf(rate.high);
  return (
    <span className="rate-word">
      <span className="num">
        <b className="mid">{words.percent(rate.share)}</b>{' '}
        <span className="faint">
          {people}
          {t('comma')}
          {t('rate.interval', { low: percentOf(rate.low), high })}
        </span>
      </span>
      <span className="ci" aria-hidden="true">
        <i style={{ left: `${rate.low * 100}%`, width: `${(rate.high - rate.low) * 100}%` }} />
        <i className="at" style={{ left: `${rate.share * 100}%` }} />
      </span>
    </span>
  );
}
