// Mocha's spec report, at the end the files that took longest, and the totals as JSON in the file that
// ZHIYU_TEST_TOTALS names. Tests that mocha never came to (a before() failed, for one) count as skipped and are
// named: mocha itself does not speak of them.
const { writeFileSync } = require('node:fs');
const { relative } = require('node:path');
const Mocha = require('mocha');

const { EVENT_RUN_BEGIN, EVENT_RUN_END, EVENT_SUITE_END } = Mocha.Runner.constants;
const SLOWEST = 8;

/** Seconds by file, from the end of the file before: hooks count too. */
function watchFiles(runner) {
  const seconds = new Map();
  let from = Date.now();
  runner.on(EVENT_SUITE_END, ({ file, parent }) => {
    if (!parent?.root) return;
    seconds.set(file, (seconds.get(file) ?? 0) + (Date.now() - from) / 1000);
    from = Date.now();
  });
  return seconds;
}

function printSlowest(seconds) {
  const slowest = [...seconds].sort((a, b) => b[1] - a[1]).slice(0, SLOWEST);
  const lines = slowest.map(([file, s]) => `  ${s.toFixed(1)} s ${relative('test/dist', file)}`);
  if (seconds.size > SLOWEST) console.log(`\n  slowest files:\n${lines.join('\n')}`);
}

module.exports = class TotalsReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const seconds = watchFiles(runner);
    // Mocha empties a suite when it leaves it.
    const tests = [];
    runner.once(EVENT_RUN_BEGIN, () => runner.suite.eachTest((test) => tests.push(test)));
    runner.once(EVENT_RUN_END, () => {
      const leftOut = tests.filter((test) => test.state === undefined && !test.isPending());
      leftOut.forEach((test) => console.log(`  not run: ${test.fullTitle()}`));
      printSlowest(seconds);
      const { passes, failures, pending } = this.stats;
      const totals = { passed: passes, failed: failures, skipped: pending + leftOut.length };
      const file = process.env.ZHIYU_TEST_TOTALS;
      if (file) writeFileSync(file, JSON.stringify(totals));
    });
  }
};
