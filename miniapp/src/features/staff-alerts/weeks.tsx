import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PassAlert } from '@zhiyu/contracts/pass-alerts';
import { rateOf } from '@zhiyu/contracts/rate';
import { shortDay } from './day';
import { percentOf } from '../staff-shell/rate.shared';
import { useWords } from '../staff-shell/use-words';

const left = 44;
const width = 730;
const height = 172;
const top = 18;

const yOf = (share: number) => top + (1 - share) * height;

interface Drawn {
  x: number;
  from: number;
  share: number;
  low: number;
  high: number;
}

function drawnOf(weeks: PassAlert['weeks']): Drawn[] {
  const step = (width - left - 20) / Math.max(1, weeks.length);
  return weeks.flatMap(({ from, passed, decided }, n) => {
    const rate = rateOf(passed, decided);
    return rate ? [{ x: left + 12 + n * step, from, ...rate }] : [];
  });
}

/** Where a moment lies in the picture. */
function xOf(weeks: PassAlert['weeks'], at: number): number {
  const [first, second] = weeks;
  const step = (width - left - 20) / Math.max(1, weeks.length);
  const long = (second?.from ?? 0) - (first?.from ?? 0);
  return long <= 0 ? left : left + 12 + ((at - (first?.from ?? 0)) / long) * step;
}

function Frame({ limit }: { limit: number }) {
  const { t } = useTranslation('alerts');
  const words = useWords();
  return (
    <>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <path className="weeks-line" d={`M${left} ${yOf(share)}H${width}`} />
          <text className="weeks-y" x={left - 8} y={yOf(share) + 4}>
            {words.percent(share)}
          </text>
        </g>
      ))}
      <path className="weeks-limit" d={`M${left} ${yOf(limit)}H${width}`} />
      <text className="weeks-limit-word" x={width} y={yOf(limit) - 6}>
        {t('chart.limit', { n: percentOf(limit) })}
      </text>
    </>
  );
}

function Numbers({ weeks }: { weeks: PassAlert['weeks'] }) {
  const { t } = useTranslation('alerts');
  return (
    <details>
      <summary className="t13">{t('chart.numbers')}</summary>
      <div className="scroll-x" tabIndex={0} role="group" aria-label={t('chart.numbers')}>
        <table className="grid t13">
          <thead>
            <tr>
              <th scope="col">{t('chart.week')}</th>
              <th scope="col" className="right">
                {t('chart.decided')}
              </th>
              <th scope="col" className="right">
                {t('chart.passed')}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...weeks].reverse().map((week) => (
              <tr key={week.from}>
                <th scope="row" className="nowrap">
                  {shortDay(week.from)}
                </th>
                <td className="right num">{week.decided}</td>
                <td className="right num">{week.passed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** The share of passes week by week with its interval, the limit, and what changed meanwhile. */
export function Weeks({ alert }: { alert: PassAlert }) {
  const { t } = useTranslation('alerts');
  const { weeks, limit, lines, limits, proposedAt } = alert;
  const box = useRef<HTMLDivElement>(null);
  // On a phone the picture is wider than the screen: the newest weeks are what it is about.
  useEffect(() => {
    box.current?.scrollTo({ left: box.current.scrollWidth });
  }, []);
  const drawn = drawnOf(weeks);
  const dayMs = 86_400_000;
  const start = xOf(weeks, proposedAt - limits.days * dayMs);
  const each = Math.max(1, Math.ceil(drawn.length / 9));
  return (
    <figure className="weeks">
      <div ref={box} className="scroll-x" tabIndex={0} role="group" aria-label={t('chart.title')}>
        <svg
          viewBox={`0 0 ${width} ${height + top + 26}`}
          role="img"
          aria-label={t('chart.picture', { n: drawn.length, limit: percentOf(limit) })}
        >
          <Frame limit={limit} />
          <path className="weeks-mark" d={`M${start} ${top}V${top + height}`} />
          <text className="weeks-word" x={start + 5} y={top - 5}>
            {t('chart.from')}
          </text>
          {lines.map((line) => (
            <g key={line.version}>
              <path
                className="weeks-mark strong"
                d={`M${xOf(weeks, line.at)} ${top}V${top + height}`}
              />
              <text className="weeks-word" x={xOf(weeks, line.at) + 5} y={top + 12}>
                {t('chart.version', { n: line.version })}
              </text>
            </g>
          ))}
          {drawn.map(({ x, low, high }) => (
            <path key={x} className="weeks-ci" d={`M${x} ${yOf(high)}V${yOf(low)}`} />
          ))}
          <path
            className="weeks-way"
            d={drawn.map(({ x, share }, n) => `${n === 0 ? 'M' : 'L'}${x} ${yOf(share)}`).join('')}
          />
          {drawn.map(({ x, share, from }, n) => (
            <g key={x}>
              <circle className="weeks-dot" cx={x} cy={yOf(share)} r={4.5} />
              {(drawn.length - 1 - n) % each === 0 ? (
                <text className="weeks-x" x={x} y={top + height + 18}>
                  {shortDay(from)}
                </text>
              ) : null}
            </g>
          ))}
        </svg>
      </div>
      <figcaption className="cap">{t('chart.note')}</figcaption>
      <Numbers weeks={weeks} />
    </figure>
  );
}
