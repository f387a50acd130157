import { useTranslation } from 'react-i18next';
import type { CompetencyModel } from '@zhiyu/contracts/position';
import { type PotentialRule, usualPotential } from '@zhiyu/contracts/potential-rule';
import { scaleMost, storedFrom, typedOn } from '@zhiyu/contracts/score-scale';
import { Button } from '../../components/button';
import { SwitchRow } from '../../components/switch-row';
import { textIn } from '../../locales';
import '../staff-reading/words';
import { useWords } from '../staff-shell/use-words';
import { NumberInput } from './fields';
import { replaced, without } from './position.shared';
import type { Draft } from './use-draft';

interface RuleProps {
  rule: PotentialRule;
  model: CompetencyModel;
  edit: boolean;
  put: (part: Partial<PotentialRule>) => void;
}

function Conditions({ rule, model, edit, put }: RuleProps) {
  const { t } = useTranslation('reading');
  const { scale } = useWords();
  const measure = { min: 0, max: scaleMost[scale], step: typedOn(1, scale), disabled: !edit };
  const nameOf = (wanted: string) => {
    const found = model.dimensions.find(({ code }) => code === wanted);
    return found ? textIn(found.name) : wanted;
  };
  const named = new Set(rule.dimensions.map(({ code }) => code));
  const free = model.dimensions.filter(({ code, culture }) => !named.has(code) && !culture);
  return (
    <div className="form-stack">
      <NumberInput
        label={t('potential.totalLeast')}
        value={typedOn(rule.total, scale)}
        {...measure}
        onChange={(total) => put({ total: storedFrom(total, scale) })}
      />
      {rule.dimensions.map((one, at) => (
        <div key={one.code} className="row">
          <NumberInput
            label={t('potential.leastOf', { name: nameOf(one.code) })}
            value={typedOn(one.least, scale)}
            {...measure}
            onChange={(least) =>
              put({
                dimensions: replaced(rule.dimensions, at, {
                  ...one,
                  least: storedFrom(least, scale),
                }),
              })
            }
          />
          {edit ? (
            <Button
              look="plain"
              size="small"
              onPress={() => put({ dimensions: without(rule.dimensions, at) })}
            >
              {t('potential.take', { name: nameOf(one.code) })}
            </Button>
          ) : null}
        </div>
      ))}
      {edit && free.length > 0 ? (
        <label className="field">
          <span>{t('potential.add')}</span>
          <select
            className="select"
            value=""
            onChange={(event) => {
              const code = event.target.value;
              put({ dimensions: [...rule.dimensions, { code, least: rule.total }] });
            }}
          >
            <option value="" disabled>
              {t('potential.choose')}
            </option>
            {free.map(({ code, name }) => (
              <option key={code} value={code}>
                {textIn(name)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
    </div>
  );
}

/** When a candidate is marked as of high potential: a rule on scores, kept with the position's version. */
export function PotentialPart({ draft, edit }: { draft: Draft; edit: boolean }) {
  const { t } = useTranslation('reading');
  const rule = draft.content.potential ?? usualPotential;
  const put = (part: Partial<PotentialRule>) => draft.change({ potential: { ...rule, ...part } });
  return (
    <section className="section">
      <h2 className="sec-h">{t('potential.title')}</h2>
      <ul className="switch-rows">
        <SwitchRow
          label={t('potential.on')}
          checked={rule.on}
          onChange={(on) => put({ on })}
          {...(edit
            ? {}
            : { instead: t(rule.on ? 'staff:automation.on' : 'staff:automation.off') })}
        >
          {t('potential.onMore')}
        </SwitchRow>
      </ul>
      {rule.on ? (
        <Conditions rule={rule} model={draft.content.model} edit={edit} put={put} />
      ) : null}
    </section>
  );
}
