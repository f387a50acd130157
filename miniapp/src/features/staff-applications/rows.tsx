import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationRow } from '@zhiyu/contracts/application';
import { Glyph, type Meaning } from '../../components/glyph';
import { ScoreBar, ScoreFigure } from '../../components/score-bar';
import { hrefOf } from '../staff-shell/address.shared';
import { ExampleMark } from '../staff-shell/example-mark';
import { PotentialMark } from '../staff-shell/potential-mark';
import { PromiseWord } from '../staff-shell/promise-word';
import { useWords } from '../staff-shell/use-words';
import { Who } from '../staff-shell/who';
import { ChooseAllBox, ChooseBox } from '../staff-pipeline/choose-box';
import type { Chosen } from '../staff-pipeline/use-chosen';
import { useRowWindow } from './use-row-window';

const glyphOf: Record<NonNullable<ApplicationRow['verdict']>, Meaning> = {
  meets: 'pass',
  crosses: 'hold',
  below: 'reject',
  unknown: 'unknown',
};

/** The verdict of the interview; before there is one, what the application waits for. */
function Now({ row }: { row: ApplicationRow }) {
  const { t } = useTranslation('staff');
  if (row.verdict === null) {
    return row.waitsForMe ? (
      <span className="state hold">
        <Glyph of="hold" />
        {t('row.waitsForYou')}
      </span>
    ) : (
      <span className="faint">{t(`nowAt.${row.stage}`)}</span>
    );
  }
  return (
    <span className={`state ${glyphOf[row.verdict]}`}>
      <Glyph of={glyphOf[row.verdict]} />
      {t(`verdictShort.${row.verdict}`)}
    </span>
  );
}

function Bar({ row }: { row: ApplicationRow }) {
  return row.requirement === null || row.verdict === null ? null : (
    <ScoreBar
      mini
      label={row.candidateName}
      value={row.total}
      standardError={row.standardError}
      requirement={row.requirement}
      verdict={row.verdict}
    />
  );
}

function Figure({ row }: { row: ApplicationRow }) {
  const { t } = useTranslation('staff');
  return row.verdict === null ? (
    <span className="faint nowrap">{t('row.noScore')}</span>
  ) : (
    <ScoreFigure value={row.total} standardError={row.standardError} />
  );
}

interface RowsProps {
  rows: ApplicationRow[];
  /** What tells positions of one name apart, by their ids. */
  beside: ReadonlyMap<string, string>;
  /** Null for readers who decide on nobody. */
  chosen: Chosen | null;
  /** More can be read: how many there are in all is not known. */
  open: boolean;
  /** The next page can be asked for now. */
  ready: boolean;
  /** Called when the end of what is there comes near. */
  onNearEnd: () => void;
}

/** So near the end (rows) the next page is asked for. */
const NEAR = 40;

function positionOf(row: ApplicationRow, beside: RowsProps['beside']): string {
  return [row.positionName, beside.get(row.positionId)].filter(Boolean).join(' · ');
}

function useNearEnd({ rows, ready, onNearEnd }: RowsProps, end: number): void {
  const near = ready && end > rows.length - NEAR;
  useEffect(() => {
    if (near) {
      onNearEnd();
    }
  }, [near, rows.length]);
}

/** Keeps the place of rows that are not drawn. */
function Space({ height }: { height: number }) {
  return height === 0 ? null : (
    <tr aria-hidden="true" className="list-space">
      <td colSpan={10} style={{ height }} />
    </tr>
  );
}

function DeskRow({
  row,
  beside,
  chosen,
}: Pick<RowsProps, 'beside' | 'chosen'> & { row: ApplicationRow }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  return (
    <>
      {chosen === null ? null : (
        <td>
          <ChooseBox row={row} chosen={chosen} />
        </td>
      )}
      <th scope="row">
        <a href={hrefOf('file', { id: row.id })} className="list-name">
          <Who id={row.id} name={row.candidateName} size="sm" />
          <span className="clip">{row.candidateName}</span>
          <PotentialMark on={row.highPotential} />
          <ExampleMark on={row.example} />
        </a>
      </th>
      <td className="muted clip">{positionOf(row, beside)}</td>
      <td className="muted nowrap">{words.stage(row.stage)}</td>
      <td className="right num nowrap">{words.since(row.stageAt)}</td>
      <td className="list-bar">
        <Bar row={row} />
      </td>
      <td className="nowrap">
        <Figure row={row} />
      </td>
      <td className="muted nowrap">{t(`source.${row.source}`)}</td>
      <td className="nowrap">
        <Now row={row} />
      </td>
      <td className="right nowrap">
        {row.promiseAt === null ? (
          <span className="faint">{t('row.noPromise')}</span>
        ) : (
          <PromiseWord at={row.promiseAt} />
        )}
      </td>
    </>
  );
}

/** On the desk one line per person, figures aligned; only the lines near what is seen are drawn. */
export function DeskRows(props: RowsProps) {
  const { t } = useTranslation(['staff', 'pipeline']);
  const { rows, chosen, open } = props;
  const seen = useRowWindow<HTMLTableSectionElement>(rows.length, 42);
  useNearEnd(props, seen.end);
  return (
    <table className="grid list-table" aria-rowcount={open ? -1 : rows.length + 1}>
      <caption className="sr">{t('pipeline:list.label')}</caption>
      <thead>
        <tr aria-rowindex={1}>
          {chosen === null ? null : (
            <th scope="col">
              <ChooseAllBox rows={rows} chosen={chosen} />
            </th>
          )}
          <th scope="col">{t('list.candidate')}</th>
          <th scope="col">{t('list.position')}</th>
          <th scope="col">{t('list.stage')}</th>
          <th scope="col" className="right">
            {t('list.here')}
          </th>
          <th scope="col" colSpan={2}>
            {t('list.score')}
          </th>
          <th scope="col">{t('pipeline:filter.source')}</th>
          <th scope="col">{t('list.now')}</th>
          <th scope="col" className="right">
            {t('list.promise')}
          </th>
        </tr>
      </thead>
      <tbody ref={seen.list}>
        <Space height={seen.above} />
        {rows.slice(seen.start, seen.end).map((row, n) => (
          <tr
            key={row.id}
            data-row
            aria-rowindex={seen.start + n + 2}
            aria-selected={chosen?.has(row.id)}
          >
            <DeskRow row={row} beside={props.beside} chosen={chosen} />
          </tr>
        ))}
        <Space height={seen.below} />
      </tbody>
    </table>
  );
}

function PhoneRow({
  row,
  beside,
  chosen,
}: Pick<RowsProps, 'beside' | 'chosen'> & { row: ApplicationRow }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const boxed = chosen?.choosing === true;
  return (
    <>
      {boxed ? <ChooseBox row={row} chosen={chosen} /> : null}
      <a href={hrefOf('file', { id: row.id })}>
        {boxed ? null : <Who id={row.id} name={row.candidateName} />}
        <span className="list-what">
          <span className="clip">
            <b>{row.candidateName}</b>
            <PotentialMark on={row.highPotential} />{' '}
            <span className="faint t13">{positionOf(row, beside)}</span>
            <ExampleMark on={row.example} />
          </span>
          <span className="muted t13 clip">
            {words.stage(row.stage)} · {words.since(row.stageAt)} · {t(`source.${row.source}`)}
          </span>
          <span className="t13 clip">
            {row.promiseAt === null ? (
              <span className="faint">{t('row.noPromise')}</span>
            ) : (
              <PromiseWord at={row.promiseAt} />
            )}
          </span>
        </span>
        <span className="list-figure">
          <Figure row={row} />
          <Bar row={row} />
        </span>
      </a>
    </>
  );
}

/** On a phone three lines and one figure, all of one height. */
export function PhoneRows(props: RowsProps) {
  const { t } = useTranslation('pipeline');
  const { rows, chosen, open } = props;
  const seen = useRowWindow<HTMLUListElement>(rows.length, 86);
  useNearEnd(props, seen.end);
  return (
    <ul
      className={`list-rows ${chosen?.choosing ? 'list-choosing' : ''}`}
      aria-label={t('list.label')}
      ref={seen.list}
    >
      <li aria-hidden="true" style={{ height: seen.above }} />
      {rows.slice(seen.start, seen.end).map((row, n) => (
        <li
          key={row.id}
          data-row
          aria-posinset={seen.start + n + 1}
          aria-setsize={open ? -1 : rows.length}
        >
          <PhoneRow row={row} beside={props.beside} chosen={chosen} />
        </li>
      ))}
      <li aria-hidden="true" style={{ height: seen.below }} />
    </ul>
  );
}
