export { FEW, rateOf } from '@zhiyu/contracts/rate';

/** `74`: whole percent. */
export function percentOf(share: number): number {
  return Math.round(share * 100);
}
