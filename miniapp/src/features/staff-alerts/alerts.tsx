import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { PassAlertRow } from '@zhiyu/contracts/pass-alerts';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { StateWord } from '../../components/glyph';
import { Awaited, Empty } from '../../components/state';
import { RateWord } from '../staff-board/rate-word';
import { hrefOf } from '../staff-shell/address.shared';
import { Shell } from '../staff-shell/shell';
import { useMay } from '../staff-shell/use-me';
import { useWords } from '../staff-shell/use-words';
import { alertParts, meaningOf, partOf, type AlertPart } from './alerts.shared';
import { Changes } from './changes';
import { Limits } from './limits';
import { One } from './one';
import '../staff-board/board.scss';
import './alerts.scss';
import './words';

function Row({ alert }: { alert: PassAlertRow }) {
  const { t } = useTranslation('alerts');
  const words = useWords();
  return (
    <li>
      <a className="alert-row" href={hrefOf('alerts', { id: alert.id })}>
        <span className="mid">{alert.positionName}</span>
        <RateWord hits={alert.now.passed} of={alert.now.decided} />
        <span className="t13">
          <StateWord of={meaningOf[alert.state]}>{t(`state.${alert.state}`)}</StateWord>
        </span>
        <span className="cap num">{words.day(alert.proposedAt)}</span>
      </a>
    </li>
  );
}

function List() {
  const { t } = useTranslation('alerts');
  const query = useRoute(routes.passAlerts, {});
  return (
    <Awaited query={query}>
      {({ alerts }) =>
        alerts.length === 0 ? (
          <Empty
            title={t('none')}
            action={
              <a className="btn touch" href={hrefOf('alerts', { part: 'limits' })}>
                {t('whenAlerts')}
              </a>
            }
          >
            {t('noneMore')}
          </Empty>
        ) : (
          <ul className="alert-rows">
            {alerts.map((alert) => (
              <Row key={alert.id} alert={alert} />
            ))}
          </ul>
        )
      }
    </Awaited>
  );
}

const inside: Readonly<Record<AlertPart, ComponentType>> = {
  alerts: List,
  changes: Changes,
  limits: Limits,
};

function Tabs({ part }: { part: AlertPart | null }) {
  const { t } = useTranslation('alerts');
  return (
    <nav className="seg" aria-label={t('parts')}>
      {alertParts.map((one) => (
        <a
          key={one}
          className="seg-a"
          aria-current={one === part ? 'page' : undefined}
          href={hrefOf('alerts', one === 'alerts' ? {} : { part: one })}
        >
          {t(`part.${one}`)}
        </a>
      ))}
    </nav>
  );
}

/** Few pass: the alerts, one of them with its evidence and its meeting, what is to change, and the limits. */
export function Alerts({ id, start }: { id: string; start: string }) {
  const { t } = useTranslation('alerts');
  const may = useMay();
  const part = partOf(start);
  const Part = inside[part];
  const about = useRoute(routes.passAlert, { id }, { enabled: id !== '' && may('process.view') });
  useLive([routes.passAlert, routes.passAlerts, routes.changeRequests, routes.inbox]);
  return (
    <Shell
      title={t('title')}
      current="positions"
      act="process.view"
      crumb={
        id === '' ? (
          <Tabs part={part} />
        ) : (
          <span className="row">
            <a className="crumb" href={hrefOf('alerts')}>
              {t('title')}
            </a>
            <b className="mid">{about.data?.positionName ?? ''}</b>
          </span>
        )
      }
    >
      {id === '' ? <h1 className="sr">{t(`part.${part}`)}</h1> : null}
      {id === '' ? <Part /> : <One id={id} />}
    </Shell>
  );
}
