import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataRetention as Saved } from '@zhiyu/contracts/data-retention';
import { keepMonthChoices } from '@zhiyu/contracts/retention-values';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Awaited } from '../../components/state';
import { useToast } from '../../components/toast';
import { serverTime } from '../../platform/clock';
import { useMay } from '../staff-shell/use-me';
import { useWords } from '../staff-shell/use-words';
import { Choice } from './choice';

const NEVER = '';

/** What a choice would do, counted by the server before anybody saves it. */
function Due({ months }: { months: number | null }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const query = useRoute(routes.dataRetention, months === null ? {} : { months });
  if (months === null) {
    return <p className="cap">{t('keep.none')}</p>;
  }
  return (
    <Awaited query={query}>
      {({ due, from }) => (
        <p className="t13 num" role="status">
          {from === null || from <= serverTime()
            ? t('keep.dueNow', { n: due })
            : t('keep.due', { n: due, day: words.day(from) })}
        </p>
      )}
    </Awaited>
  );
}

function Form({ saved }: { saved: Saved }) {
  const { t } = useTranslation('staff');
  const say = useToast();
  const [months, setMonths] = useState(saved.months);
  const save = useAct(routes.setDataRetention, {
    refresh: [routes.dataRetention],
    onSuccess: () => say(t('ui:saved')),
  });
  const offered = [...new Set([...keepMonthChoices, ...(saved.months ? [saved.months] : [])])];
  return (
    <div className="form-stack">
      <Choice
        label={t('keep.label')}
        value={months === null ? NEVER : String(months)}
        options={[
          { value: NEVER, label: t('keep.never') },
          ...offered
            .sort((one, other) => one - other)
            .map((n) => ({ value: String(n), label: t('keep.months', { n }) })),
        ]}
        disabled={false}
        onChange={(value) => setMonths(value === NEVER ? null : Number(value))}
      />
      <Due months={months} />
      {save.error ? (
        <p className="fault" role="alert">
          {messageOf(save.error)}
        </p>
      ) : null}
      <p>
        <Button
          disabled={months === saved.months}
          busy={save.isPending ? t('saving') : undefined}
          onPress={() => save.mutate({ months })}
        >
          {t('ui:save')}
        </Button>
      </p>
    </div>
  );
}

/** After how long people who were not hired are erased; only for who may change it. */
export function DataRetention() {
  const { t } = useTranslation('staff');
  const edit = useMay()('company.edit');
  const query = useRoute(routes.dataRetention, {}, { enabled: edit });
  if (!edit) {
    return null;
  }
  return (
    <section className="narrow section">
      <h2 className="sec-h">{t('keep.title')}</h2>
      <p className="cap">{t('keep.what')}</p>
      <Awaited query={query}>
        {(data) => <Form key={`${String(data.months)}:${String(data.from)}`} saved={data} />}
      </Awaited>
    </section>
  );
}
