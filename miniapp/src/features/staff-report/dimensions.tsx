import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endsOf } from '@zhiyu/contracts/score-scale';
import type { DimensionScore, Report } from '@zhiyu/contracts/scoring';
import { ScoreBar, ScoreFigure, VerdictWord } from '../../components/score-bar';
import { useWide } from '../staff-shell/use-wide';
import { useWords } from '../staff-shell/use-words';
import { passagesOf } from './evidence.shared';
import { PassageQuote } from './quote';
import { openFirst, textsOf } from './report.shared';

/** Sentences shown at first; one more would take as much room as the line that tells of it. */
const firstShown = 3;
const leastFolded = firstShown + 1;

function Why({ dimension, report }: { dimension: DimensionScore; report: Report }) {
  const { t } = useTranslation('staff');
  const levelText = (level: number) =>
    Number.isInteger(level)
      ? t('dimension.level', { level })
      : t('dimension.between', { low: Math.floor(level), high: Math.ceil(level) });
  const [all, setAll] = useState(false);
  const passages = passagesOf(dimension.evidence, textsOf(report.answers));
  // What speaks against the level is never folded.
  const shown = passages.filter(
    ({ evidence }, n) =>
      all ||
      passages.length <= leastFolded ||
      n < firstShown ||
      evidence.some(({ stance }) => stance === 'against'),
  );
  return (
    <div className="why-box">
      <p className="why-head">
        <span className="mid">
          {dimension.reason === ''
            ? t(`dimension.${dimension.verdict}`)
            : t('dimension.why', { reason: dimension.reason })}
        </span>
        {dimension.level === null ? null : (
          <span className="cap num">{levelText(dimension.level)}</span>
        )}
      </p>
      {shown.map((passage) => (
        <PassageQuote
          key={`${passage.evidence[0].answerId} ${passage.evidence[0].start}`}
          passage={passage}
          answers={report.answers}
        />
      ))}
      {shown.length < passages.length ? (
        <button type="button" className="link reach" onClick={() => setAll(true)}>
          {t('dimension.more', { count: passages.length - shown.length })}
        </button>
      ) : null}
    </div>
  );
}

interface RowProps {
  dimension: DimensionScore;
  open: boolean;
  onToggle: () => void;
  report: Report;
}

function Bar({ dimension, mini }: { dimension: DimensionScore; mini?: boolean }) {
  return (
    <ScoreBar
      label={dimension.name}
      value={dimension.value}
      standardError={dimension.standardError}
      requirement={dimension.requirement}
      verdict={dimension.verdict}
      {...(mini ? { mini } : {})}
    />
  );
}

function DeskRow({ dimension, open, onToggle, report }: RowProps) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const count = dimension.evidence.length;
  return (
    <Fragment>
      <tr className={open ? 'on' : ''}>
        <th scope="row">{dimension.name}</th>
        <td className="right num muted">{words.percent(dimension.weight)}</td>
        <td className="sc">
          <Bar dimension={dimension} />
        </td>
        <td className="v">
          <ScoreFigure value={dimension.value} standardError={dimension.standardError} />
        </td>
        <td className="num muted">{words.score(dimension.requirement)}</td>
        <td>
          <VerdictWord verdict={dimension.verdict} />
        </td>
        <td className="right">
          <button type="button" className="link num" aria-expanded={open} onClick={onToggle}>
            {count === 0 ? t('dimension.reason') : t('dimension.pieces', { count })}
          </button>
        </td>
      </tr>
      {open ? (
        <tr className="open">
          <td colSpan={7}>
            <Why dimension={dimension} report={report} />
          </td>
        </tr>
      ) : null}
    </Fragment>
  );
}

function PhoneRow({ dimension, open, onToggle, report }: RowProps) {
  const words = useWords();
  return (
    <li>
      <button type="button" className="dim-row" aria-expanded={open} onClick={onToggle}>
        <span>{dimension.name}</span>
        <span className="dim-figure">
          <ScoreFigure value={dimension.value} standardError={dimension.standardError} />
        </span>
        <Bar dimension={dimension} />
        <span className="dim-word">
          <VerdictWord verdict={dimension.verdict} />
          <span className="cap num">{words.percent(dimension.weight)}</span>
        </span>
      </button>
      {open ? <Why dimension={dimension} report={report} /> : null}
    </li>
  );
}

/** Every dimension with its bar, error, requirement and word; the crossing one is open. */
export function Dimensions({ report }: { report: Report }) {
  const { t } = useTranslation('staff');
  const wide = useWide();
  const ends = endsOf(useWords().scale);
  const [open, setOpen] = useState(() => openFirst(report.dimensions));
  const row = (dimension: DimensionScore) => ({
    dimension,
    report,
    open: open === dimension.code,
    onToggle: () => setOpen(open === dimension.code ? null : dimension.code),
  });
  if (!wide) {
    return (
      <ul className="dims-list">
        {report.dimensions.map((dimension) => (
          <PhoneRow key={dimension.code} {...row(dimension)} />
        ))}
      </ul>
    );
  }
  return (
    <table className="grid dims">
      <caption className="sr">{t('dimension.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('dimension.name')}</th>
          <th scope="col" className="right">
            {t('dimension.weight')}
          </th>
          <th scope="col" className="sc">
            <span className="sr">{t('dimension.bar')}</span>
            <span aria-hidden="true" className="dims-scale">
              {ends.low}
              <span>{ends.high}</span>
            </span>
          </th>
          <th scope="col">{t('dimension.score')}</th>
          <th scope="col">{t('dimension.need')}</th>
          <th scope="col">{t('dimension.against')}</th>
          <th scope="col" className="right">
            {t('dimension.evidence')}
          </th>
        </tr>
      </thead>
      <tbody>
        {report.dimensions.map((dimension) => (
          <DeskRow key={dimension.code} {...row(dimension)} />
        ))}
      </tbody>
    </table>
  );
}
