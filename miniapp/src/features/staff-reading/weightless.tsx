import { useTranslation } from 'react-i18next';
import { mostDeliveryWeight } from '@zhiyu/contracts/delivery-limits';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import './words';

const reasons = ['what', 'switch', 'validity', 'law', 'promise'] as const;

/** Why voice and face weigh nothing, and what could be switched on at all. */
export function Reasons({ look = 'muted t13' }: { look?: string }) {
  const { t } = useTranslation('reading');
  return reasons.map((reason) => (
    <p key={reason} className={look}>
      {t(`weightless.${reason}`, { most: mostDeliveryWeight })}
    </p>
  ));
}

/** What voice and face weigh in the company: nothing, or what an administrator set; the reasons in any case. */
export function Weightless() {
  const { t } = useTranslation('reading');
  const { data } = useRoute(routes.deliveryWeights, {});
  const { voice = 0, face = 0 } = data ?? {};
  const state = voice + face > 0 ? t('weightless.set', { voice, face }) : t('weightless.zero');
  return (
    <section className="section">
      <h2 className="sec-h">
        {t('weightless.title')}
        {data ? <span className="cap num">{state}</span> : null}
      </h2>
      <Reasons />
    </section>
  );
}

/** The same reasons behind one line, beside the facts of a report. */
export function WhyWeightless() {
  const { t } = useTranslation('reading');
  return (
    <details className="section">
      <summary className="link t13 touch">{t('weightless.why')}</summary>
      <Reasons look="cap" />
    </details>
  );
}
