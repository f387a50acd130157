import { useTranslation } from 'react-i18next';
import type { Simulation } from '@zhiyu/contracts/simulation';
import { useWords } from '../staff-shell/use-words';
import { dotsOf, frameOf } from './simulator.shared';

const high = 150;
const wide = 560;
const foot = 22;
const step = 9.6;

interface Lines {
  threshold: number;
  before: number;
  greyZone: number;
}

/** Everybody as dots over the total after the change, with the line, the line before and the zone of a person. */
export function Dots({ shown, lines }: { shown: Simulation; lines: Lines }) {
  const { t } = useTranslation('simulation');
  const words = useWords();
  const { threshold, before, greyZone } = lines;
  const { from, until, perDot } = frameOf(shown.columns, [threshold, before]);
  const x = (at: number) => ((at - from) / Math.max(1, until - from)) * (wide - 16) + 8;
  const ground = high - foot;
  const ticks = Array.from({ length: (until - from) / 10 + 1 }, (_, i) => from + i * 10);
  const left = x(Math.max(from, threshold - greyZone));
  const right = x(Math.min(until, threshold + greyZone));
  return (
    <figure className="sim-figure">
      <svg
        viewBox={`0 0 ${wide} ${high}`}
        role="img"
        aria-label={t('picture', { n: shown.people, line: words.score(threshold) })}
      >
        {greyZone > 0 ? (
          <rect className="sim-zone" x={left} y={0} width={right - left} height={ground} />
        ) : null}
        <line className="sim-ground" x1={0} x2={wide} y1={ground} y2={ground} />
        {ticks.map((at) => (
          <text key={at} x={x(at)} y={high - 6}>
            {words.score(at)}
          </text>
        ))}
        {shown.columns.flatMap((column) =>
          dotsOf(column, perDot).map(({ kind, changed }, i) => (
            <circle
              key={`${column.at} ${i}`}
              className={`sim-dot ${kind}${changed ? ' changed' : ''}`}
              cx={x(column.at + 0.5)}
              cy={ground - 6 - i * step}
              r={3.4}
            />
          )),
        )}
        {before === threshold ? null : (
          <line className="sim-before" x1={x(before)} x2={x(before)} y1={0} y2={ground} />
        )}
        <line className="sim-line" x1={x(threshold)} x2={x(threshold)} y1={0} y2={ground} />
      </svg>
      <figcaption className="t12 faint sim-legend">
        {(['meets', 'crosses', 'below'] as const).map((kind) => (
          <span key={kind}>
            <i className={`sim-key ${kind}`} aria-hidden="true" /> {t(`verdict.${kind}`)}
          </span>
        ))}
        <span>
          <i className="sim-key changed" aria-hidden="true" /> {t('changedKey')}
        </span>
        <span>{perDot === 1 ? t('oneDot') : t('dots', { n: perDot })}</span>
      </figcaption>
    </figure>
  );
}
