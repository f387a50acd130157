import { type INestApplicationContext, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { loadDemo, loadDemoTour } from '@zhiyu/config/demo';
import { AppError } from '@zhiyu/contracts/errors';
import { type Tour, type TourPace, type TourReset, tourSteps } from '@zhiyu/contracts/tour';
import { Interview } from '../../interviews/entities/interview.entity.js';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Setting } from '../../platform/database/setting.entity.js';
import { AppLog } from '../../platform/log/app-log.js';
import { Runtime } from '../../platform/runtime.js';
import { mayDecideOn } from '../../recruiting/deciding.js';
import { Application } from '../../recruiting/entities/application.entity.js';
import { Position } from '../../recruiting/entities/position.entity.js';
import { Company } from '../../staff/company.entity.js';
import { SignIn } from '../../staff/sign-in.service.js';
import { StaffUser } from '../../staff/staff-user.entity.js';
import { StaffDecisions } from '../../workflow/staff-decisions.service.js';
import { applyByLink, markExample } from '../candidate-story.js';
import { DemoCompany } from '../demo-company.js';
import type { DemoWorld } from '../demo-world.js';
import { takeInterview } from '../interview-story.js';
import { runningWorld } from './running-world.js';
import { StoryPace, StoryStopped } from './story-pace.js';
import { noSteps, stepsOfRows } from './tour-rows.js';

/** Whose application the tour is about. */
const settingName = 'tour';
/** How long the product may take for a step of its own (ms). */
const patience = 120_000;
const linkLifeMs = 600_000;
/** Between the message and the candidate's first look at it, in the story (ms). */
const readsLater = 240_000;

/** What a company without a tour is told. */
const nowhere: Tour = {
  ...{ available: false, state: 'ready', pace: 10, storyAt: null, candidateName: '', saying: null },
  ...{ applicationId: null, interviewId: null, mayDecide: false, steps: noSteps(tourSteps) },
};

interface Running {
  companyId: string;
  pace: StoryPace;
  saying: Tour['saying'];
  broken: boolean;
}

/**
 * The guided tour: an example candidate applies and answers through the services everybody uses, while somebody
 * watches. What is shown is read from the product's rows; only the pace is the tour's own.
 */
@Injectable()
export class Tours implements OnModuleDestroy {
  private running: Running | null = null;
  private resetting = false;
  private app: INestApplicationContext | null = null;

  constructor(
    private readonly database: Database,
    private readonly runtime: Runtime,
    private readonly log: AppLog,
  ) {}

  /** The application whose services the story goes through; set once, before it listens. */
  use(app: INestApplicationContext): void {
    this.app = app;
  }

  onModuleDestroy(): void {
    this.running?.pace.stop();
  }

  async view(actor: StaffActor): Promise<Tour> {
    const { companyId } = actor;
    if (!(await this.isExample(companyId))) {
      return nowhere;
    }
    const running = this.running?.companyId === companyId ? this.running : null;
    const applicationId = await this.applicationOf(companyId);
    const rows = applicationId
      ? await stepsOfRows(this.database.dataSource.manager, applicationId)
      : { steps: noSteps(tourSteps), interviewId: null };
    return {
      ...{ ...nowhere, available: true, applicationId, ...rows, ...clockOf(running) },
      state: stateOf(rows.steps, running, applicationId !== null),
      candidateName: loadDemoTour().name,
      mayDecide: applicationId !== null && (await this.mayDecide(actor, applicationId)),
    };
  }

  /** @throws notFound outside the example company, conflict where it was begun before */
  async start(actor: StaffActor, pace: TourPace): Promise<Tour> {
    const { companyId } = actor;
    await this.requireExample(companyId);
    if (this.resetting || this.running || (await this.applicationOf(companyId)) !== null) {
      throw new AppError('conflict');
    }
    const running = {
      ...{ companyId, pace: new StoryPace(pace, Date.now()), saying: null, broken: false },
    };
    this.running = running;
    void this.tell(running).catch((error: unknown) => {
      if (!(error instanceof StoryStopped)) {
        running.broken = true;
        this.log.error('the tour broke off', { error });
      }
    });
    return this.view(actor);
  }

  async setPace(actor: StaffActor, pace: TourPace): Promise<Tour> {
    await this.requireExample(actor.companyId);
    if (this.running) {
      this.running.pace.pace = pace;
    }
    return this.view(actor);
  }

  /**
   * Whoever presses decides, in his own name.
   * @throws notFound outside the example company, conflict before there is an application, notAllowed where he may
   *   not decide on it
   */
  async decide(actor: StaffActor): Promise<Tour> {
    await this.requireExample(actor.companyId);
    const id = await this.applicationOf(actor.companyId);
    if (id === null) {
      throw new AppError('conflict');
    }
    const choice = { kind: 'pass' as const, reason: 'meetsRequirement' as const, note: '' };
    await this.outer()
      .get(StaffDecisions)
      .decide(actor, { id, ...choice });
    return this.view(actor);
  }

  /** Everything of the example company is made again; the visitor comes back by a link of his own. */
  async reset(actor: StaffActor): Promise<TourReset> {
    await this.requireExample(actor.companyId);
    const me = await this.database.read(StaffUser).findOneByOrFail({ id: actor.id });
    if (this.resetting) {
      throw new AppError('requestInProgress');
    }
    this.resetting = true;
    try {
      this.running?.pace.stop();
      this.running = null;
      const demo = new DemoCompany(this.outer());
      if (!(await demo.mayMake())) {
        throw new AppError('conflict');
      }
      await demo.remove();
      await demo.make();
      return { url: await this.linkOf(me.loginToken) };
    } finally {
      this.resetting = false;
    }
  }

  private async linkOf(loginToken: string): Promise<string> {
    const user = await this.database.read(StaffUser).findOneBy({ loginToken });
    if (!user) {
      throw new AppError('notFound');
    }
    const signIn = this.outer().get(SignIn);
    const token = await this.database.transaction((tx) =>
      signIn.makeLink(tx, user, 'example', linkLifeMs),
    );
    return `${this.runtime.publicUrl}/#/pages/link/index?t=${token}`;
  }

  /** The candidate's part; screening, scoring and cards are the product's own work and are only waited for. */
  private async tell(running: Running): Promise<void> {
    const { companyId, pace } = running;
    const candidate = loadDemoTour();
    const world = await this.world(companyId);
    const applicationId = await applyByLink(world, candidate);
    await markExample(world, applicationId);
    await this.keep(companyId, applicationId);
    const where = { applicationId, kind: 'ai' as const };
    await pace.until(() => this.database.read(Interview).findOneBy(where), patience);
    await pace.pass(readsLater);
    const story = takeInterview(world, candidate, applicationId, (saying) => {
      running.saying = saying;
    });
    for await (const moment of story) {
      await pace.pass(moment - Date.now());
    }
    running.saying = null;
  }

  private world(companyId: string): Promise<DemoWorld> {
    return runningWorld(this.outer(), companyId, loadDemo());
  }

  private outer(): INestApplicationContext {
    if (!this.app) {
      throw new Error('the tour does not know the application it runs in');
    }
    return this.app;
  }

  private async mayDecide(actor: StaffActor, id: string): Promise<boolean> {
    const application = await this.database.read(Application).findOneBy({ id });
    const position = await this.database
      .read(Position)
      .findOneBy({ id: application?.positionId ?? '' });
    return application !== null && position !== null
      ? mayDecideOn(actor, application.stage, position)
      : false;
  }

  private async keep(companyId: string, applicationId: string): Promise<void> {
    const row = { companyId, name: settingName, value: { applicationId }, changedBy: null };
    await this.database.transaction((tx) =>
      tx.manager.save(Setting, { ...row, changedAt: tx.now }),
    );
  }

  private async applicationOf(companyId: string): Promise<string | null> {
    const found = await this.database.read(Setting).findOneBy({ companyId, name: settingName });
    const value = found?.value as { applicationId?: string } | undefined;
    return value?.applicationId ?? null;
  }

  private isExample(companyId: string): Promise<boolean> {
    return this.database.read(Company).existsBy({ id: companyId, example: true });
  }

  private async requireExample(companyId: string): Promise<void> {
    if (!(await this.isExample(companyId))) {
      throw new AppError('notFound');
    }
  }
}

function clockOf(running: Running | null): Pick<Tour, 'pace' | 'storyAt' | 'saying'> {
  return running
    ? { pace: running.pace.pace, storyAt: running.pace.now(), saying: running.saying }
    : { pace: nowhere.pace, storyAt: null, saying: null };
}

/** waiting: for a person's decision; broken: it stopped, for instance with the server, before the answers were in. */
function stateOf(steps: Tour['steps'], running: Running | null, begun: boolean): Tour['state'] {
  const done = (name: Tour['steps'][number]['name']) =>
    steps.find((one) => one.name === name)?.doneAt !== null;
  if (!begun && !running) {
    return 'ready';
  }
  if (done('archive')) {
    return 'done';
  }
  if (!done('answer') && (running === null || running.broken)) {
    return 'broken';
  }
  return done('card') && !done('decision') ? 'waiting' : 'running';
}
