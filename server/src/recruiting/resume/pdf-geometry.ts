/** A PDF matrix [a b c d e f]. */
export type Matrix = readonly [number, number, number, number, number, number];
/** left, top, right, bottom in points; y grows downwards. */
export type Box = readonly [number, number, number, number];
/** Red, green, blue 0-255; null = unknown (a pattern, a picture). */
export type Colour = readonly [number, number, number] | null;

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer` (PDF 32000-1, 8.3.4). */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

export function place(matrix: Matrix, x: number, y: number): readonly [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

/** Six numbers of an operator's argument, whatever kind of array carries them; identity otherwise. */
export function matrixOf(value: unknown): Matrix {
  const [a, b, c, d, e, f] = numbersOf(value);
  if (f === undefined) return identity;
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f];
}

/** The numbers of an array or typed array; empty for anything else. */
export function numbersOf(value: unknown): number[] {
  if (Array.isArray(value)) return value.map(Number);
  return value instanceof Float32Array || value instanceof Float64Array ? Array.from(value) : [];
}

/** The box around a box given by two corners, after a matrix. */
export function boxAfter(matrix: Matrix, corners: number[]): Box {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = corners;
  const points = [
    place(matrix, x0, y0),
    place(matrix, x1, y0),
    place(matrix, x0, y1),
    place(matrix, x1, y1),
  ];
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export function intersect(one: Box, other: Box): Box {
  return [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ];
}

export function contains(box: Box, x: number, y: number): boolean {
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
}

export function colourOf(value: unknown): Colour {
  const digits = typeof value === 'string' ? /^#([0-9a-f]{6})$/i.exec(value)?.[1] : undefined;
  if (digits === undefined) return null;
  const number = parseInt(digits, 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

export function blend(over: Colour, under: Colour, alpha: number): Colour {
  if (over === null || under === null) return null;
  const mix = (index: 0 | 1 | 2): number => over[index] * alpha + under[index] * (1 - alpha);
  return [mix(0), mix(1), mix(2)];
}
