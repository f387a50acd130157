import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { PositionSummary } from '@zhiyu/contracts/position';
import { useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Empty, Failed, Loading } from '../../components/state';
import { BulkBar, Orders } from '../staff-pipeline/bulk';
import { ChooseMode } from '../staff-pipeline/choose-box';
import { useChosen, type Chosen } from '../staff-pipeline/use-chosen';
import { hrefOf } from '../staff-shell/address.shared';
import { besideNames } from '../staff-shell/position-names.shared';
import { Shell } from '../staff-shell/shell';
import { useMay } from '../staff-shell/use-me';
import { useWide } from '../staff-shell/use-wide';
import { isFiltered, paramsOf, type Filter } from './filter.shared';
import { Filters } from './filters';
import { DeskRows, PhoneRows } from './rows';
import { useApplications, type ApplicationsState } from './use-applications';
import { Views } from './views';
import '../staff-pipeline/words';
import './applications.scss';

function usePositions(): readonly PositionSummary[] {
  const may = useMay();
  const list = useRoute(routes.listPositions, {}, { enabled: may('position.view') });
  return list.data?.positions ?? [];
}

interface RowsProps {
  state: ApplicationsState;
  positions: readonly PositionSummary[];
  chosen: Chosen | null;
}

function Nobody({ state }: { state: ApplicationsState }) {
  const { t } = useTranslation('staff');
  return isFiltered(state.filter) ? (
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

/** How much is there; on a phone where choosing begins. */
function Head({ state, chosen, count }: Omit<RowsProps, 'positions'> & { count: number }) {
  const { t } = useTranslation('pipeline');
  const wide = useWide();
  const { list, filter } = state;
  const words = list.hasNextPage ? t('list.loaded', { n: count }) : t('list.all', { n: count });
  return (
    <div className="list-head">
      <span className="cap num">
        {words}
        {filter.week === '' ? '' : ` · ${t('list.byWeek')}`}
      </span>
      <span className="grow" />
      {state.changed ? (
        <Button size="small" className="touch" onPress={state.update}>
          {t('list.changed')}
        </Button>
      ) : null}
      {wide || chosen === null ? null : <ChooseMode chosen={chosen} />}
    </div>
  );
}

function Rows({ state, positions, chosen }: RowsProps) {
  const wide = useWide();
  const { list } = state;
  const beside = besideNames(positions);
  if (list.data === undefined) {
    return list.error ? (
      <Failed error={list.error} onRetry={() => void list.refetch()} />
    ) : (
      <Loading lines={6} />
    );
  }
  const rows = list.data.pages.flatMap(({ applications }) => applications);
  if (rows.length === 0) {
    return <Nobody state={state} />;
  }
  const read = () => {
    if (list.hasNextPage && !list.isFetching) {
      void list.fetchNextPage();
    }
  };
  const List = wide ? DeskRows : PhoneRows;
  return (
    <>
      <Head state={state} chosen={chosen} count={rows.length} />
      <div className={wide ? 'scroll-x' : undefined}>
        <List
          rows={rows}
          beside={beside}
          chosen={chosen}
          open={list.hasNextPage}
          ready={list.hasNextPage && !list.isFetching}
          onNearEnd={read}
        />
      </div>
      {list.isFetchNextPageError ? <Failed error={list.error} onRetry={read} /> : null}
    </>
  );
}

/** The ways by which people come in, and to those who may come again. */
function Tools({ position }: { position: string }) {
  const { t } = useTranslation('staff');
  const may = useMay();
  const intake =
    position === '' ? undefined : (
      <a className="btn small" href={hrefOf('intake', { id: position })}>
        {t('list.add')}
      </a>
    );
  const pool = may('talent.view') ? (
    <a className="btn small" href={hrefOf('pool')}>
      {t('nav.pool')}
    </a>
  ) : undefined;
  return (
    <>
      {may('application.add') ? (
        <a className="btn small" href={hrefOf('intake', { id: position, way: 'one' })}>
          {t('list.addOne')}
        </a>
      ) : null}
      {intake ?? pool}
    </>
  );
}

/** Candidates by position, stage, department, source, week and search; several at once. */
export function Applications({ start }: { start: Filter }) {
  const { t } = useTranslation('staff');
  const may = useMay();
  const state = useApplications(start);
  const positions = usePositions();
  const chosen = useChosen(JSON.stringify(paramsOf(state.filter)));
  const decides = may('application.decide');
  return (
    <Shell
      title={t('list.title')}
      current="applications"
      act="application.view"
      crumb={<h1>{t('list.title')}</h1>}
      tools={<Tools position={state.filter.position} />}
      footer={chosen.ids.length === 0 ? undefined : <BulkBar chosen={chosen} />}
    >
      {decides ? <Orders /> : null}
      <Views state={state} />
      <Filters state={state} positions={positions} />
      <Rows state={state} positions={positions} chosen={decides ? chosen : null} />
    </Shell>
  );
}
