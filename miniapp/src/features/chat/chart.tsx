import type { CardBlock } from '@zhiyu/contracts/card';

type ChartBlock = Extract<CardBlock, { type: 'chart' }>;

const HEIGHT = 48;
const STEP = 24;
const COLUMN = 14;
/** Nothing is a line on the ground, not a gap. */
const LEAST = 1;

function Column({ at, value, highest }: { at: number; value: number; highest: number }) {
  const height = Math.max(LEAST, Math.round((value / highest) * HEIGHT));
  const x = at * STEP + STEP / 2;
  return (
    <>
      <rect x={x - COLUMN / 2} y={HEIGHT + 14 - height} width={COLUMN} height={height} />
      {value === 0 ? null : (
        <text x={x} y={HEIGHT + 10 - height} textAnchor="middle">
          {value}
        </text>
      )}
    </>
  );
}

/** Amounts as columns with their number above, the first and the last of them named. */
export function Chart({ block: { label, points } }: { block: ChartBlock }) {
  const highest = Math.max(1, ...points.map(({ value }) => value));
  const sentence = points.map((point) => `${point.label} ${point.value}`).join(', ');
  return (
    <figure className="card-chart">
      <figcaption>{label}</figcaption>
      <svg
        viewBox={`0 0 ${points.length * STEP} ${HEIGHT + 14}`}
        role="img"
        aria-label={`${label}: ${sentence}`}
      >
        {points.map(({ label: name, value }, at) => (
          <Column key={name} at={at} value={value} highest={highest} />
        ))}
      </svg>
      <p className="card-chart-ends">
        <span>{points[0]?.label}</span>
        <span>{points.at(-1)?.label}</span>
      </p>
    </figure>
  );
}
