import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { ApplicationRow } from '@zhiyu/contracts/application';
import { useRoute } from '../../api/query';
import { Glyph } from '../../components/glyph';
import { ScoreFigure } from '../../components/score-bar';
import { Awaited } from '../../components/state';
import { hrefOf } from '../staff-shell/address.shared';
import { PotentialMark } from '../staff-shell/potential-mark';
import { useWide } from '../staff-shell/use-wide';
import { useWords } from '../staff-shell/use-words';
import { Who } from '../staff-shell/who';
import { askOf, type Choice } from '../staff-pipeline/choice.shared';
import type { PipelineColumn } from '../staff-pipeline/columns.shared';
import { lastStageOf, stagesOf } from './funnel.shared';

/** People shown per column before the list takes over. */
const SHOWN = 8;

function Person({ row }: { row: ApplicationRow }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  return (
    <li>
      <a className="p" href={hrefOf('file', { id: row.id })}>
        <Who id={row.id} name={row.candidateName} size="sm" />
        <b className="clip">{row.candidateName}</b>
        <span className="n row">
          {row.verdict === 'crosses' ? (
            <span className="state hold" title={t('verdictShort.crosses')}>
              <Glyph of="hold" />
              <span className="sr">{t('verdictShort.crosses')}</span>
            </span>
          ) : null}
          {row.total === null ? null : <ScoreFigure value={row.total} standardError={null} />}
        </span>
        <span className="sub">
          <span className={`clip ${row.waitsForMe ? 'warn' : ''}`}>
            {row.waitsForMe ? t('row.waitsForYou') : t(`source.${row.source}`)}
          </span>
          <PotentialMark on={row.highPotential} />
          <span className="nowrap num">{words.since(row.stageAt)}</span>
        </span>
      </a>
    </li>
  );
}

function StagePeople({ choice, stage }: { choice: Choice; stage: ApplicationRow['stage'] }) {
  const list = useRoute(routes.listApplications, { ...askOf(choice), stage, limit: SHOWN });
  return (
    <Awaited query={list}>
      {({ applications }) => (
        <ul className="col-people">
          {applications.map((row) => (
            <Person key={row.id} row={row} />
          ))}
        </ul>
      )}
    </Awaited>
  );
}

function BoardColumn({ column, choice }: { column: PipelineColumn; choice: Choice }) {
  const { t } = useTranslation(['staff', 'pipeline']);
  const words = useWords();
  return (
    <section className="col">
      <header>
        <h2>{t(`column.${column.name}`)}</h2>
        <p className="big num">{column.here}</p>
        <div className="vol" aria-hidden="true">
          <i style={{ width: `${column.volume * 100}%` }} />
        </div>
        <p className="cap num">
          {column.fromBefore === null
            ? t('pipeline:funnel.first', { n: column.reached })
            : t('pipeline:funnel.fromBefore', { percent: words.percent(column.fromBefore) })}
        </p>
        <p className="cap num">
          {column.days === null ? '\u00a0' : t('pipeline:funnel.days', { days: column.days })}
        </p>
      </header>
      {column.here === 0
        ? null
        : stagesOf[column.name].map((stage) => (
            <StagePeople key={stage} choice={choice} stage={stage} />
          ))}
      {column.here > SHOWN ? (
        <a
          className="more"
          href={hrefOf('applications', { ...choice, stage: lastStageOf(column.name) })}
        >
          {t('board.rest')}
        </a>
      ) : null}
      {column.here === 0 ? <p className="more">{t('board.nobody')}</p> : null}
    </section>
  );
}

/** One position: six columns on the desk, one stage at a time on a phone. */
export function Kanban({ columns, choice }: { columns: PipelineColumn[]; choice: Choice }) {
  const { t } = useTranslation('staff');
  const wide = useWide();
  const busiest = columns.find(({ name, here }) => name === 'review' && here > 0) ?? columns[0];
  const [shown, setShown] = useState(busiest?.name);
  if (wide) {
    return (
      <div className="board">
        {columns.map((column) => (
          <BoardColumn key={column.name} column={column} choice={choice} />
        ))}
      </div>
    );
  }
  const column = columns.find(({ name }) => name === shown);
  return (
    <>
      <div className="stage-pick scroll-x" role="group" aria-label={t('board.pick')}>
        {columns.map(({ name, here }) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === shown}
            onClick={() => setShown(name)}
          >
            {t(`column.${name}`)} <span className="num">{here}</span>
          </button>
        ))}
      </div>
      {column ? <BoardColumn column={column} choice={choice} /> : null}
    </>
  );
}
