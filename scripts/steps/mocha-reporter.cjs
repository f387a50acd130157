// Mocha's spec report, and at the end the totals as JSON in the file that ZHIYU_TEST_TOTALS names.
const { writeFileSync } = require('node:fs');
const Mocha = require('mocha');

module.exports = class TotalsReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      const totals = { passed: passes, failed: failures, skipped: pending };
      const file = process.env.ZHIYU_TEST_TOTALS;
      if (file) writeFileSync(file, JSON.stringify(totals));
    });
  }
};
