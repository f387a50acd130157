import type { PoolRule } from '@zhiyu/contracts/pool-profile';
import { dayOfText, monthsIn } from '@zhiyu/contracts/pool-values';
import { type Region, regionOf, sameArea } from '@zhiyu/contracts/regions';
import { poolMonths } from '@zhiyu/contracts/talent-pool';

export type Rules = ReadonlyMap<Region, PoolRule>;

/** What the rule of a region asks about somebody in the pool. */
export interface Asked {
  /** Where he said he lives; null: not said. */
  country: string | null;
  /** Version of the sentences by which he is in the pool. */
  textVersion: string;
  /** Agreed that people elsewhere see him. */
  transfer: boolean;
}

/** Where a reader works, and the company. */
export interface From {
  country: string;
  home: string;
}

/** The CNIL recommends two years for a pool of candidates; elsewhere it is what the letter says. */
const europeanMonths = 24;

/** What holds until an administrator says otherwise: nobody elsewhere without the person's own consent. */
export function usualRule(region: Region): PoolRule {
  const keepMonths = region === 'eea' ? europeanMonths : poolMonths;
  return { region, sight: 'consent', keepMonths, textsFrom: null, ground: '' };
}

const ruleFor = (country: string, rules: Rules): PoolRule => {
  const region = regionOf(country);
  return rules.get(region) ?? usualRule(region);
};

/** Months that a consent holds: those its sentence named, and no more than the region allows. */
export function monthsOf(
  { country, textVersion }: Pick<Asked, 'country' | 'textVersion'>,
  rules: Rules,
): number {
  const named = monthsIn(textVersion) ?? poolMonths;
  return country === null ? named : Math.min(named, ruleFor(country, rules).keepMonths);
}

/**
 * Whether a reader may see somebody in the pool. Who did not say where he lives is seen only from where the company works:
 * nothing is guessed, and nothing leaves by not being known.
 */
export function maySee(asked: Asked, from: From, rules: Rules): boolean {
  const { country, textVersion, transfer } = asked;
  if (country === null) {
    return sameArea(from.country, from.home);
  }
  const { sight, textsFrom } = ruleFor(country, rules);
  if (textsFrom !== null && dayOfText(textVersion) < textsFrom) {
    return false;
  }
  return sameArea(country, from.country) || sight === 'open' || (sight === 'consent' && transfer);
}
