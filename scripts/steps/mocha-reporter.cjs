// Mocha's spec report, at the end the files that took longest, and the totals, also file by file, as JSON in the file
// that ZHIYU_TEST_TOTALS names. Tests that mocha never came to (a before() failed, for one) count as skipped and are
// named: mocha itself does not speak of them.
const { writeFileSync } = require('node:fs');
const { relative } = require('node:path');
const Mocha = require('mocha');

const {
  EVENT_RUN_BEGIN,
  EVENT_RUN_END,
  EVENT_SUITE_END,
  EVENT_TEST_FAIL,
  EVENT_TEST_PASS,
  EVENT_TEST_PENDING,
} = Mocha.Runner.constants;
const SLOWEST = 8;

const specOf = (file) => relative('test/dist', file ?? '');

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
  const lines = slowest.map(([file, s]) => `  ${s.toFixed(1)} s ${specOf(file)}`);
  if (seconds.size > SLOWEST) console.log(`\n  slowest files:\n${lines.join('\n')}`);
}

/** What passed, failed (and why, in a line) and was skipped, by file. */
function countFiles(runner) {
  const files = {};
  const of = ({ file }) =>
    (files[specOf(file)] ??= { passed: 0, failed: 0, skipped: 0, failures: [] });
  runner.on(EVENT_TEST_PASS, (test) => (of(test).passed += 1));
  runner.on(EVENT_TEST_PENDING, (test) => (of(test).skipped += 1));
  runner.on(EVENT_TEST_FAIL, (test, error) => {
    of(test).failed += 1;
    const [why = ''] = String(error?.message ?? error).split('\n');
    of(test).failures.push(`${test.fullTitle()}: ${why}`);
  });
  return { files, leaveOut: (test) => (of(test).skipped += 1) };
}

module.exports = class TotalsReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const seconds = watchFiles(runner);
    const { files, leaveOut } = countFiles(runner);
    // Mocha empties a suite when it leaves it.
    const tests = [];
    runner.once(EVENT_RUN_BEGIN, () => runner.suite.eachTest((test) => tests.push(test)));
    runner.once(EVENT_RUN_END, () => {
      for (const test of tests.filter((one) => one.state === undefined && !one.isPending())) {
        console.log(`  not run: ${test.fullTitle()}`);
        leaveOut(test);
      }
      printSlowest(seconds);
      const file = process.env.ZHIYU_TEST_TOTALS;
      if (file) writeFileSync(file, JSON.stringify({ files }));
    });
  }
};
