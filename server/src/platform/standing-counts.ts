/**
 * How many stand where, kept beside the rows that are counted and exact at any moment: for modules that show such
 * counts with what they own. The module that keeps the counts provides it.
 */
export abstract class StandingCounts {
  /** Counts of a company, by the group that is counted in and the state in it. */
  abstract standing(companyId: string): Promise<(groupId: string, state: string) => number>;
}
