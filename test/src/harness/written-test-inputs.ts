import { aTestContent } from '../factories/written-test.js';

/** Inputs that the routes of written tests take, about one test that was sent. */
export function writtenTestInputs(of: {
  applicationId: string;
  testId: string;
  sittingId: string;
  resultId: string;
}) {
  const { applicationId, testId, sittingId, resultId } = of;
  const content = aTestContent();
  const sheet = { name: 'results.csv' };
  return {
    listTests: {},
    test: { id: testId },
    createTest: { content },
    saveTest: { id: testId, revision: 99, content },
    publishTest: { id: testId, revision: 99 },
    retireTest: { id: testId, retired: false },
    testsOfApplication: { id: applicationId },
    sendTest: { id: applicationId, testId, days: 3 },
    enterTestResult: {
      ...{ id: applicationId, name: '门店计算', score: 8 },
      ...{ maximum: 10, takenOn: '2026-11-20' },
    },
    withdrawTestResult: { id: resultId, reason: '录错了人' },
    readTestSheet: sheet,
    importTestSheet: { ...sheet, hash: 'x'.repeat(64) },
    sitting: { id: sittingId },
    markTestAnswer: { id: sittingId, item: 'q4', points: 1 },
    itemStatistics: { kind: 'bank' as const },
    acceptProposal: { code: 'no-such', act: 'retire' as const, instead: null, note: '停用' },
    ownTests: {},
    ownTest: { id: sittingId },
    beginTest: { id: sittingId, byEngine: true },
    keepTestAnswer: {
      ...{ id: sittingId, item: 'q1', revision: 1, seconds: 4 },
      answer: { chosen: ['a'], number: null, text: '' },
    },
    submitTest: { id: sittingId },
  };
}
