// Counting what passed, and the one closing line that people and programs read.

export const NOTHING = Object.freeze({ passed: 0, failed: 0, skipped: 0 });
export const ONE_PASSED = Object.freeze({ passed: 1, failed: 0, skipped: 0 });
export const ONE_FAILED = Object.freeze({ passed: 0, failed: 1, skipped: 0 });

/** The sum of several counts. */
export function sum(counts) {
  return counts.reduce(
    (all, each) => ({
      passed: all.passed + each.passed,
      failed: all.failed + each.failed,
      skipped: all.skipped + each.skipped,
    }),
    NOTHING,
  );
}

/** The counts of a suite that ran in pieces. */
export function whole(pieces) {
  return { ...sum(pieces), files: Object.assign({}, ...pieces.map(({ files }) => files)) };
}

/** The counts of a suite whose files `again` were run a second time: the second run counts. */
export function withSecondRun(first, again) {
  const files = { ...first.files, ...again.files };
  return { ...sum(Object.values(files)), files };
}

/** The counts as words. */
export function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Prints the closing line alone on the last line and sets the exit code: nothing passed is a failure. */
export function close(totals) {
  console.log(`\n${inWords(totals)}`);
  process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
}
