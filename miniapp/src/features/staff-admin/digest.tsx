import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DigestPlan, DigestState } from '@zhiyu/contracts/digest';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Awaited } from '../../components/state';
import { SwitchRow } from '../../components/switch-row';
import { useToast } from '../../components/toast';
import { useMay } from '../staff-shell/use-me';
import { Choice } from './choice';
import { planOf, rhythms, samePlan, times, weekdays } from './digest.shared';

/** How often, on which day and at what time; the last two where they mean something. */
function Times({
  plan,
  edit,
  onChange,
}: {
  plan: DigestPlan;
  edit: boolean;
  onChange: (plan: DigestPlan) => void;
}) {
  const { t } = useTranslation('staff');
  return (
    <>
      <Choice
        label={t('digest.rhythm')}
        value={plan.rhythm}
        options={rhythms.map((value) => ({ value, label: t(`digest.rhythms.${value}`) }))}
        disabled={!edit}
        onChange={(value) =>
          onChange({ ...plan, rhythm: rhythms.find((one) => one === value) ?? 'weekly' })
        }
      />
      {plan.rhythm === 'weekly' ? (
        <Choice
          label={t('digest.weekday')}
          value={String(plan.weekday)}
          options={weekdays.map((day) => ({
            value: String(day),
            label: t(`digest.weekdays.${day}`),
          }))}
          disabled={!edit}
          onChange={(value) => onChange({ ...plan, weekday: Number(value) })}
        />
      ) : null}
      {plan.rhythm === 'off' && !plan.monthly ? null : (
        <Choice
          label={t('digest.time')}
          value={plan.time}
          options={times.map((time) => ({ value: time, label: time }))}
          disabled={!edit}
          onChange={(time) => onChange({ ...plan, time })}
        />
      )}
    </>
  );
}

function Form({ saved }: { saved: DigestState }) {
  const { t } = useTranslation('staff');
  const edit = useMay()('digest.edit');
  const say = useToast();
  const [plan, setPlan] = useState(planOf(saved));
  const save = useAct(routes.saveDigestPlan, {
    refresh: [routes.digestPlan],
    onSuccess: () => say(t('ui:saved')),
  });
  return (
    <div className="form-stack">
      <Times plan={plan} edit={edit} onChange={setPlan} />
      <ul className="switch-rows">
        <SwitchRow
          label={t('digest.monthly')}
          checked={plan.monthly}
          onChange={(monthly) => edit && setPlan({ ...plan, monthly })}
        >
          {t('digest.monthlyAbout')}
        </SwitchRow>
        <SwitchRow
          label={t('digest.group')}
          checked={plan.group}
          onChange={(group) => edit && setPlan({ ...plan, group })}
          {...(saved.hasGroup ? {} : { instead: t('digest.noGroup') })}
        >
          {t('digest.groupAbout')}
        </SwitchRow>
      </ul>
      {save.error ? (
        <p className="fault" role="alert">
          {messageOf(save.error)}
        </p>
      ) : null}
      {edit ? (
        <p>
          <Button
            look="primary"
            disabled={samePlan(plan, saved)}
            busy={save.isPending ? t('saving') : undefined}
            onPress={() => save.mutate(plan)}
          >
            {t('ui:save')}
          </Button>
        </p>
      ) : (
        <p className="cap">{t('digest.readOnly')}</p>
      )}
    </div>
  );
}

/** When HR and the hiring managers get their digest. */
export function Digest() {
  const { t } = useTranslation('staff');
  const plan = useRoute(routes.digestPlan, {});
  return (
    <section className="section narrow">
      <h2 className="sec-h">
        {t('digest.title')}
        <span className="cap">{t('digest.lead')}</span>
      </h2>
      <Awaited query={plan}>{(data) => <Form key={JSON.stringify(data)} saved={data} />}</Awaited>
    </section>
  );
}
