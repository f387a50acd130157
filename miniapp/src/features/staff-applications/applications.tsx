import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { PositionSummary } from '@zhiyu/contracts/position';
import { useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Empty, Failed, Loading } from '../../components/state';
import { hrefOf } from '../staff-shell/address.shared';
import { besideNames, plainName } from '../staff-shell/position-names.shared';
import { Shell } from '../staff-shell/shell';
import { useMay } from '../staff-shell/use-me';
import { useWide } from '../staff-shell/use-wide';
import { useWords } from '../staff-shell/use-words';
import { isFiltered, stageNames, type Filter } from './filter.shared';
import { DeskRows, PhoneRows } from './rows';
import { useApplications } from './use-applications';
import './applications.scss';

function usePositions(): readonly PositionSummary[] {
  const may = useMay();
  const list = useRoute(routes.listPositions, {}, { enabled: may('position.view') });
  return list.data?.positions ?? [];
}

function Filters({ state }: { state: ReturnType<typeof useApplications> }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const positions = usePositions();
  const { filter, change } = state;
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
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
      <label>
        <span className="sr">{t('list.position')}</span>
        <select
          className="select"
          value={filter.position}
          onChange={(event) => change({ position: event.target.value })}
        >
          <option value="">{t('list.everyPosition')}</option>
          {positions.map((one) => (
            <option key={one.id} value={one.id}>
              {plainName(one, positions)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="sr">{t('list.stage')}</span>
        <select
          className="select"
          value={filter.stage}
          onChange={(event) =>
            change({ stage: stageNames.find((stage) => stage === event.target.value) ?? '' })
          }
        >
          <option value="">{t('list.everyStage')}</option>
          {stageNames.map((stage) => (
            <option key={stage} value={stage}>
              {words.stage(stage)}
            </option>
          ))}
        </select>
      </label>
      <label className="row touch filters-mine">
        <input
          type="checkbox"
          className="check"
          checked={filter.waiting}
          onChange={(event) => change({ waiting: event.target.checked })}
        />
        {t('list.mine')}
      </label>
      {isFiltered(filter) ? (
        <Button look="quiet" onPress={state.clear}>
          {t('list.clear')}
        </Button>
      ) : null}
    </form>
  );
}

function Rows({ state }: { state: ReturnType<typeof useApplications> }) {
  const { t } = useTranslation('staff');
  const wide = useWide();
  const { list, filter } = state;
  const beside = besideNames(usePositions());
  if (list.data === undefined) {
    return list.error ? (
      <Failed error={list.error} onRetry={() => void list.refetch()} />
    ) : (
      <Loading lines={6} />
    );
  }
  const rows = list.data.pages.flatMap(({ applications }) => applications);
  if (rows.length === 0) {
    return isFiltered(filter) ? (
      <Empty
        title={t('list.noneFound')}
        action={<Button onPress={state.clear}>{t('list.clear')}</Button>}
      />
    ) : (
      <Empty
        title={t('list.empty')}
        action={
          <a className="btn touch" href={hrefOf('positions')}>
            {t('list.toPositions')}
          </a>
        }
      >
        {t('list.emptyMore')}
      </Empty>
    );
  }
  return (
    <>
      {wide ? <DeskRows rows={rows} beside={beside} /> : <PhoneRows rows={rows} beside={beside} />}
      <div className="list-more">
        <span className="cap num">{t('list.shown', { n: rows.length })}</span>
        {list.hasNextPage ? (
          <Button
            busy={list.isFetchingNextPage ? t('list.loading') : undefined}
            onPress={() => void list.fetchNextPage()}
          >
            {t('list.more')}
          </Button>
        ) : null}
      </div>
    </>
  );
}

/** Candidates, newest first, by position, stage and search. */
export function Applications({ start }: { start: Filter }) {
  const { t } = useTranslation('staff');
  const state = useApplications(start);
  return (
    <Shell
      title={t('list.title')}
      current="applications"
      act="application.view"
      crumb={<h1>{t('list.title')}</h1>}
      tools={
        state.filter.position === '' ? undefined : (
          <a className="btn small" href={hrefOf('intake', { id: state.filter.position })}>
            {t('list.add')}
          </a>
        )
      }
    >
      <Filters state={state} />
      <Rows state={state} />
    </Shell>
  );
}
