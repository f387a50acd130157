import {
  itemLimits,
  type ItemReason,
  type ItemStatistics,
  leastItemAnswers,
} from '@zhiyu/contracts/item-statistics';
import type { Figures } from './figures.js';

/** A question with its figures, as the rules look at it. */
export interface Rated {
  code: string;
  /** Questions that can stand for each other have the same. */
  group: string;
  /** In use, and so may be proposed instead of another. */
  offered: boolean;
  exposure: number;
  figures: Figures;
}

const { poor, easiest, hardest, unread: unreadable, often, oftenTimes } = itemLimits;

/** Poor for certain: the interval's upper edge is. */
function weakness({ discrimination }: Figures): ItemReason | null {
  const edge = discrimination?.high ?? 1;
  if (edge < 0) {
    return 'reversed';
  }
  return edge < poor ? 'weak' : null;
}

function spread({ difficulty }: Figures): ItemReason | null {
  if (difficulty === null) {
    return null;
  }
  return difficulty.low > easiest ? 'tooEasy' : difficulty.high < hardest ? 'tooHard' : null;
}

/** What speaks against a question: only what its intervals as a whole say. */
export function faultsOf(figures: Figures): ItemReason[] {
  if (figures.answers < leastItemAnswers) {
    return [];
  }
  const unread = figures.unknown + figures.gated > unreadable ? ('unread' as const) : null;
  return [weakness(figures), spread(figures), unread].filter((reason) => reason !== null);
}

/** Easy, middle, hard; unknown questions are a band of their own. */
function bandOf({ difficulty }: Figures): string {
  if (difficulty === null) {
    return 'unknown';
  }
  return difficulty.value > 0.7 ? 'easy' : difficulty.value < 0.4 ? 'hard' : 'middle';
}

/** The least exposed of the same group and band; where the band has nobody, one that was never rated. */
function insteadOf(item: Rated, all: readonly Rated[]): string | null {
  const peers = all
    .filter((one) => one.group === item.group && one.code !== item.code && one.offered)
    .filter((one) => faultsOf(one.figures).length === 0)
    .sort((a, b) => a.exposure - b.exposure || (a.code < b.code ? -1 : 1));
  const band = bandOf(item.figures);
  const same = peers.find((one) => bandOf(one.figures) === band);
  return (same ?? peers.find((one) => bandOf(one.figures) === 'unknown'))?.code ?? null;
}

function isOverexposed(item: Rated, all: readonly Rated[]): boolean {
  const peers = all.filter((one) => one.group === item.group && one.offered);
  const mean = peers.reduce((sum, one) => sum + one.exposure, 0) / Math.max(1, peers.length);
  return item.exposure >= often && item.exposure > oftenTimes * mean;
}

/** What a person is asked to do about a question; null: nothing. */
export function proposalOf(item: Rated, all: readonly Rated[]): ItemStatistics['proposal'] {
  if (!item.offered) {
    return null;
  }
  const reasons = faultsOf(item.figures);
  if (reasons.length > 0) {
    return { act: 'retire', reasons, instead: insteadOf(item, all) };
  }
  return isOverexposed(item, all)
    ? { act: 'rotate', reasons: ['overexposed'], instead: insteadOf(item, all) }
    : null;
}
