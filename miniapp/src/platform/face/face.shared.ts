import type { Expression, FaceSecond } from '@zhiyu/contracts/observation';

/** What one picture held: numbers only. */
export interface FaceFrame {
  faces: number;
  /** Of the largest face; null without one. Angles in degrees. */
  pose: { yaw: number; pitch: number; roll: number } | null;
  /** How far the eyes look away from the middle (0-1) and where to (degrees). */
  gaze: { strength: number; bearing: number } | null;
  expression: Record<Expression, number> | null;
}

/** Why nothing is observed any more: the device is too slow for it, or it could not begin. */
export type FaceTrouble = 'slow' | 'off';

export interface FaceEar {
  frame: (frame: FaceFrame, elapsedMs: number) => void;
  trouble: (trouble: FaceTrouble) => void;
}

const mean = (values: number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

function rounded(value: number | null, digits: number): number | null {
  const scale = 10 ** digits;
  return value === null ? null : Math.round(value * scale) / scale;
}

function average(frames: FaceFrame[], name: 'yaw' | 'pitch' | 'roll'): number | null {
  return rounded(mean(frames.flatMap(({ pose }) => (pose ? [pose[name]] : []))), 1);
}

function averageExpression(frames: FaceFrame[]): FaceSecond['expression'] {
  const seen = frames.flatMap(({ expression }) => (expression ? [expression] : []));
  const of = (name: Expression) => rounded(mean(seen.map((one) => one[name])), 3) ?? 0;
  return seen.length === 0
    ? null
    : {
        neutral: of('neutral'),
        happy: of('happy'),
        sad: of('sad'),
        angry: of('angry'),
        fear: of('fear'),
        disgust: of('disgust'),
        surprise: of('surprise'),
      };
}

/** The pictures of one second as one line of numbers: a single picture says little, so they are averaged. */
export function secondOf(t: number, frames: FaceFrame[]): FaceSecond {
  const gazes = frames.flatMap(({ gaze }) => (gaze ? [gaze] : []));
  const seen = frames.filter(({ faces }) => faces > 0).length;
  return {
    t,
    frames: Math.min(30, frames.length),
    presence: rounded(seen / frames.length, 2) ?? 0,
    faces: Math.min(20, Math.max(...frames.map(({ faces }) => faces))),
    yaw: average(frames, 'yaw'),
    pitch: average(frames, 'pitch'),
    roll: average(frames, 'roll'),
    gaze: rounded(mean(gazes.map(({ strength }) => strength)), 2),
    gazeBearing: rounded(mean(gazes.map(({ bearing }) => bearing)), 0),
    expression: averageExpression(frames),
  };
}
