import type { JudgedTest, Verdict } from '@zhiyu/contracts/judge';

/** The verdict of all: of the first test that was not accepted. */
export function firstRefused(tests: readonly JudgedTest[]): Verdict {
  return tests.find((test) => test.verdict !== 'accepted')?.verdict ?? 'accepted';
}
