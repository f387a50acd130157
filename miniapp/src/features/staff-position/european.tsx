import { useTranslation } from 'react-i18next';
import { europeanEffects } from '@zhiyu/contracts/european-rules';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { SwitchRow } from '../../components/switch-row';
import { useMay } from '../staff-shell/use-me';
import type { Draft } from './use-draft';
import './words';

/** Whether the rules of the European Union hold, by the position's own word or the company's. */
export function useEuropean(draft: Draft): { own: boolean; company: boolean; on: boolean } {
  const may = useMay();
  const query = useRoute(routes.company, {}, { enabled: may('company.view') });
  const own = draft.content.automation.european === true;
  const company = query.data?.europeanRules === true;
  return { own, company, on: own || company };
}

/** The position recruits in the European Union: what changes by it, each with its ground. */
export function European({ draft, edit }: { draft: Draft; edit: boolean }) {
  const { t } = useTranslation('studio');
  const { own, company, on } = useEuropean(draft);
  const { automation, plan } = draft.content;
  const change = (european: boolean) => {
    const { rejectBelowThreshold: reject } = automation;
    const face = plan.faceObservation;
    draft.change({
      automation: {
        ...automation,
        european,
        ...(european ? { rejectBelowThreshold: { ...reject, on: false } } : {}),
      },
      ...(european && face ? { plan: { ...plan, faceObservation: { ...face, on: false } } } : {}),
    });
  };
  const word = company ? 'europe.byCompany' : own ? 'staff:automation.on' : 'staff:automation.off';
  return (
    <section className="section">
      <h2 className="sec-h">{t('europe.title')}</h2>
      <ul className="switch-rows automation">
        <SwitchRow
          label={t('europe.label')}
          checked={on}
          onChange={change}
          {...(edit && !company ? {} : { instead: t(word) })}
        >
          {t('europe.more')}
          {on ? (
            <ul className="europe-effects">
              {europeanEffects.map((one) => (
                <li key={one}>
                  <b>{t(`europe.${one}`)}</b>
                  <span className="t13 muted">{t(`europe.${one}Law`)}</span>
                </li>
              ))}
            </ul>
          ) : null}
        </SwitchRow>
      </ul>
    </section>
  );
}
