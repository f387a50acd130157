import type { Nothing } from './basics.js';
import type {
  AcceptProposal,
  AskItemStatistics,
  ItemStatisticsList,
  ProposalDone,
} from './item-statistics.js';
import { type ById, route } from './route.js';
import type {
  BeginTest,
  CreateTest,
  EnterTestResult,
  KeepTestAnswer,
  KeptTestAnswer,
  MarkTestAnswer,
  OwnTest,
  OwnTestList,
  PublishTest,
  RetireTest,
  SaveTest,
  SendTest,
  Sitting,
  TestDetail,
  TestList,
  TestsOfApplication,
  WithdrawTestResult,
} from './written-tests.js';
import type { ImportSheet, SheetPreview, SheetQuestion } from './test-sheet.js';

/** Written tests (笔试): built, sent, taken; results entered and imported. */
export const testRoutes = {
  listTests: route<Nothing, TestList>('GET /api/tests', 'staff', 'Written tests'),
  test: route<ById, TestDetail>('GET /api/tests/:id', 'staff', 'One written test'),
  createTest: route<CreateTest, TestDetail>('POST /api/tests', 'staff', 'Begin a written test', {
    once: true,
  }),
  saveTest: route<SaveTest, TestDetail>('PUT /api/tests/:id', 'staff', 'Save the draft of a test'),
  publishTest: route<PublishTest, TestDetail>(
    'POST /api/tests/:id/versions',
    'staff',
    'Make the draft a version that can be sent',
    { once: true },
  ),
  retireTest: route<RetireTest, TestDetail>(
    'PATCH /api/tests/:id',
    'staff',
    'Take a test out of use, or back',
  ),
  testsOfApplication: route<ById, TestsOfApplication>(
    'GET /api/applications/:id/tests',
    'staff',
    'Written tests of an application',
  ),
  sendTest: route<SendTest, TestsOfApplication>(
    'POST /api/applications/:id/tests',
    'staff',
    'Send a test to a candidate',
    { once: true },
  ),
  enterTestResult: route<EnterTestResult, TestsOfApplication>(
    'POST /api/applications/:id/test-results',
    'staff',
    'Enter the result of a test',
    { once: true },
  ),
  withdrawTestResult: route<WithdrawTestResult, TestsOfApplication>(
    'POST /api/test-results/:id/withdrawal',
    'staff',
    'Take a result back that was entered or imported',
    { once: true },
  ),
  readTestSheet: route<SheetQuestion, SheetPreview>(
    'PUT /api/test-results/sheet',
    'staff',
    'What an XLSX or CSV table with results would store',
    { file: true },
  ),
  importTestSheet: route<ImportSheet, SheetPreview>(
    'POST /api/test-results/sheet',
    'staff',
    'Store the rows of a table that are right, all of them or none',
    { file: true, once: true },
  ),
  sitting: route<ById, Sitting>('GET /api/sittings/:id', 'staff', 'A test as it was answered'),
  markTestAnswer: route<MarkTestAnswer, Sitting>(
    'PUT /api/sittings/:id/marks',
    'staff',
    'Points of a short text by a person',
  ),
  itemStatistics: route<AskItemStatistics, ItemStatisticsList>(
    'GET /api/item-statistics',
    'staff',
    'How questions of the bank or items of a test have worked',
  ),
  acceptProposal: route<AcceptProposal, ProposalDone>(
    'POST /api/item-statistics/:code/proposal',
    'staff',
    'Do what is proposed about a question of the bank, in the plans too',
    { once: true },
  ),
  ownTests: route<Nothing, OwnTestList>('GET /api/candidate/tests', 'candidate', 'Own tests'),
  ownTest: route<ById, OwnTest>('GET /api/candidate/tests/:id', 'candidate', 'An own test'),
  beginTest: route<BeginTest, OwnTest>(
    'POST /api/candidate/tests/:id/begin',
    'candidate',
    'Begin: the time runs from now',
    { once: true },
  ),
  keepTestAnswer: route<KeepTestAnswer, KeptTestAnswer>(
    'PUT /api/candidate/tests/:id/answers/:item',
    'candidate',
    'Keep the answer to one item',
  ),
  submitTest: route<ById, OwnTest>(
    'POST /api/candidate/tests/:id/submission',
    'candidate',
    'Hand the test in',
    { once: true },
  ),
} as const;
