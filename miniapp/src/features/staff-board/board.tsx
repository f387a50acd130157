import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { Dashboard } from '@zhiyu/contracts/application';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { Awaited, Empty } from '../../components/state';
import { textIn } from '../../locales';
import { timeText } from '../../components/time';
import { hrefOf } from '../staff-shell/address.shared';
import { placedName, placeOf } from '../staff-shell/position-names.shared';
import { AlertLink } from '../staff-alerts/alert-link';
import { Shell } from '../staff-shell/shell';
import { useMay } from '../staff-shell/use-me';
import { BulkBar, Orders } from '../staff-pipeline/bulk';
import type { Choice } from '../staff-pipeline/choice.shared';
import { ChoiceSelects } from '../staff-pipeline/choice-selects';
import { columnsOf } from '../staff-pipeline/columns.shared';
import { useChosen, type Chosen } from '../staff-pipeline/use-chosen';
import { Overall } from '../staff-pipeline/overall';
import { Ended, Funnel } from './funnel';
import type { BoardPosition } from './funnel.shared';
import { Kanban } from './kanban';
import { useChoosing, type Choosing } from './use-choosing';
import { RateWord } from './rate-word';
import { SurveyOfAll } from './survey';
import './board.scss';

function Filled({ position }: { position: BoardPosition }) {
  const { t } = useTranslation('staff');
  const missing = position.headcount - position.hired;
  return (
    <span className="tag num">
      {missing > 0 ? t('board.missing', { n: missing }) : t('board.full')}
    </span>
  );
}

function Overview({ data, choosing }: { data: Dashboard; choosing: Choosing }) {
  const { t } = useTranslation('staff');
  if (data.positions.length === 0) {
    return (
      <Empty
        title={t('board.empty')}
        action={
          <a className="btn touch" href={hrefOf('positions')}>
            {t('board.toPositions')}
          </a>
        }
      >
        {t('board.emptyMore')}
      </Empty>
    );
  }
  return (
    <>
      <Choices choosing={choosing} />
      <Awaited query={choosing.pipeline}>
        {(pipeline) => <Overall pipeline={pipeline} choice={choosing.choice} />}
      </Awaited>
      <h2 className="h2 section board-each">{t('board.each')}</h2>
      <div className="board-cards">
        {data.positions.map((position) => (
          <section key={position.id}>
            <h3 className="sec-h">
              <a className="reach" href={hrefOf('board', { position: position.id })}>
                {placedName(position, data.positions)}
              </a>
              <Filled position={position} />
            </h3>
            <Funnel position={position} />
            <p className="t13 board-rate">
              <span className="muted">{t('board.passRate')}</span>
              <RateWord hits={position.passed} of={position.assessed} />
              <AlertLink positionId={position.id} />
            </p>
            <Ended position={position} />
          </section>
        ))}
      </div>
      <p className="cap section">{t('board.eachNote')}</p>
      <SurveyOfAll />
    </>
  );
}

function Choices({ choosing }: { choosing: Choosing }) {
  return (
    <div className="choices">
      <ChoiceSelects
        choice={choosing.choice}
        departments={choosing.choice.position === '' ? choosing.departments : []}
        onChange={choosing.change}
      />
    </div>
  );
}

interface OneProps {
  position: BoardPosition;
  all: readonly BoardPosition[];
  choosing: Choosing;
  /** Null for readers who decide on nobody. */
  chosen: Chosen | null;
}

function One({ position, all, choosing, chosen }: OneProps) {
  const { t } = useTranslation('staff');
  return (
    <>
      <div className="board-head">
        <h1 className="h1">{textIn(position.name)}</h1>
        <span className="muted">{placeOf(position, all)}</span>
        <Filled position={position} />
        <span className="grow" />
        <span className="t13 board-rate">
          <span className="muted">{t('board.passRate')}</span>
          <RateWord hits={position.passed} of={position.assessed} />
          <AlertLink positionId={position.id} />
        </span>
      </div>
      {chosen === null ? null : <Orders />}
      <Choices choosing={choosing} />
      <Awaited query={choosing.pipeline}>
        {(pipeline) => (
          <>
            <Kanban columns={columnsOf(pipeline)} choice={choosing.choice} chosen={chosen} />
            <div className="section">
              <Ended position={position} />
            </div>
            <div className="section">
              <Overall pipeline={pipeline} choice={choosing.choice} />
            </div>
          </>
        )}
      </Awaited>
    </>
  );
}

/** @param positionId of the position whose board it is; empty: all of them */
function Tabs({ positionId }: { positionId: string }) {
  const { t } = useTranslation('staff');
  return (
    <nav className="seg" aria-label={t('board.views')}>
      <a
        className="seg-a"
        aria-current={positionId === '' ? 'page' : undefined}
        href={hrefOf('board')}
      >
        {t('board.all')}
      </a>
      {positionId === '' ? null : (
        <>
          <a className="seg-a" aria-current="page" href={hrefOf('board', { position: positionId })}>
            {t('board.people')}
          </a>
          <a className="seg-a" href={hrefOf('applications', { position: positionId })}>
            {t('board.list')}
          </a>
        </>
      )}
    </nav>
  );
}

/** Stages of every position with counts and conversion; of one also its people. Updates itself. */
export function Board({ start }: { start: Choice }) {
  const { t } = useTranslation('staff');
  const may = useMay();
  const allowed = may('dashboard.view');
  const dashboard = useRoute(routes.dashboard, {}, { enabled: allowed });
  const choosing = useChoosing(start, allowed);
  const chosen = useChosen(JSON.stringify(choosing.choice));
  const decides = may('application.decide');
  useLive([
    ...[routes.dashboard, routes.pipeline, routes.listApplications, routes.listBulk],
    routes.passAlerts,
  ]);
  const positionId = start.position;
  const position = dashboard.data?.positions.find(({ id }) => id === positionId);
  return (
    <Shell
      title={t('board.title')}
      current="positions"
      act="dashboard.view"
      crumb={
        <>
          {position ? null : <h1 className="sr">{t('board.title')}</h1>}
          <Tabs positionId={positionId} />
        </>
      }
      tools={
        <>
          {dashboard.data ? (
            <span className="cap live-dot num">
              {t('board.live', { at: timeText(dashboard.data.asOf) })}
            </span>
          ) : null}
          {positionId === '' ? (
            <>
              <a className="btn small" href={hrefOf('alerts')}>
                {t('board.alerts')}
              </a>
              <a className="btn small" href={hrefOf('figures')}>
                {t('nav.figures')}
              </a>
            </>
          ) : (
            <a className="btn small" href={hrefOf('position', { id: positionId })}>
              {t('board.position')}
            </a>
          )}
        </>
      }
      footer={chosen.ids.length === 0 ? undefined : <BulkBar chosen={chosen} />}
    >
      <Awaited query={dashboard}>
        {(data) =>
          positionId === '' ? (
            <Overview data={data} choosing={choosing} />
          ) : position ? (
            <One
              position={position}
              all={data.positions}
              choosing={choosing}
              chosen={decides ? chosen : null}
            />
          ) : (
            <Empty title={t('board.gone')}>{t('board.goneMore')}</Empty>
          )
        }
      </Awaited>
    </Shell>
  );
}
