/** ln(n!) for n = 0, 1, 2 …; grows as it is asked. */
const logFactorials = [0];

function logFactorial(n: number): number {
  for (let next = logFactorials.length; next <= n; next += 1) {
    logFactorials.push((logFactorials[next - 1] ?? 0) + Math.log(next));
  }
  return logFactorials[n] ?? 0;
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** Tables as likely as the one seen differ by rounding only. */
const tolerance = 1e-7;

/**
 * Two-sided p of Fisher's exact test (Fisher 1922) for a of n against b of m: the sum over all tables with the same
 * margins that are no likelier than the one seen. 0-1; 1 where a margin is empty.
 */
export function fisherExact(a: number, n: number, b: number, m: number): number {
  const chosen = a + b;
  const whole = logChoose(n + m, chosen);
  const likelihood = (k: number) => Math.exp(logChoose(n, k) + logChoose(m, chosen - k) - whole);
  const seen = likelihood(a) * (1 + tolerance);
  let p = 0;
  for (let k = Math.max(0, chosen - m); k <= Math.min(n, chosen); k += 1) {
    const one = likelihood(k);
    p += one <= seen ? one : 0;
  }
  return Math.min(1, p);
}
