import { Controller } from '@nestjs/common';
import type { Nothing } from '@zhiyu/contracts/basics';
import { routes } from '@zhiyu/contracts/routes';
import type {
  CreateTest,
  EnterTestResult,
  MarkTestAnswer,
  PublishTest,
  RetireTest,
  SaveTest,
  SendTest,
  Sitting,
  TestDetail,
  TestList,
  TestsOfApplication,
  WithdrawTestResult,
} from '@zhiyu/contracts/written-tests';
import type { ImportSheet, SheetPreview, SheetQuestion } from '@zhiyu/contracts/test-sheet';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { SheetImport } from './sheet-import.service.js';
import { StaffSittings } from './staff-sittings.service.js';
import { TestResults } from './test-results.service.js';
import { WrittenTests } from './written-tests.service.js';

interface ById {
  id: string;
}

@Controller()
export class WrittenTestsController {
  constructor(
    private readonly tests: WrittenTests,
    private readonly sittings: StaffSittings,
    private readonly results: TestResults,
    private readonly sheets: SheetImport,
  ) {}

  // Solutions stand in a test: who may not edit does not read them.
  @Bind(routes.listTests)
  @Can('position.edit')
  list(actor: StaffActor, _input: Nothing): Promise<TestList> {
    return this.tests.list(actor);
  }

  @Bind(routes.test)
  @Can('position.edit')
  test(actor: StaffActor, input: ById): Promise<TestDetail> {
    return this.tests.detail(actor, input.id);
  }

  @Bind(routes.createTest)
  @Can('position.edit')
  create(actor: StaffActor, input: CreateTest): Promise<TestDetail> {
    return this.tests.create(actor, input.content);
  }

  @Bind(routes.saveTest)
  @Can('position.edit', { object: 'id' })
  save(actor: StaffActor, input: SaveTest): Promise<TestDetail> {
    return this.tests.save(actor, input);
  }

  @Bind(routes.publishTest)
  @Can('position.edit', { object: 'id' })
  publish(actor: StaffActor, input: PublishTest): Promise<TestDetail> {
    return this.tests.publish(actor, input);
  }

  @Bind(routes.retireTest)
  @Can('position.edit', { object: 'id' })
  retire(actor: StaffActor, input: RetireTest): Promise<TestDetail> {
    return this.tests.retire(actor, input);
  }

  @Bind(routes.testsOfApplication)
  @Can('application.view', { object: 'id', views: true })
  of(actor: StaffActor, input: ById): Promise<TestsOfApplication> {
    return this.sittings.of(actor, input.id);
  }

  @Bind(routes.sendTest)
  @Can('application.invite', { object: 'id' })
  async send(actor: StaffActor, input: SendTest): Promise<TestsOfApplication> {
    await this.sittings.send(actor, input);
    return this.sittings.of(actor, input.id);
  }

  @Bind(routes.enterTestResult)
  @Can('application.add', { object: 'id' })
  async enter(actor: StaffActor, input: EnterTestResult): Promise<TestsOfApplication> {
    await this.results.enter(actor, input);
    return this.sittings.of(actor, input.id);
  }

  @Bind(routes.withdrawTestResult)
  @Can('application.add', { object: 'id' })
  async withdraw(actor: StaffActor, input: WithdrawTestResult): Promise<TestsOfApplication> {
    return this.sittings.of(actor, await this.results.withdraw(actor, input));
  }

  @Bind(routes.readTestSheet)
  @Can('application.add')
  read(actor: StaffActor, input: SheetQuestion, file: Buffer): Promise<SheetPreview> {
    return this.sheets.preview(actor, input, file);
  }

  @Bind(routes.importTestSheet)
  @Can('application.add')
  import(actor: StaffActor, input: ImportSheet, file: Buffer): Promise<SheetPreview> {
    return this.sheets.store(actor, input, file);
  }

  @Bind(routes.sitting)
  @Can('report.view', { object: 'id', views: true })
  sitting(actor: StaffActor, input: ById): Promise<Sitting> {
    return this.sittings.view(actor, input.id);
  }

  @Bind(routes.markTestAnswer)
  @Can('transcript.write', { object: 'id' })
  mark(actor: StaffActor, input: MarkTestAnswer): Promise<Sitting> {
    return this.sittings.mark(actor, input);
  }
}
