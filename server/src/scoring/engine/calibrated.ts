import { predictFrom, solveKnown } from '../calibration/known.js';
import type { CalibrationInUse, DimensionReading, Learned } from './engine.types.js';
import { boundError, round } from './level.js';

/** The reading as people's grades teach it: another value and standard error, the same evidence. */
export function withCalibration(
  own: DimensionReading,
  learned: Learned | undefined,
  from: { answerId: string; confidence: number | null },
): DimensionReading {
  const order = learned?.orders[from.answerId]?.find((one) => one.dimension === own.code);
  const calibration = order && learned?.calibrations[order.calibration];
  if (!order || !calibration || own.level === null || !own.features) return own;
  const known = order.own === undefined ? calibration : without(calibration, order.own);
  const near = order.near.filter((_, i) => i !== order.own);
  const point = { share: own.value / 100, features: own.features };
  const { share, error } = predictFrom(solveKnown(known), point, near);
  const value = round(share * 100, 1);
  // What people graded was read by them: the answer no longer rests on the wording of the levels.
  const { described: _described, ...read } = own;
  return {
    ...read,
    value,
    level: round(value / 25 + 1, 2),
    standardError: boundError(error * 100, from.confidence),
    calibrated: { version: calibration.version, graded: known.grades.length },
  };
}

function without(known: CalibrationInUse, place: number): CalibrationInUse {
  const kept = <T>(list: readonly T[]): T[] => list.filter((_, i) => i !== place);
  return {
    ...known,
    points: kept(known.points),
    grades: kept(known.grades),
    alike: kept(known.alike).map(kept),
  };
}
