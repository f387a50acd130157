import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcomes, OutcomeTrend } from '@zhiyu/contracts/outcomes';
import { differenceOf, rateOf } from '@zhiyu/contracts/rate';
import { StateWord, type Meaning } from '../../components/glyph';
import { percentOf } from '../staff-shell/rate.shared';
import { useWords } from '../staff-shell/use-words';
import { Spark, TrendNumbers, useFigureTrend, type FigureTrend } from './spark';
import { sayOfTime, type RateRow, type TimeRow } from './figures.shared';

const glyphOf: Partial<Record<string, Meaning>> = {
  better: 'pass',
  faster: 'pass',
  worse: 'warn',
  slower: 'warn',
  few: 'unknown',
};

function Say({ of, word }: { of: string; word: string }) {
  const glyph = glyphOf[of];
  return glyph ? <StateWord of={glyph}>{word}</StateWord> : <span className="muted">{word}</span>;
}

interface FigureProps {
  name: RateRow['name'] | TimeRow['name'];
  now: string;
  before: string;
  change: string;
  say: ReactNode;
  counts: { of: number; before: number };
  trend: FigureTrend | undefined;
}

/** One figure; how it is counted opens under it. */
function Figure({ name, now, before, change, say, counts, trend }: FigureProps) {
  const { t } = useTranslation('figures');
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <tr>
        <th scope="row">
          <button
            type="button"
            className="fig-name"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {t(`name.${name}`)}
            <span className="sr">{t('show')}</span>
          </button>
        </th>
        <td className="num fig-now" data-label={t('head.now')}>
          {now}
        </td>
        <td className="num muted" data-label={t('head.before')}>
          {before}
        </td>
        <td className="num muted" data-label={t('head.change')}>
          {change}
        </td>
        <td data-label={t('head.say')}>{say}</td>
        <td className="fig-trend">
          <Spark trend={trend} />
        </td>
      </tr>
      <tr className="fig-how" id={id} hidden={!open}>
        <td colSpan={6}>
          <p>{t(`how.${name}`)}</p>
          <p className="cap num">{t('whose', counts)}</p>
          {trend ? <TrendNumbers trend={trend} name={t(`name.${name}`)} /> : null}
        </td>
      </tr>
    </>
  );
}

function RateFigure({ row, trend }: { row: RateRow } & Pick<FigureProps, 'trend'>) {
  const { t } = useTranslation('figures');
  const words = useWords();
  const { name, now, before, say } = row;
  const text = (of: RateRow['now']) => {
    const rate = rateOf(of.hits, of.of);
    return rate === null ? t('none') : words.percent(rate.share);
  };
  const difference = differenceOf(now, before);
  const points = (by: number) => Math.round(by * 100);
  const change =
    difference === null
      ? t('noBefore')
      : t('points', {
          sign: difference.by > 0 ? '+' : '',
          n: points(difference.by),
          low: points(difference.low),
          high: points(difference.high),
        });
  return (
    <Figure
      name={name}
      now={text(now)}
      before={text(before)}
      change={change}
      say={<Say of={say} word={t(`say.${say}`)} />}
      counts={{ of: now.of, before: before.of }}
      trend={trend}
    />
  );
}

function TimeFigure({ row, trend }: { row: TimeRow } & Pick<FigureProps, 'trend'>) {
  const { t } = useTranslation('figures');
  const words = useWords();
  const { name, now, before } = row;
  const text = (ms: number | null) => (ms === null ? t('none') : words.span(ms));
  const by =
    now.medianMs === null || before.medianMs === null ? null : now.medianMs - before.medianMs;
  const change =
    by === null
      ? t('noBefore')
      : by === 0
        ? t('same')
        : t(by < 0 ? 'less' : 'more', { span: words.span(Math.abs(by)) });
  const say = sayOfTime(row);
  return (
    <Figure
      name={name}
      now={text(now.medianMs)}
      before={text(before.medianMs)}
      change={change}
      say={<Say of={say} word={t(`sayTime.${say}`)} />}
      counts={{ of: now.of, before: before.of }}
      trend={trend}
    />
  );
}

/** Each figure now and before, what changed, and what can be said of it. */
export function FigureTable({ outcomes, trend }: { outcomes: Outcomes; trend?: OutcomeTrend }) {
  const { t } = useTranslation('figures');
  const { rates, times } = outcomes;
  const trendOf = useFigureTrend(trend);
  return (
    <table className="grid figs">
      <caption className="sr">{t('title')}</caption>
      <thead>
        <tr>
          {(['name', 'now', 'before', 'change', 'say', 'trend'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`head.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {times.map((row) => (
          <TimeFigure key={row.name} row={row} trend={trendOf(row.name)} />
        ))}
        {rates.map((row) => (
          <RateFigure key={row.name} row={row} trend={trendOf(row.name)} />
        ))}
      </tbody>
    </table>
  );
}

/** Interval and value of a share as a bar: the wider, the less is known. */
export function ShareBar({ hits, of }: { hits: number; of: number }) {
  const rate = rateOf(hits, of);
  return rate === null ? null : (
    <span className="ci" aria-hidden="true">
      <i style={{ left: `${rate.low * 100}%`, width: `${(rate.high - rate.low) * 100}%` }} />
      <i className="at" style={{ left: `${percentOf(rate.share)}%` }} />
    </span>
  );
}
