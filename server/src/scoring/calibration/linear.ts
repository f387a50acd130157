/** A symmetric positive definite matrix taken apart once: A = L·Lᵀ (Cholesky). Rows of L. */
export type Factor = number[][];

const smallest = 1e-9;

/** Takes a matrix apart; the sums run in a fixed order, so the result is the same on every machine. */
export function factor(matrix: readonly (readonly number[])[]): Factor {
  const lower: Factor = [];
  matrix.forEach((row, i) => {
    const own: number[] = [];
    lower.push(own);
    for (let j = 0; j <= i; j += 1) {
      const other = lower[j] ?? own;
      let sum = row[j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= (own[k] ?? 0) * (other[k] ?? 0);
      own.push(i === j ? Math.sqrt(Math.max(sum, smallest)) : sum / (other[j] ?? 1));
    }
  });
  return lower;
}

/** x of L·x = b. */
export function forward(lower: Factor, right: readonly number[]): number[] {
  const x: number[] = [];
  lower.forEach((row, i) => {
    let sum = right[i] ?? 0;
    for (let k = 0; k < i; k += 1) sum -= (row[k] ?? 0) * (x[k] ?? 0);
    x.push(sum / (row[i] ?? 1));
  });
  return x;
}

/** x of A·x = b. */
export function solve(lower: Factor, right: readonly number[]): number[] {
  const y = forward(lower, right);
  const x: number[] = y.map(() => 0);
  for (let i = y.length - 1; i >= 0; i -= 1) {
    let sum = y[i] ?? 0;
    for (let k = i + 1; k < y.length; k += 1) sum -= (lower[k]?.[i] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (lower[i]?.[i] ?? 1);
  }
  return x;
}

/** x of L·x = e, which has 1 at `at` and 0 elsewhere, from there on: before it x is 0. */
function unitForward(lower: Factor, at: number): number[] {
  const x: number[] = [];
  for (let i = at; i < lower.length; i += 1) {
    const row = lower[i] ?? [];
    let sum = i === at ? 1 : 0;
    for (let k = at; k < i; k += 1) sum -= (row[k] ?? 0) * (x[k - at] ?? 0);
    x.push(sum / (row[i] ?? 1));
  }
  return x;
}

/** Diagonal of the inverse of A. */
export function inverseDiagonal(lower: Factor): number[] {
  return lower.map((_, i) => {
    const x = unitForward(lower, i);
    return x.reduce((sum, value) => sum + value * value, 0);
  });
}
