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
   * Makes the example company where one is wanted and nothing else is there; one that was broken off is made again.
   * @returns new sign-in links of its people; none where there is no example company
   */
  async greet(options: { wanted: boolean }): Promise<SignInLink[]> {
    if (options.wanted && this.database.sqlite && !(await this.hasWhole())) {
      const broken = await removeExample(this.app);
      if (broken || (await this.database.read(Company).count()) === 0) {
        await this.make();
      }
    }
    return this.links();
  }

  /** @throws AppError conflict beside a real company, or on another database than SQLite */
  async make(): Promise<void> {
    const others = await this.database.read(Company).count();
    if (others > 0 || !this.database.sqlite) {
      throw new AppError('conflict');
    }
    await makeExample(this.app.get(Runtime), this.app.get(Clock).now());
  }

  remove(): Promise<boolean> {
    return removeExample(this.app);
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

  private async hasWhole(): Promise<boolean> {
    return this.database.read(Setting).existsBy({ name: wholeMark });
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
