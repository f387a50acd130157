import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveList, LiveRow } from '@zhiyu/contracts/live';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { Awaited, Empty } from '../../components/state';
import { keepInAddress } from '../staff-shell/address';
import { Shell } from '../staff-shell/shell';
import { useMay } from '../staff-shell/use-me';
import { One } from './one';
import { Where } from './where';
import './live.scss';
import './words';

/** Where nothing is told (a recording that does not arrive), it is asked this often (ms). */
const every = 15_000;

/** How far somebody is, one piece a question; the words beside it say the same. */
function Steps({ row: { count, answered, index } }: { row: LiveRow }) {
  return (
    <span className="live-steps" aria-hidden="true">
      {Array.from({ length: count }, (_, n) => (
        <i key={n} className={n < answered ? 'done' : n === index ? 'now' : ''} />
      ))}
    </span>
  );
}

function Rows(props: { list: LiveList; chosen: string; onChoose: (id: string) => void }) {
  const { list, chosen, onChoose } = props;
  const { t } = useTranslation('live');
  return (
    <section aria-label={t('title')}>
      <p className="muted t13" role="status">
        {t('count', { n: list.count })}
        {list.count > list.rows.length ? t('shown', { n: list.rows.length }) : ''}
      </p>
      <ul className="live-rows">
        {list.rows.map((row) => (
          <li key={row.interviewId}>
            <button
              type="button"
              className="live-row"
              aria-pressed={row.interviewId === chosen}
              onClick={() => onChoose(row.interviewId)}
            >
              <span>
                <b className="mid">{row.candidateName}</b>{' '}
                <span className="muted">{row.positionName}</span>
              </span>
              <Steps row={row} />
              <Where row={row} now={list.serverNow} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who is where in an interview right now, and one of them beside it. */
export function Live({ interview }: { interview: string }) {
  const { t } = useTranslation('live');
  const may = useMay();
  const [chosen, setChosen] = useState(interview);
  const query = useRoute(
    routes.liveInterviews,
    {},
    { enabled: may('report.view'), refetchInterval: every },
  );
  useLive([routes.liveInterviews, routes.railCounts], (item) => item.interviewId !== null);
  const choose = (id: string) => {
    setChosen(id);
    keepInAddress('live', { interview: id });
  };
  return (
    <Shell title={t('title')} current="live" act="report.view" crumb={<h1>{t('title')}</h1>}>
      <Awaited query={query}>
        {(list) =>
          list.rows.length === 0 && chosen === '' ? (
            <Empty title={t('empty')}>{t('emptyMore')}</Empty>
          ) : (
            <div className={`live-cols ${chosen === '' ? 'alone' : ''}`}>
              <Rows list={list} chosen={chosen} onChoose={choose} />
              <div className="live-one">
                {chosen === '' ? (
                  <p className="muted">{t('choose')}</p>
                ) : (
                  <One key={chosen} id={chosen} />
                )}
              </div>
            </div>
          )
        }
      </Awaited>
    </Shell>
  );
}
