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
import { ChooseBox, ChooseColumn, ChooseMode } from '../staff-pipeline/choose-box';
import type { PipelineColumn } from '../staff-pipeline/columns.shared';
import type { Chosen } from '../staff-pipeline/use-chosen';
import { lastStageOf, stagesOf } from './funnel.shared';

/** People shown per column before the list takes over. */
const SHOWN = 8;

/** Null where the reader decides on nobody, or on a phone while nobody is being chosen. */
type Boxes = Chosen | null;

function Person({ row, boxes }: { row: ApplicationRow; boxes: Boxes }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  return (
    <li className={`p-row ${boxes?.has(row.id) ? 'p-chosen' : ''}`}>
      {boxes === null ? null : <ChooseBox row={row} chosen={boxes} />}
      <a className={`p ${boxes === null ? '' : 'p-boxed'}`} href={hrefOf('file', { id: row.id })}>
        {boxes === null ? <Who id={row.id} name={row.candidateName} size="sm" /> : null}
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

interface StageProps {
  choice: Choice;
  stage: ApplicationRow['stage'];
  boxes: Boxes;
}

function StagePeople({ choice, stage, boxes }: StageProps) {
  const list = useRoute(routes.listApplications, { ...askOf(choice), stage, limit: SHOWN });
  return (
    <Awaited query={list}>
      {({ applications }) => (
        <>
          {boxes === null || applications.length < 2 ? null : (
            <ChooseColumn rows={applications} chosen={boxes} />
          )}
          <ul className="col-people">
            {applications.map((row) => (
              <Person key={row.id} row={row} boxes={boxes} />
            ))}
          </ul>
        </>
      )}
    </Awaited>
  );
}

interface ColumnProps {
  column: PipelineColumn;
  choice: Choice;
  boxes: Boxes;
}

function BoardColumn({ column, choice, boxes }: ColumnProps) {
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
            <StagePeople key={stage} choice={choice} stage={stage} boxes={boxes} />
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

interface KanbanProps {
  columns: PipelineColumn[];
  choice: Choice;
  /** Null for readers who decide on nobody. */
  chosen: Chosen | null;
}

/** One position: six columns on the desk, one stage at a time on a phone. */
export function Kanban({ columns, choice, chosen }: KanbanProps) {
  const { t } = useTranslation('staff');
  const wide = useWide();
  const busiest = columns.find(({ name, here }) => name === 'review' && here > 0) ?? columns[0];
  const [shown, setShown] = useState(busiest?.name);
  if (wide) {
    return (
      <div className="board">
        {columns.map((column) => (
          <BoardColumn key={column.name} column={column} choice={choice} boxes={chosen} />
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
      {chosen === null ? null : (
        <div className="board-choose">
          <ChooseMode chosen={chosen} />
        </div>
      )}
      {column ? (
        <BoardColumn
          column={column}
          choice={choice}
          boxes={chosen?.choosing === true ? chosen : null}
        />
      ) : null}
    </>
  );
}
