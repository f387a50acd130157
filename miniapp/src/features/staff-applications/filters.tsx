import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { PositionSummary } from '@zhiyu/contracts/position';
import { useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { ChoiceSelects, Select } from '../staff-pipeline/choice-selects';
import { plainName } from '../staff-shell/position-names.shared';
import { useMay } from '../staff-shell/use-me';
import { useWide } from '../staff-shell/use-wide';
import { useWords } from '../staff-shell/use-words';
import { stages } from '@zhiyu/contracts/stage-values';
import { Conditions } from './conditions';
import { conditionsOf, isFiltered } from './filter.shared';
import type { ApplicationsState } from './use-applications';

interface FiltersProps {
  state: ApplicationsState;
  positions: readonly PositionSummary[];
}

function useDepartments(positions: readonly PositionSummary[]) {
  const may = useMay();
  const { data } = useRoute(routes.departments, {}, { enabled: may('company.view') });
  const used = new Set(positions.map(({ departmentName }) => departmentName));
  return (data?.departments ?? []).filter(({ name }) => used.has(name));
}

function Selects({ state, positions }: FiltersProps) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const departments = useDepartments(positions);
  const { filter, change } = state;
  return (
    <>
      <Select
        label={t('list.position')}
        every={t('list.everyPosition')}
        value={filter.position}
        options={positions.map((one) => ({ value: one.id, text: plainName(one, positions) }))}
        onChange={(position) => change({ position })}
      />
      <Select
        label={t('list.stage')}
        every={t('list.everyStage')}
        value={filter.stage}
        options={stages.map((stage) => ({ value: stage, text: words.stage(stage) }))}
        onChange={(value) => change({ stage: stages.find((stage) => stage === value) ?? '' })}
      />
      <ChoiceSelects choice={filter} departments={departments} onChange={change} />
      <label className="row touch filters-mine">
        <input
          type="checkbox"
          className="check"
          checked={filter.waiting}
          onChange={(event) => change({ waiting: event.target.checked })}
        />
        {t('list.mine')}
      </label>
    </>
  );
}

function Search({ state }: { state: ApplicationsState }) {
  const { t } = useTranslation('staff');
  return (
    <label className="filters-q">
      <span className="sr">{t('list.search')}</span>
      <input
        type="search"
        className="input"
        placeholder={t('list.searchHint')}
        value={state.typed}
        onChange={(event) => state.setTyped(event.target.value)}
      />
    </label>
  );
}

function Clear({ state }: { state: ApplicationsState }) {
  const { t } = useTranslation('staff');
  return isFiltered(state.filter) ? (
    <Button look="quiet" onPress={state.clear}>
      {t('list.clear')}
    </Button>
  ) : null;
}

/** On a phone the search stands alone, the rest behind a button that says how much is narrowed. */
function PhoneFilters({ state, positions }: FiltersProps) {
  const { t } = useTranslation(['pipeline', 'staff']);
  const [open, setOpen] = useState(false);
  const { q: _searched, ...rest } = state.filter;
  const count = conditionsOf({ ...rest, q: '' });
  return (
    <>
      <Button className="touch" onPress={() => setOpen(true)}>
        {count === 0 ? t('filter.open') : t('filter.openCount', { count })}
      </Button>
      <Sheet
        open={open}
        title={t('filter.title')}
        onClose={() => setOpen(false)}
        footer={
          <>
            <Clear state={state} />
            <Button look="primary" className="touch" onPress={() => setOpen(false)}>
              {t('filter.done')}
            </Button>
          </>
        }
      >
        <div className="filters-sheet">
          <Selects state={state} positions={positions} />
        </div>
      </Sheet>
    </>
  );
}

/** Narrows the list: search, position, stage, department, source, week, what waits for the reader. */
export function Filters({ state, positions }: FiltersProps) {
  const wide = useWide();
  const departments = useDepartments(positions);
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <Search state={state} />
      {wide ? (
        <>
          <Selects state={state} positions={positions} />
          <Clear state={state} />
        </>
      ) : (
        <>
          <PhoneFilters state={state} positions={positions} />
          <Conditions {...{ state, positions, departments }} />
        </>
      )}
    </form>
  );
}
