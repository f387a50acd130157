import { useTranslation } from 'react-i18next';
import type { AccommodationKind, Allowances } from '@zhiyu/contracts/arrangements';
import { everyAccommodation, usualAllowances } from '@zhiyu/contracts/plan-defaults';
import { SwitchRow } from '../../components/switch-row';
import { NumberInput } from './fields';
import type { Draft } from './use-draft';

/** What a candidate arranges alone; for everything beyond it HR is asked. */
export function AllowancesPart({ draft, edit }: { draft: Draft; edit: boolean }) {
  const { t } = useTranslation('staff');
  const { plan } = draft.content;
  const allowances = plan.allowances ?? usualAllowances;
  const put = (part: Partial<Allowances>) =>
    draft.change({ plan: { ...plan, allowances: { ...allowances, ...part } } });
  const has = (kind: AccommodationKind) => allowances.accommodations.includes(kind);
  const grant = (kind: AccommodationKind, on: boolean) =>
    put({ accommodations: everyAccommodation.filter((one) => (one === kind ? on : has(one))) });
  return (
    <section className="section">
      <h2 className="sec-h">{t('plan.allow.title')}</h2>
      <div className="form-grid">
        <NumberInput
          label={t('plan.allow.extendDays')}
          value={allowances.extendDays}
          min={0}
          max={14}
          unit={t('plan.allow.days')}
          disabled={!edit}
          onChange={(n) => put({ extendDays: Math.round(n) })}
        />
        <NumberInput
          label={t('plan.allow.pauseMinutes')}
          value={allowances.pauseMinutes}
          min={0}
          max={120}
          unit={t('plan.allow.minutes')}
          disabled={!edit}
          onChange={(n) => put({ pauseMinutes: Math.round(n) })}
        />
      </div>
      <ul className="switch-rows automation">
        {everyAccommodation.map((kind) => (
          <SwitchRow
            key={kind}
            label={t(`accommodation.${kind}`)}
            checked={has(kind)}
            onChange={(on) => grant(kind, on)}
            {...(edit ? {} : { instead: t(has(kind) ? 'plan.allow.atOnce' : 'plan.allow.asks') })}
          >
            {t(has(kind) ? 'plan.allow.atOnceMore' : 'plan.allow.asksMore')}
          </SwitchRow>
        ))}
      </ul>
      <p className="cap">{t('plan.allow.more')}</p>
    </section>
  );
}
