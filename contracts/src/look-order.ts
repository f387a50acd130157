/**
 * Why the engine itself does not trust what it read, as a report of it says: apart = two engines more than a level apart;
 * other = an answer fits another question better; twice = two answers in the same words; uncued = a level read without
 * cues.
 */
export const engineDoubts = ['apart', 'other', 'twice', 'uncued'] as const;
export type EngineDoubt = (typeof engineDoubts)[number];

/**
 * Why a machine's word is not enough beside its error: what the engine says; words = an answer whose words nobody has;
 * thin = under six tenths of the model measured; unnamed = a report from before causes were kept, of low confidence for
 * none of the others.
 */
export const doubts = [...engineDoubts, 'words', 'thin', 'unnamed'] as const;
export type Doubt = (typeof doubts)[number];

/** What an order of looking rests on; scores 0-100, moments in ms. */
export interface LookFacts {
  /** A `Stage`. */
  stage: string;
  total: number | null;
  standardError: number | null;
  requirement: number | null;
  doubts: readonly Doubt[];
  /** By when the candidate was promised an answer. */
  promiseAt: number | null;
}

/** Why a row stands where it stands; `distance` and `error` are points on 0-100, `hours` whole hours. */
export type LookWhy =
  | { why: 'line' | 'clear'; distance: number; error: number }
  | { why: 'due'; hours: number }
  | { why: Doubt | 'noScore' | 'screening' | 'interview' | 'late' };

export interface Look {
  /** doubt + urgency, 0-2: the greater, the sooner. */
  priority: number;
  /** How likely a look changes what happens, 0-1. */
  doubt: number;
  /** How near the promise is, 0-1. */
  urgency: number;
  reason: LookWhy;
}

const hourMs = 3_600_000;
/** A promise this far away weighs 1/e of one that is due now. */
const urgencyHours = 24;
/** Where a person knows what the machine cannot: at least so much doubt. Judgement, not measured. */
const least: Record<Doubt, number> = {
  ...{ apart: 0.8, other: 0.8, twice: 0.7, uncued: 0.7 },
  ...{ words: 0.6, thin: 0.5, unnamed: 0.7 },
};
const unmeasured = { review: 0.9, before: 0.5 };

/** Share of a normal distribution beyond z ≥ 0 on one side, error under 1.5e-7 (Abramowitz and Stegun 7.1.26). */
function beyond(z: number): number {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const poly =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return 0.5 * poly * Math.exp(-x * x);
}

/**
 * What a look would change. Doubt: the chance, doubled to 0-1, that the true score lies on the other side of the
 * requirement, given the standard error; not less than what missing words, engines apart or a thin measure leave
 * open. Urgency: e^(-hours to the promise / 24), 1 once it is over. Nearer to the line, a wider error and a nearer
 * promise never lower the priority.
 */
export function lookOf(facts: LookFacts, now: number): Look {
  const urgency = urgencyOf(facts.promiseAt, now);
  const { doubt, reason } = doubtOf(facts);
  const hours = facts.promiseAt === null ? null : (facts.promiseAt - now) / hourMs;
  return { priority: doubt + urgency, doubt, urgency, reason: timely(hours, doubt, reason) };
}

function urgencyOf(promiseAt: number | null, now: number): number {
  if (promiseAt === null) return 0;
  return Math.min(1, Math.exp(-(promiseAt - now) / hourMs / urgencyHours));
}

/** A promise is the reason once it is over, or when it is due within a day and weighs more than the doubt. */
function timely(hours: number | null, doubt: number, reason: LookWhy): LookWhy {
  if (hours === null || hours > urgencyHours) return reason;
  if (hours <= 0) return { why: 'late' };
  return Math.exp(-hours / urgencyHours) > doubt ? { why: 'due', hours: Math.ceil(hours) } : reason;
}

type Doubtful = Pick<Look, 'doubt' | 'reason'>;

function doubtOf(facts: LookFacts): Doubtful {
  const { stage, total, requirement } = facts;
  if (total === null || requirement === null) {
    if (stage === 'applied' || stage === 'screening') {
      return { doubt: unmeasured.before, reason: { why: 'screening' } };
    }
    if (stage === 'aiInterview') {
      return { doubt: unmeasured.before, reason: { why: 'interview' } };
    }
    return { doubt: unmeasured.review, reason: { why: 'noScore' } };
  }
  const distance = Math.abs(total - requirement);
  const error = facts.standardError ?? 0;
  const sides = distance === 0 ? 1 : error === 0 ? 0 : 2 * beyond(distance / error);
  const near = distance <= error ? 'line' : 'clear';
  const own: Doubtful = {
    doubt: sides,
    reason: { why: near, distance, error },
  };
  const others = facts.doubts.map((why): Doubtful => ({ doubt: least[why], reason: { why } }));
  return others.reduce((most, one) => (one.doubt > most.doubt ? one : most), own);
}

/** The most important look first; equal ones by id, so that the order is always the same. */
export function byLook<T extends LookFacts & { id: string }>(rows: readonly T[], now: number): T[] {
  const ranked = rows.map((row) => ({ row, priority: lookOf(row, now).priority }));
  ranked.sort((a, b) => b.priority - a.priority || (a.row.id < b.row.id ? -1 : 1));
  return ranked.map(({ row }) => row);
}
