// Mocha's spec report, and at the end the totals as JSON in the file that ZHIYU_TEST_TOTALS names. Tests that mocha
// never came to (a before() failed, for one) count as skipped and are named: mocha itself does not speak of them.
const { writeFileSync } = require('node:fs');
const Mocha = require('mocha');

const { EVENT_RUN_BEGIN, EVENT_RUN_END } = Mocha.Runner.constants;

module.exports = class TotalsReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    // Mocha empties a suite when it leaves it.
    const tests = [];
    runner.once(EVENT_RUN_BEGIN, () => runner.suite.eachTest((test) => tests.push(test)));
    runner.once(EVENT_RUN_END, () => {
      const leftOut = tests.filter((test) => test.state === undefined && !test.isPending());
      leftOut.forEach((test) => console.log(`  not run: ${test.fullTitle()}`));
      const { passes, failures, pending } = this.stats;
      const totals = { passed: passes, failed: failures, skipped: pending + leftOut.length };
      const file = process.env.ZHIYU_TEST_TOTALS;
      if (file) writeFileSync(file, JSON.stringify(totals));
    });
  }
};
