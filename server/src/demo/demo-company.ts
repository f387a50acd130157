import type { INestApplicationContext } from '@nestjs/common';
import { loadDemo } from '@zhiyu/config/demo';
import { Interview } from '../interviews/entities/interview.entity.js';
import { Invitations } from '../interviews/invitations.service.js';
import { AppError } from '@zhiyu/contracts/errors';
import { Database } from '../platform/database/database.js';
import { Setting } from '../platform/database/setting.entity.js';
import { Runtime } from '../platform/runtime.js';
import { Clock } from '../platform/time/clock.js';
import { Company } from '../staff/company.entity.js';
import { SignIn } from '../staff/sign-in.service.js';
import { StaffUser } from '../staff/staff-user.entity.js';
import { People } from '../privacy/people.service.js';
import type { SignInLink } from '../welcome.js';
import { makeExample, wholeMark } from './make-example.js';
import { removeExample } from './remove-example.js';

const linkLifeMs = 7 * 86_400_000;
/** Of the installation, so of no company: somebody removed the example. */
const refusal = { companyId: '', name: 'exampleRemoved' };
/** Whom the terminal offers, and what they are called there. */
const offered = [
  { code: 'xulan', title: 'HR' },
  { code: 'hejing', title: '经理' },
  { code: 'shenlan', title: '管理员' },
];

/** The example company (示例公司) of an SQLite installation that has no company of its own. */
export class DemoCompany {
  private readonly database: Database;

  constructor(private readonly app: INestApplicationContext) {
    this.database = app.get(Database);
  }

  /**
   * Makes the example company where one is wanted, nothing else is there and nobody removed it; one that was broken
   * off is made again.
   * @returns new sign-in links of its people; none where there is no example company
   */
  async greet(options: {
    wanted: boolean;
    say?: (text: string) => unknown;
  }): Promise<SignInLink[]> {
    const whole = await this.database.read(Setting).existsBy({ name: wholeMark });
    if (options.wanted && !whole && (await this.mayMake()) && !(await this.declined())) {
      options.say?.('正在准备示例公司，几秒钟… making the example company\n');
      await removeExample(this.app);
      await this.make();
    }
    return this.links();
  }

  /** Only SQLite, and no real company beside it. */
  async mayMake(): Promise<boolean> {
    const real = this.database.read(Company).countBy({ example: false });
    return this.database.sqlite && (await real) === 0;
  }

  /** @throws AppError conflict where it may not be made or is there already */
  async make(): Promise<void> {
    if (!(await this.mayMake()) || (await this.database.read(Company).count()) > 0) {
      throw new AppError('conflict');
    }
    await this.database.read(Setting).delete(refusal);
    await makeExample(this.app, this.app.get(Clock).now());
  }

  /**
   * Deletes it; it does not come back by itself.
   * @returns false when there was none
   */
  async remove(): Promise<boolean> {
    const removed = await removeExample(this.app);
    const said = { ...refusal, value: true, changedBy: null, changedAt: this.app.get(Clock).now() };
    await this.database.read(Setting).save(said);
    return removed;
  }

  /** A link for each of the people who are offered, and the waiting candidate's invitation. */
  async links(): Promise<SignInLink[]> {
    const company = await this.database.read(Company).findOneBy({ example: true });
    if (!company) {
      return [];
    }
    const candidate = await this.candidateLink(company.id);
    const staff = await this.staffLinks();
    return candidate ? [candidate, ...staff] : staff;
  }

  private declined(): Promise<boolean> {
    return this.database.read(Setting).existsBy(refusal);
  }

  private async candidateLink(companyId: string): Promise<SignInLink | null> {
    const waiting = loadDemo().candidates.find((one) => one.waiting);
    const interviews = await this.database
      .read(Interview)
      .find({ where: { companyId, kind: 'ai' }, order: { createdAt: 'DESC' } });
    const found = await this.personsInterview(interviews, waiting?.name ?? '');
    const path = found ? await this.app.get(Invitations).pathOf(found) : null;
    return path && waiting
      ? { who: `候选人 ${waiting.name}`, url: `${this.app.get(Runtime).publicUrl}/#${path}` }
      : null;
  }

  private async personsInterview(all: Interview[], name: string): Promise<Interview | undefined> {
    const names = await this.app.get(People).namesOf(all.map((one) => one.personId));
    return all.find((one) => names.get(one.personId) === name);
  }

  private async staffLinks(): Promise<SignInLink[]> {
    const { people } = loadDemo().company;
    const signIn = this.app.get(SignIn);
    const links: SignInLink[] = [];
    for (const { code, title } of offered) {
      const person = people.find((one) => one.code === code);
      const loginToken = signIn.loginToken(person?.email ?? '');
      const user = await this.database.read(StaffUser).findOneBy({ loginToken });
      if (person && user?.active) {
        const token = await this.database.transaction((tx) =>
          signIn.makeLink(tx, user, 'example', linkLifeMs),
        );
        const url = `${this.app.get(Runtime).publicUrl}/#/pages/link/index?t=${token}`;
        links.push({ who: `${title} ${person.name}`, url });
      }
    }
    return links;
  }
}
