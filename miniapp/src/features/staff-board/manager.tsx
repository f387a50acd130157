import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { ApplicationRow } from '@zhiyu/contracts/application';
import type { Card } from '@zhiyu/contracts/card';
import type { Today } from '@zhiyu/contracts/today';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { Glyph } from '../../components/glyph';
import { Awaited, Empty } from '../../components/state';
import { textIn } from '../../locales';
import { timeText } from '../../components/time';
import { whyOf } from '../staff-home/home.shared';
import { useOpenCards } from '../staff-home/open-cards';
import { hrefOf } from '../staff-shell/address.shared';
import { placeOf, plainName } from '../staff-shell/position-names.shared';
import { PotentialMark } from '../staff-shell/potential-mark';
import { PromiseWord } from '../staff-shell/promise-word';
import { Shell } from '../staff-shell/shell';
import { Who } from '../staff-shell/who';
import type { BoardPosition } from './funnel.shared';
import { RateWord } from './rate-word';
import { Reached } from './reached';
import './board.scss';

/** Rows that fit one screen of a phone. */
const FIT = 3;

function Waiting({ rows, count }: { rows: ApplicationRow[]; count: number }) {
  const { t } = useTranslation('staff');
  return (
    <section>
      <h2 className="sec-h manager-h">{t('manager.waiting', { count })}</h2>
      {rows.length === 0 ? <p className="muted t14">{t('manager.free')}</p> : null}
      <ul className="manager-waits">
        {rows.slice(0, FIT).map((row) => (
          <li key={row.id}>
            <Who id={row.id} name={row.candidateName} />
            <span className="grow">
              {row.candidateName}
              {t('comma')}
              {t(`home.why.${whyOf(row)}`)}
              <PotentialMark on={row.highPotential} />
              <small>{row.promiseAt === null ? '' : <PromiseWord at={row.promiseAt} />}</small>
            </span>
            <a className="btn touch" href={hrefOf('file', { id: row.id })}>
              {t('manager.look')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ViewProps {
  /** Empty: the first of the reader's positions. */
  positionId: string;
}

function Positions({ all, shown }: { all: readonly BoardPosition[]; shown: BoardPosition }) {
  const { t } = useTranslation('staff');
  return all.length < 2 ? null : (
    <nav className="stage-pick scroll-x" aria-label={t('manager.positions')}>
      {all.map((one) => (
        <a
          key={one.id}
          href={hrefOf('manager', { position: one.id })}
          aria-current={one.id === shown.id ? 'page' : undefined}
        >
          {plainName(one, all)}
        </a>
      ))}
    </nav>
  );
}

/** What is wrong and what is on today, in a line each: a screen has room for no more. */
function Now({ alerts, today }: { alerts: readonly Card[]; today: Today | undefined }) {
  const { t } = useTranslation('staff');
  const [alert] = alerts;
  const meetings = today?.meetings ?? [];
  const [next] = meetings;
  return (
    <ul className="manager-now t13">
      {alert ? (
        <li>
          <Glyph of="warn" />
          <a className="clip" href={hrefOf('chat')}>
            {alert.title}
          </a>
        </li>
      ) : null}
      {next ? (
        <li>
          <a className="clip num" href={hrefOf('file', { id: next.applicationId })}>
            {t('manager.next', { at: timeText(next.startsAt), name: next.candidateName })}
          </a>
        </li>
      ) : null}
    </ul>
  );
}

/** A hiring manager's one screen: what waits, filled of needed, the funnel. */
export function ManagerView({ positionId }: ViewProps) {
  const { t } = useTranslation('staff');
  const dashboard = useRoute(routes.dashboard, {});
  const today = useRoute(routes.today, {});
  const { alerts } = useOpenCards();
  const positions = dashboard.data?.positions ?? [];
  const position = positions.find(({ id }) => id === positionId) ?? positions[0];
  const waiting = useRoute(
    routes.listApplications,
    { waiting: 'true', order: 'look', positionId: position?.id, limit: FIT },
    { enabled: position !== undefined },
  );
  useLive([
    ...[routes.dashboard, routes.listApplications, routes.today, routes.inbox],
    ...[routes.railCounts, routes.pipeline],
  ]);
  return (
    <Awaited query={dashboard}>
      {() =>
        position === undefined ? (
          <>
            <h1 className="sr">{t('manager.title')}</h1>
            <Empty title={t('board.empty')}>{t('board.emptyMore')}</Empty>
          </>
        ) : (
          <div className="manager">
            <Positions all={positions} shown={position} />
            <header className="manager-head">
              <span>
                <h1 className="h1">{textIn(position.name)}</h1>
                <span className="cap">{placeOf(position, positions)}</span>
              </span>
              <span className="right">
                <span className="manager-big num">
                  {position.hired} / {position.headcount}
                </span>
                <span className="cap">{t('manager.filled')}</span>
              </span>
            </header>
            <Now alerts={alerts} today={today.data} />
            {waiting.data ? (
              <Waiting
                rows={waiting.data.applications}
                count={position.stages.screening + position.stages.review}
              />
            ) : null}
            <section>
              <h2 className="sec-h manager-h">
                {t('manager.funnel')}
                <a className="link cap" href={hrefOf('board', { position: position.id })}>
                  {t('week.board')}
                </a>
              </h2>
              <Reached positionId={position.id} />
              <p className="t13 board-rate">
                <span className="muted">{t('board.passRate')}</span>
                <RateWord hits={position.passed} of={position.assessed} />
              </p>
            </section>
          </div>
        )
      }
    </Awaited>
  );
}

/** The one screen as a page of its own, for the side panel of a chat. */
export function Manager({ positionId }: ViewProps) {
  const { t } = useTranslation('staff');
  return (
    <Shell title={t('manager.title')} current="home" act="dashboard.view">
      <ManagerView positionId={positionId} />
    </Shell>
  );
}
