import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { ApplicationRow } from '@zhiyu/contracts/application';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { Awaited, Empty } from '../../components/state';
import { textIn } from '../../locales';
import { whyOf } from '../staff-home/home.shared';
import { hrefOf } from '../staff-shell/address.shared';
import { placeOf, plainName } from '../staff-shell/position-names.shared';
import { PromiseWord } from '../staff-shell/promise-word';
import { Shell } from '../staff-shell/shell';
import { Who } from '../staff-shell/who';
import { Ended, Funnel } from './funnel';
import { RateWord } from './rate-word';
import './board.scss';

/** Rows that fit one screen of a phone. */
const FIT = 3;

function Waiting({ rows }: { rows: ApplicationRow[] }) {
  const { t } = useTranslation('staff');
  return (
    <section>
      <h2 className="sec-h manager-h">{t('manager.waiting', { count: rows.length })}</h2>
      <ul className="manager-waits">
        {rows.slice(0, FIT).map((row) => (
          <li key={row.id}>
            <Who id={row.id} name={row.candidateName} />
            <span className="grow">
              {row.candidateName}
              {t('comma')}
              {t(`home.why.${whyOf(row)}`)}
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

/** A hiring manager's one screen: filled of needed, what waits, the funnel. */
export function Manager({ positionId }: { positionId: string }) {
  const { t } = useTranslation('staff');
  const dashboard = useRoute(routes.dashboard, {});
  const positions = dashboard.data?.positions ?? [];
  const position = positions.find(({ id }) => id === positionId) ?? positions[0];
  const waiting = useRoute(
    routes.listApplications,
    { waiting: 'true', positionId: position?.id },
    { enabled: position !== undefined },
  );
  useLive([routes.dashboard, routes.listApplications]);
  return (
    <Shell title={t('manager.title')} current="home" act="dashboard.view">
      <Awaited query={dashboard}>
        {() =>
          position === undefined ? (
            <Empty title={t('board.empty')}>{t('board.emptyMore')}</Empty>
          ) : (
            <div className="manager">
              {positions.length > 1 ? (
                <nav className="stage-pick scroll-x" aria-label={t('manager.positions')}>
                  {positions.map((one) => (
                    <a
                      key={one.id}
                      href={hrefOf('manager', { position: one.id })}
                      aria-current={one.id === position.id ? 'page' : undefined}
                    >
                      {plainName(one, positions)}
                    </a>
                  ))}
                </nav>
              ) : null}
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
              {waiting.data ? <Waiting rows={waiting.data.applications} /> : null}
              <section>
                <h2 className="sec-h manager-h">
                  {t('manager.funnel')}
                  <span className="cap">{t('manager.auto')}</span>
                </h2>
                <Funnel position={position} />
                <p className="t13 board-rate">
                  <span className="muted">{t('board.passRate')}</span>
                  <RateWord hits={position.passed} of={position.assessed} />
                </p>
                <Ended position={position} />
                <p className="cap">{t('board.note')}</p>
              </section>
            </div>
          )
        }
      </Awaited>
    </Shell>
  );
}
