import { Global, Module } from '@nestjs/common';
import { ItemActs } from '../items/item-acts.service.js';
import { ItemPoints } from '../items/item-points.service.js';
import { ItemStatisticsDesk } from '../items/item-statistics.service.js';
import { OwnQuestions } from '../items/own-questions.service.js';
import { ItemsController } from '../items/items.controller.js';
import { MarkJob } from './mark.job.js';
import { OwnTestsController } from './own-tests.controller.js';
import { OwnTestCopy } from './own-test-copy.service.js';
import { OwnTests } from './own-tests.service.js';
import { SheetImport } from './sheet-import.service.js';
import { SheetPeople } from './sheet-people.js';
import { SittingStore } from './sitting-store.js';
import { StaffSittings } from './staff-sittings.service.js';
import { TestEndJob } from './test-end.job.js';
import { TestResults } from './test-results.service.js';
import { WrittenTestsController } from './written-tests.controller.js';
import { WrittenTests } from './written-tests.service.js';

/** Written tests: built, sent, taken and marked; results entered and imported; how questions have worked. */
@Global()
@Module({
  controllers: [WrittenTestsController, OwnTestsController, ItemsController],
  providers: [
    ItemActs,
    ItemPoints,
    ItemStatisticsDesk,
    OwnQuestions,
    MarkJob,
    OwnTestCopy,
    OwnTests,
    SheetImport,
    SheetPeople,
    SittingStore,
    StaffSittings,
    TestEndJob,
    TestResults,
    WrittenTests,
  ],
  exports: [OwnTestCopy, OwnTests, TestResults, WrittenTests],
})
export class WrittenTestsModule {}
