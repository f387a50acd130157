import { AppError } from '@zhiyu/contracts/errors';
import type { Rating, Summary } from '@zhiyu/contracts/review';

/** What a scorecard holds, as it is sealed. */
export interface ScorecardBody {
  ratings: Rating[];
  summary: Summary;
}

export const emptyBody: ScorecardBody = {
  ratings: [],
  summary: { opinion: null, reason: '', revision: 0 },
};

/**
 * What stands after a change. A change that was made on an older state is refused, so that nobody writes over what he
 * has not seen; the same change told twice is the same.
 * @throws staleVersion
 */
function next<T extends { revision: number }>(known: T | undefined, change: T): T {
  const { revision: seen, ...wanted } = change;
  const { revision, ...there } = known ?? { revision: 0 };
  if (known && same(there, wanted)) {
    return known;
  }
  if (seen !== revision) {
    throw new AppError('staleVersion');
  }
  return { ...change, revision: revision + 1 };
}

/** Whatever the order of their keys. */
function same(one: object, other: object): boolean {
  const sorted = (value: object) => JSON.stringify(Object.entries(value).sort());
  return sorted(one) === sorted(other);
}

/** @throws staleVersion */
export function withRating(body: ScorecardBody, change: Rating): ScorecardBody {
  const { dimension } = change;
  const known = body.ratings.find((one) => one.dimension === dimension);
  const rest = body.ratings.filter((one) => one !== known);
  return { ...body, ratings: [...rest, next(known, change)] };
}

/** @throws staleVersion */
export function withSummary(body: ScorecardBody, change: Summary): ScorecardBody {
  return { ...body, summary: next(body.summary, change) };
}

/** How many ratings are missing of those that are needed; the opinion is one of them. */
export function missingIn({ ratings, summary }: ScorecardBody, needed: readonly string[]): number {
  const given = new Set(ratings.flatMap((one) => (one.level === null ? [] : [one.dimension])));
  const open = needed.filter((one) => !given.has(one)).length;
  return open + (summary.opinion === null ? 1 : 0);
}
