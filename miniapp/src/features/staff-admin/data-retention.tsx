import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataRetention as Saved } from '@zhiyu/contracts/data-retention';
import { keepMonthChoices } from '@zhiyu/contracts/retention-values';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Awaited, Failed } from '../../components/state';
import { useToast } from '../../components/toast';
import { serverTime } from '../../platform/clock';
import { useMay } from '../staff-shell/use-me';
import { useWords } from '../staff-shell/use-words';
import { Choice } from './choice';

const NEVER = '';

/** What a choice would do, as the server counted it. */
function useDueText(): (due: Pick<Saved, 'due' | 'from'>) => string {
  const { t } = useTranslation('staff');
  const words = useWords();
  return ({ due, from }) => {
    const some = due > 0 ? '' : 'None';
    return from === null || from <= serverTime()
      ? t(`keep.dueNow${some}`, { n: due })
      : t(`keep.due${some}`, { n: due, day: words.day(from) });
  };
}

function Form({ saved }: { saved: Saved }) {
  const { t } = useTranslation('staff');
  const say = useToast();
  const dueText = useDueText();
  const [chosen, setChosen] = useState<{ months: number | null } | null>(null);
  const { months } = chosen ?? saved;
  const counted = useRoute(
    routes.dataRetention,
    { ...(months === null ? {} : { months }) },
    { enabled: months !== null },
  );
  const save = useAct(routes.setDataRetention, {
    refresh: [routes.dataRetention],
    onSuccess: () => say(t('ui:saved')),
  });
  const offered = [...new Set([...keepMonthChoices, ...(saved.months ? [saved.months] : [])])];
  const known = months === null || counted.data !== undefined;
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
        onChange={(value) => setChosen({ months: value === NEVER ? null : Number(value) })}
      />
      {counted.error && !known ? (
        <Failed error={counted.error} onRetry={() => void counted.refetch()} />
      ) : (
        <p className="t13 num" role="status">
          {months === null
            ? t('keep.none')
            : counted.data
              ? dueText(counted.data)
              : t('keep.counting')}
        </p>
      )}
      {save.error ? (
        <p className="fault" role="alert">
          {messageOf(save.error)}
        </p>
      ) : null}
      <p>
        <Button
          className="touch"
          disabled={months === saved.months || !known}
          busy={save.isPending ? t('saving') : undefined}
          onPress={() => save.mutate({ months })}
        >
          {t('ui:save')}
        </Button>
      </p>
    </div>
  );
}

/** For those who may not change it: what holds, and who can. */
function AsItIs({ months }: Saved) {
  const { t } = useTranslation('staff');
  return (
    <>
      <p>{months === null ? t('keep.none') : t('keep.set', { n: months })}</p>
      <p className="cap">{t('company.readOnly')}</p>
    </>
  );
}

/** After how long people who were not hired are erased. */
export function DataRetention() {
  const { t } = useTranslation('staff');
  const edit = useMay()('company.edit');
  const query = useRoute(routes.dataRetention, {});
  return (
    <section className="narrow section">
      <h2 className="sec-h">{t('keep.title')}</h2>
      <p className="cap">{t('keep.what')}</p>
      <Awaited query={query}>
        {(data) => (edit ? <Form saved={data} /> : <AsItIs {...data} />)}
      </Awaited>
    </section>
  );
}
