import { leastGroup } from '@zhiyu/contracts/group-values';
import type { GroupRatio } from '../../privacy/group-ratios.js';
import { impactTable, type ImpactRow, type Outcome, type Rate, together } from './impact.js';

type Compared = ImpactRow & { selection: Rate & { ratio: number } };

const isCompared = (row: ImpactRow): row is Compared => row.selection.ratio !== null;

/** The row with the lowest ratio of each attribute; pairs of attributes are for the impact page. */
function lowest(outcomes: Outcome[]): Map<string, Rate & { ratio: number }> {
  const found = new Map<string, Rate & { ratio: number }>();
  const single = impactTable(outcomes, leastGroup).filter(
    ({ attribute }) => !attribute.includes(together),
  );
  for (const { attribute, selection } of single.filter(isCompared)) {
    const before = found.get(attribute);
    if (!before || selection.ratio < before.ratio) {
      found.set(attribute, selection);
    }
  }
  return found;
}

/** The lowest ratio of each attribute before and after a change, by the table of the impact page. */
export function ratioChanges(was: Outcome[], is: Outcome[]): GroupRatio[] {
  const before = lowest(was);
  const after = lowest(is);
  return [...new Set([...before.keys(), ...after.keys()])].sort().map((attribute) => ({
    attribute,
    was: before.get(attribute)?.ratio ?? null,
    is: after.get(attribute)?.ratio ?? null,
    p: after.get(attribute)?.p ?? null,
    finding: after.get(attribute)?.finding ?? 'small',
  }));
}
