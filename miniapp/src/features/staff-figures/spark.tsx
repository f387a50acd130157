import { useTranslation } from 'react-i18next';
import type { Outcomes, OutcomeTrend } from '@zhiyu/contracts/outcomes';
import { FEW } from '@zhiyu/contracts/rate';
import { useWords } from '../staff-shell/use-words';
import { pathOf, type TrendPoint } from './spark.shared';

export interface FigureTrend {
  from: number;
  ends: readonly number[];
  points: readonly TrendPoint[];
  /** Top of the picture: 1 for a share, the largest value of a time. */
  top: number;
  text: (value: number) => string;
}

const width = 96;
const height = 28;

/** What a figure's twelve parts come to; undefined until they are there. */
export function useFigureTrend(
  trend: OutcomeTrend | undefined,
): (name: Outcomes['rates' | 'times'][number]['name']) => FigureTrend | undefined {
  const words = useWords();
  return (name) => {
    if (trend === undefined) {
      return undefined;
    }
    const { from, ends } = trend;
    const rate = trend.rates.find((one) => one.name === name);
    if (rate) {
      const points = rate.parts.map(({ hits, of }) => ({ of, value: of === 0 ? 0 : hits / of }));
      return { ...{ from, ends, points, top: 1 }, text: (share) => words.percent(share) };
    }
    const parts = trend.times.find((one) => one.name === name)?.parts ?? [];
    const points = parts.map(({ medianMs, of }) => ({ of, value: medianMs ?? 0 }));
    const known = points.filter(({ of }) => of >= FEW).map(({ value }) => value);
    return { ...{ from, ends, points, top: Math.max(1, ...known) }, text: words.span };
  };
}

/** Twelve parts as a line from 0; a part of fewer than five is a gap. The thin line is where now begins. */
export function Spark({ trend }: { trend: FigureTrend | undefined }) {
  const { t } = useTranslation(['figures', 'staff']);
  if (trend === undefined) {
    return <span className="spark" />;
  }
  const { points, top, text } = trend;
  if (points.every(({ of }) => of < FEW)) {
    return <span className="faint t13">{t('trend.few')}</span>;
  }
  const values = points.map(({ of, value }) => (of < FEW ? t('trend.gap') : text(value)));
  const { line, last } = pathOf(points, { top, width, height });
  return (
    <svg
      className="spark"
      viewBox={`-3 -3 ${width + 6} ${height + 6}`}
      role="img"
      aria-label={t('trend.picture', { values: values.join(t('staff:comma')) })}
    >
      <line className="spark-mid" x1={width / 2} x2={width / 2} y1={0} y2={height} />
      <line className="spark-base" x1={0} x2={width} y1={height} y2={height} />
      <path d={line} />
      {last === null ? null : <circle cx={last.x} cy={last.y} r={2.5} />}
    </svg>
  );
}

/** The same twelve parts as numbers. */
export function TrendNumbers({ trend, name }: { trend: FigureTrend; name: string }) {
  const { t } = useTranslation('figures');
  const words = useWords();
  const { from, ends, points, text } = trend;
  return (
    <div
      className="scroll-x fig-parts-box"
      tabIndex={0}
      role="group"
      aria-label={t('trend.numbers', { name })}
    >
      <table className="grid t13 fig-parts">
        <tbody>
          <tr>
            <th scope="row">{t('trend.until')}</th>
            {ends.map((end) => (
              <td key={end} className="num nowrap">
                {words.day(end)}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('trend.value')}</th>
            {points.map(({ of, value }, n) => (
              <td key={ends[n]} className="num nowrap">
                {of === 0 ? '—' : text(value)}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('trend.of')}</th>
            {points.map(({ of }, n) => (
              <td key={ends[n]} className="num">
                {of}
              </td>
            ))}
          </tr>
        </tbody>
        <caption className="cap">{t('trend.note', { from: words.day(from), few: FEW })}</caption>
      </table>
    </div>
  );
}
