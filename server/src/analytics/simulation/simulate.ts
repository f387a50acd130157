import type { Simulation, SimulationCounts } from '@zhiyu/contracts/simulation';
import {
  type DeliveryPart,
  type PassLine,
  type Total,
  totalOf,
  withDelivery,
} from '@zhiyu/contracts/total';

/** What was measured of one person, by the code of the dimension. */
export interface Measurement {
  applicationId: string;
  values: { code: string; value: number | null; standardError: number | null }[];
  /** Voice and face, where they weighed in the report: the same in both models. */
  delivery?: DeliveryPart[];
}

/** A competency model as far as it moves a total. */
export interface Weighing extends PassLine {
  weights: Record<string, number>;
}

/** One person under the model in use and under the one tried. */
export interface Moved {
  applicationId: string;
  was: Total;
  is: Total;
}

const none = (): SimulationCounts => ({ meets: 0, crosses: 0, below: 0 });

function under(one: Measurement, { weights, ...line }: Weighing): Total {
  const of = (code: string) => one.values.find((value) => value.code === code);
  const parts = Object.entries(weights).map(([code, weight]) => ({
    weight,
    value: of(code)?.value ?? null,
    standardError: of(code)?.standardError ?? null,
  }));
  return withDelivery(totalOf(parts, line), one.delivery ?? [], line);
}

/** Everybody under both models, by the formula of the report. */
export function moved(people: Measurement[], now: Weighing, tried: Weighing): Moved[] {
  return people.map((one) => ({
    applicationId: one.applicationId,
    was: under(one, now),
    is: under(one, tried),
  }));
}

export const isMeasured = ({ was, is }: Moved): boolean => was.value !== null && is.value !== null;
const isChanged = ({ was, is }: Moved): boolean => was.verdict !== is.verdict;

function count(into: SimulationCounts, { verdict }: Total): void {
  if (verdict !== 'unknown') {
    into[verdict] += 1;
  }
}

/** The numbers over all; people without a total under either model are counted apart. */
export function summary(all: Moved[]) {
  const measured = all.filter(isMeasured);
  const was = none();
  const is = none();
  const columns = new Map<number, Simulation['columns'][number]>();
  for (const one of measured) {
    count(was, one.was);
    count(is, one.is);
    const at = Math.floor(one.is.value ?? 0);
    const column = columns.get(at) ?? { at, changed: 0, ...none() };
    count(column, one.is);
    column.changed += isChanged(one) ? 1 : 0;
    columns.set(at, column);
  }
  return {
    people: measured.length,
    unmeasured: all.length - measured.length,
    ...{ was, is },
    changed: measured.filter(isChanged).length,
    columns: [...columns.values()].sort((a, b) => a.at - b.at),
  };
}

const distance = ({ was, is }: Moved): number => Math.abs((is.value ?? 0) - (was.value ?? 0));

/** Who comes out otherwise, the largest change of the total first. */
export function changedFirst(all: Moved[], most: number): Moved[] {
  return all
    .filter((one) => isMeasured(one) && isChanged(one))
    .sort((a, b) => distance(b) - distance(a) || (a.applicationId < b.applicationId ? -1 : 1))
    .slice(0, most);
}
