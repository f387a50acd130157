/**
 * To be called inside describe() where each test goes on from the one before: after the first that fails the others are
 * shown as skipped. Mocha's own bail looks at the failures of the whole run and leaves files out without a word.
 */
export function oneStory(): void {
  let broken = false;
  beforeEach(function () {
    if (broken) {
      this.skip();
    }
  });
  afterEach(function () {
    broken ||= this.currentTest?.state === 'failed';
  });
}
