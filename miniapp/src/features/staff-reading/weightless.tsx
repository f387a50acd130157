import { useTranslation } from 'react-i18next';
import './words';

const reasons = ['what', 'validity', 'law', 'promise'] as const;

/** Face and voice have the weight 0 and no switch: said where weights are set, with the reasons. */
export function Weightless() {
  const { t } = useTranslation('reading');
  return (
    <section className="section">
      <h2 className="sec-h">
        {t('weightless.title')}
        <span className="cap">{t('weightless.zero')}</span>
      </h2>
      {reasons.map((reason) => (
        <p key={reason} className="muted t13">
          {t(`weightless.${reason}`)}
        </p>
      ))}
    </section>
  );
}

/** The same reasons behind one line, beside the facts of a report. */
export function WhyWeightless() {
  const { t } = useTranslation('reading');
  return (
    <details className="section">
      <summary className="link t13 touch">{t('weightless.why')}</summary>
      {reasons.map((reason) => (
        <p key={reason} className="cap">
          {t(`weightless.${reason}`)}
        </p>
      ))}
    </details>
  );
}
