import type { ImpactFinding } from '@zhiyu/contracts/groups';

/** One application under what holds and under what is tried: whether it is selected. */
export interface SelectedBoth {
  was: boolean;
  is: boolean;
}

/** Of one attribute that people chose to state: the lowest selection rate over the highest. */
export interface GroupRatio {
  attribute: string;
  /** Null where too few are known to compare. */
  was: number | null;
  is: number | null;
  /** Of the exact test for `is`, corrected for the whole table; null where nothing is compared. */
  p: number | null;
  finding: ImpactFinding;
}

export interface GroupRatios {
  ratios: GroupRatio[];
  /** How many of these applications have people who stated something. */
  stated: number;
  /** Of those, how many come out otherwise: of a few the ratios would tell of single people. */
  changed: number;
}

/**
 * What a change would do to groups, for modules that try one and may not read what people said: the module that keeps
 * the impact table provides it, by the table's own rules.
 */
export abstract class GroupImpact {
  abstract of(
    companyId: string,
    applications: ReadonlyMap<string, SelectedBoth>,
  ): Promise<GroupRatios>;
}
