import { useTranslation } from 'react-i18next';
import type { ApplicationRow } from '@zhiyu/contracts/application';
import { Glyph, type Meaning } from '../../components/glyph';
import { ScoreBar, ScoreFigure } from '../../components/score-bar';
import { hrefOf } from '../staff-shell/address.shared';
import { ExampleMark } from '../staff-shell/example-mark';
import { PromiseWord } from '../staff-shell/promise-word';
import { useWords } from '../staff-shell/use-words';
import { Who } from '../staff-shell/who';

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
}

function positionOf(row: ApplicationRow, beside: RowsProps['beside']): string {
  return [row.positionName, beside.get(row.positionId)].filter(Boolean).join(' · ');
}

/** On the desk one line per person, figures aligned. */
export function DeskRows({ rows, beside }: RowsProps) {
  const { t } = useTranslation('staff');
  const words = useWords();
  return (
    <table className="grid list-table">
      <caption className="sr">{t('list.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('list.candidate')}</th>
          <th scope="col">{t('list.position')}</th>
          <th scope="col">{t('list.stage')}</th>
          <th scope="col" className="right">
            {t('list.here')}
          </th>
          <th scope="col" colSpan={2}>
            {t('list.score')}
          </th>
          <th scope="col">{t('list.now')}</th>
          <th scope="col" className="right">
            {t('list.promise')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={hrefOf('file', { id: row.id })} className="list-name">
                <Who id={row.id} name={row.candidateName} size="sm" />
                {row.candidateName}
                <ExampleMark on={row.example} />
              </a>
            </th>
            <td className="muted">{positionOf(row, beside)}</td>
            <td className="muted nowrap">{words.stage(row.stage)}</td>
            <td className="right num nowrap">{words.since(row.stageAt)}</td>
            <td className="list-bar">
              <Bar row={row} />
            </td>
            <td className="nowrap">
              <Figure row={row} />
            </td>
            <td>
              <Now row={row} />
            </td>
            <td className="right">
              {row.promiseAt === null ? (
                <span className="faint">{t('row.noPromise')}</span>
              ) : (
                <PromiseWord at={row.promiseAt} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** On a phone two lines and one figure. */
export function PhoneRows({ rows, beside }: RowsProps) {
  const words = useWords();
  return (
    <ul className="list-rows">
      {rows.map((row) => (
        <li key={row.id}>
          <a href={hrefOf('file', { id: row.id })}>
            <Who id={row.id} name={row.candidateName} />
            <span className="list-what">
              <span className="clip">
                <b>{row.candidateName}</b>{' '}
                <span className="faint t13">{positionOf(row, beside)}</span>
                <ExampleMark on={row.example} />
              </span>
              <span className="muted t13 clip">
                {words.stage(row.stage)} · {words.since(row.stageAt)}
              </span>
              {row.promiseAt === null ? null : (
                <span className="t13">
                  <PromiseWord at={row.promiseAt} />
                </span>
              )}
            </span>
            <span className="list-figure">
              <Figure row={row} />
              <Bar row={row} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
