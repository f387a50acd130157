import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { viewCountAtMost } from '@zhiyu/contracts/view-values';
import { useAct, useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { Failed } from '../../components/state';
import { useMay } from '../staff-shell/use-me';
import { isFiltered, noFilter, paramsOf, sameFilter, startOf, type Filter } from './filter.shared';
import type { ApplicationsState } from './use-applications';

function Save({ filter, onDone }: { filter: Filter; onDone: () => void }) {
  const { t } = useTranslation('pipeline');
  const [name, setName] = useState('');
  const save = useAct(routes.saveView, {
    refresh: [routes.listViews, routes.viewCounts],
    onSuccess: onDone,
  });
  const keep = () => {
    if (name.trim() !== '') {
      save.mutate({ name: name.trim(), filter: paramsOf(filter) });
    }
  };
  return (
    <form
      className="view-save"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <label className="view-name">
        {t('view.name')}
        <input
          className="input"
          value={name}
          maxLength={24}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <p className="cap">{t('view.more')}</p>
      {save.error ? <Failed error={save.error} /> : null}
      <p className="row">
        <Button look="primary" className="touch" disabled={name.trim() === ''} onPress={keep}>
          {t('view.keep')}
        </Button>
        <Button className="touch" onPress={onDone}>
          {t('view.cancel')}
        </Button>
      </p>
    </form>
  );
}

/** How many each view shows, by its id; nothing while it is asked for, or cannot be told. */
function useCounts(): ReadonlyMap<string, number> {
  const may = useMay();
  const { data } = useRoute(routes.viewCounts, {}, { enabled: may('application.view') });
  useLive([routes.viewCounts]);
  return new Map(data?.counts.map(({ id, count }) => [id, count]));
}

function Count({ of }: { of: number | undefined }) {
  const { t } = useTranslation('pipeline');
  return of === undefined ? null : (
    <span className="num view-count">
      {of > viewCountAtMost ? t('view.over', { n: viewCountAtMost }) : of}
    </span>
  );
}

/** Filters that are one press away: all, what waits, and those the person keeps. */
export function Views({ state }: { state: ApplicationsState }) {
  const { t } = useTranslation('pipeline');
  const { filter, show } = state;
  const [saving, setSaving] = useState(false);
  const list = useRoute(routes.listViews, {});
  const counts = useCounts();
  const remove = useAct(routes.removeView, {
    refresh: [routes.listViews],
    onSuccess: () => show(noFilter),
  });
  const fixed = [
    { id: 'all', name: t('view.all'), filter: noFilter },
    { id: 'mine', name: t('view.mine'), filter: { ...noFilter, waiting: true } },
  ];
  const own = (list.data?.views ?? []).map((view) => ({ ...view, filter: startOf(view.filter) }));
  const shown = own.find((view) => sameFilter(view.filter, filter));
  const known = shown ?? fixed.find((view) => sameFilter(view.filter, filter));
  return (
    <div className="views">
      <div className="views-in scroll-x" role="group" aria-label={t('view.label')}>
        {[...fixed, ...own].map((view) => (
          <button
            key={view.id}
            type="button"
            aria-pressed={known?.id === view.id}
            onClick={() => show(view.filter)}
          >
            {view.name}
            <Count of={counts.get(view.id)} />
          </button>
        ))}
      </div>
      {shown ? (
        <Button look="quiet" onPress={() => remove.mutate({ id: shown.id })}>
          {t('view.remove', { name: shown.name })}
        </Button>
      ) : isFiltered(filter) && !known ? (
        <Button look="quiet" onPress={() => setSaving(true)}>
          {t('view.save')}
        </Button>
      ) : null}
      <Sheet open={saving} title={t('view.title')} onClose={() => setSaving(false)}>
        <Save filter={filter} onDone={() => setSaving(false)} />
      </Sheet>
    </div>
  );
}
