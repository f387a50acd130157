// Test files that failed get one more run at the end of .ci/run, one suite at a time on a machine that does nothing
// else: a browser that had to wait for a processor is told from a fault of the product. Both are named in the summary.
import { runSuite } from './suites.mjs';
import { withSecondRun } from './totals.mjs';

/** More files than these fail for a reason that no second run takes away. */
const MOST_FILES = 6;

const failedFiles = ({ files = {} }) =>
  Object.entries(files).filter(([file, { failed }]) => failed > 0 && file.endsWith('.spec.js'));

/** What failed in a suite, a line each; nothing for what is not a suite. */
export const failuresOf = (totals) =>
  failedFiles(totals).flatMap(([file, { failures }]) => failures.map((one) => `${file}: ${one}`));

/** Whether files explain every failure: not when mocha itself broke. */
const isWhole = ({ failed, files = {} }) =>
  Object.values(files).reduce((all, one) => all + one.failed, 0) === failed;

/**
 * Runs the files of suites that failed once more and puts those counts into the results.
 * @param results what was checked; suites have `run`: { suite, db }
 * @param run runs files of one suite on one database
 * @returns what failed at first and passed then, a line each
 */
export async function runAgain(results, run = runSuite) {
  const broken = results.filter(({ run: of, totals }) => of && totals.failed > 0);
  const count = broken.reduce((all, { totals }) => all + failedFiles(totals).length, 0);
  if (count > MOST_FILES) return [];
  const unsteady = [];
  for (const result of broken.filter(({ totals }) => isWhole(totals))) {
    const { suite, db } = result.run;
    const specs = failedFiles(result.totals).map(([file]) => file.replace(/\.js$/, '.ts'));
    const before = failuresOf(result.totals);
    result.totals = withSecondRun(result.totals, await run(suite, specs, db));
    const after = failedFiles(result.totals).map(([file]) => file);
    unsteady.push(...before.filter((line) => !after.some((file) => line.startsWith(`${file}:`))));
  }
  return unsteady;
}
