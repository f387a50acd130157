import type { OwnPool } from '@zhiyu/contracts/pool-profile';
import { regionOf, sameArea } from '@zhiyu/contracts/regions';

/** Whether somebody who lives there is asked about being seen elsewhere: only where somebody elsewhere could see him. */
export function asksTransfer(
  { asks, seenFrom }: Pick<OwnPool, 'asks' | 'seenFrom'>,
  country: string | null,
): boolean {
  return (
    country !== null &&
    asks.includes(regionOf(country)) &&
    seenFrom.some((from) => !sameArea(from, country))
  );
}

/** 2027-11-18: the day in China, with its year. @param at milliseconds */
export function untilText(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
}
