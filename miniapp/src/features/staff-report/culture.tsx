import { useTranslation } from 'react-i18next';
import type { CultureMark, Report } from '@zhiyu/contracts/scoring';
import '../staff-reading/words';
import { useWords } from '../staff-shell/use-words';
import { Dimensions } from './dimensions';

/** The report without the portraits of culture, or with nothing but them. */
export function apartFrom(report: Report, culture: CultureMark[], only: 'own' | 'culture'): Report {
  const codes = new Set(culture.map(({ code }) => code));
  const dimensions = report.dimensions.filter(
    (one) => codes.has(one.code) === (only === 'culture'),
  );
  return { ...report, dimensions };
}

/** Portraits of culture, apart from the rest, with what they can and cannot say. */
export function Culture({ culture, report }: { culture: CultureMark[]; report: Report }) {
  const { t } = useTranslation('reading');
  const words = useWords();
  const shown = apartFrom(report, culture, 'culture');
  return shown.dimensions.length === 0 ? null : (
    <section className="section">
      <h2 className="sec-h">{t('culture.title')}</h2>
      <p className="muted t13">{t('culture.warning')}</p>
      {culture.map(({ code, portrait, weightReason }) => {
        const weight = report.dimensions.find((one) => one.code === code)?.weight ?? 0;
        const share = words.percent(weight);
        return (
          <p key={code} className="cap">
            {t(`culture.${portrait}`)}
            {' · '}
            {weight > 0
              ? t('culture.weighted', { share, reason: weightReason })
              : t('culture.weightless')}
          </p>
        );
      })}
      <Dimensions report={shown} />
    </section>
  );
}
