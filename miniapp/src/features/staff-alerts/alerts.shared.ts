import type { PassAlert, PassAlertState, PassCount } from '@zhiyu/contracts/pass-alerts';
import { differenceOf, FEW, rateOf, type Rate } from '@zhiyu/contracts/rate';
import type { Meaning } from '../../components/glyph';

export const alertParts = ['alerts', 'changes', 'limits'] as const;
export type AlertPart = (typeof alertParts)[number];

export function partOf(name: string): AlertPart {
  return alertParts.find((part) => part === name) ?? 'alerts';
}

/** Form and word of where an alert stands. */
export const meaningOf: Readonly<Record<PassAlertState, Meaning>> = {
  proposed: 'warn',
  asked: 'hold',
  arranged: 'pass',
  decided: 'pass',
  over: 'unknown',
};

export const isOpen = (state: PassAlertState): boolean =>
  state === 'proposed' || state === 'asked' || state === 'arranged';

/** Where a share lies: wholly under the limit, wholly over it, or across it, which is not certain. */
export function sideOf({ low, high }: Rate, limit: number): 'under' | 'over' | 'across' {
  return high < limit ? 'under' : low > limit ? 'over' : 'across';
}

/** What the share would be if so many more had passed. */
export function without(count: PassCount, more: number): Rate | null {
  return rateOf(Math.min(count.decided, count.passed + more), count.decided);
}

/** Compared with the same time before; `few`: too few people then. */
export function driftOf(now: PassCount, before: PassCount): 'few' | 'fell' | 'rose' | 'same' {
  const by =
    before.decided < FEW
      ? null
      : differenceOf(
          { hits: now.passed, of: now.decided },
          { hits: before.passed, of: before.decided },
        );
  if (by === null) {
    return 'few';
  }
  return by.high < 0 ? 'fell' : by.low > 0 ? 'rose' : 'same';
}

export interface Shift {
  source: string;
  /** Shares of those decided on, 0-1. */
  before: number;
  now: number;
}

/** The source whose share has certainly changed most; `few`: too few to compare; null: none has. */
export function shiftOf(sources: PassAlert['sources']): Shift | 'few' | null {
  const all = { now: 0, before: 0 };
  for (const { now, before } of sources) {
    all.now += now;
    all.before += before;
  }
  if (all.now < FEW || all.before < FEW) {
    return 'few';
  }
  const moved = sources.flatMap(({ source, now, before }) => {
    const by = differenceOf({ hits: now, of: all.now }, { hits: before, of: all.before });
    const certain = by !== null && (by.low > 0 || by.high < 0);
    return certain ? [{ source, before: before / all.before, now: now / all.now }] : [];
  });
  const far = (one: Shift) => Math.abs(one.now - one.before);
  return moved.sort((one, other) => far(other) - far(one))[0] ?? null;
}

/** `same`: what scored has not changed; `few`: nothing was scored in one of the times. */
export function engineOf({ now, before }: PassAlert['engines']): 'same' | 'changed' | 'few' {
  if (now.length === 0 || before.length === 0) {
    return 'few';
  }
  return now.join() === before.join() ? 'same' : 'changed';
}
