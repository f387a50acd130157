/** One line of the table and of bench-results.json. */
export interface Result {
  scenario: string;
  /** sqlite, mariadb, or `-` where no database is in the way. */
  database: string;
  measured: string;
  /** Median of the rounds; null when it was not measured. */
  ours: number | null;
  /** What ours is compared with, measured in the same rounds; null where the aim is a plain figure. */
  peer: number | null;
  peerName: string;
  unit: string;
  /** Ours : peer of each round, median, smallest and largest; null where there is no peer. */
  ratio: Spread | null;
  aim: string;
  /** Null when it was not measured. */
  met: boolean | null;
  note: string;
}

export interface Spread {
  median: number;
  min: number;
  max: number;
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1);
  return sorted[Math.max(0, at)] ?? NaN;
}

const median = (values: readonly number[]): number => quantile(values, 0.5);

function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

interface Compared {
  scenario: string;
  database: string;
  measured: string;
  peerName: string;
  unit: string;
  /** Ratio of ours to the peer, and on which side of `than` it is to be. */
  aim: { least: number } | { most: number };
  note?: string;
}

/** A line of rounds in which ours and the peer took turns: figures of one round belong together. */
export function compared(of: Compared, rounds: readonly [ours: number, peer: number][]): Result {
  const ratio = spreadOf(rounds.map(([ours, peer]) => ours / peer));
  const { aim, note = '', ...named } = of;
  const least = 'least' in aim;
  return {
    ...named,
    ours: median(rounds.map(([ours]) => ours)),
    peer: median(rounds.map(([, peer]) => peer)),
    ratio,
    aim: least ? `ratio ≥ ${aim.least}` : `ratio ≤ ${aim.most}`,
    met: least ? ratio.median >= aim.least : ratio.median <= aim.most,
    note,
  };
}

interface Figure {
  scenario: string;
  database: string;
  measured: string;
  unit: string;
  ours: number;
  below: number;
  note?: string;
}

/** A line whose aim is a plain figure. */
export function figure({ below, note = '', ...of }: Figure): Result {
  const aim = `< ${below} ${of.unit}`;
  return { ...of, peer: null, peerName: '', ratio: null, aim, met: of.ours < below, note };
}

/** A line whose aim is a plain figure to be reached. */
export function figureAbove({
  least,
  ...of
}: Omit<Figure, 'below' | 'note'> & { least: number }): Result {
  const aim = `≥ ${least} ${of.unit}`;
  return { ...of, peer: null, peerName: '', ratio: null, aim, met: of.ours >= least, note: '' };
}

/** A line that says what was not measured and why. */
export function notMeasured(
  of: Pick<Result, 'scenario' | 'database' | 'measured' | 'aim'>,
  note: string,
): Result {
  const nothing = { ours: null, peer: null, peerName: '', unit: '', ratio: null, met: null };
  return { ...of, ...nothing, note };
}
