import { Controller } from '@nestjs/common';
import type { Done, Nothing } from '@zhiyu/contracts/basics';
import { routes } from '@zhiyu/contracts/routes';
import type {
  ChangeCompany,
  ChangeStaff,
  Company,
  DepartmentList,
  HolidayList,
  InviteStaff,
  ReplayJob,
  SaveDepartment,
  StaffLink,
  StaffList,
  SystemState,
} from '@zhiyu/contracts/staff';
import type { StaffActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Database } from '../platform/database/database.js';
import { Bind, type Http } from '../platform/http/bind.js';
import { keyOf } from '../platform/http/idempotency.interceptor.js';
import { idFrom } from '../platform/time/ids.js';
import { Holidays } from './holidays.service.js';
import { Logos } from './logos.service.js';
import { StaffService } from './staff.service.js';
import { SystemService } from './system.service.js';

@Controller()
export class AdminController {
  constructor(
    private readonly staff: StaffService,
    private readonly system: SystemService,
    private readonly holidayTable: Holidays,
    private readonly logos: Logos,
    private readonly database: Database,
  ) {}

  @Bind(routes.company)
  @Can('company.view')
  company(actor: StaffActor): Promise<Company> {
    return this.staff.company(actor.companyId);
  }

  @Bind(routes.changeCompany)
  @Can('company.edit')
  changeCompany(actor: StaffActor, input: ChangeCompany): Promise<Company> {
    return this.staff.changeCompany(actor, input);
  }

  @Bind(routes.saveLogo)
  @Can('company.edit')
  async saveLogo({ companyId }: StaffActor, _input: Nothing, file: Buffer): Promise<Company> {
    await this.logos.save(companyId, Buffer.isBuffer(file) ? file : Buffer.alloc(0));
    return this.staff.company(companyId);
  }

  @Bind(routes.removeLogo)
  @Can('company.edit')
  async removeLogo({ companyId }: StaffActor): Promise<Company> {
    await this.logos.remove(companyId);
    return this.staff.company(companyId);
  }

  @Bind(routes.listStaff)
  @Can('staff.list', { views: true })
  listStaff(actor: StaffActor): Promise<StaffList> {
    return this.staff.list(actor);
  }

  @Bind(routes.inviteStaff)
  @Can('staff.edit')
  invite(actor: StaffActor, input: InviteStaff, _file: Buffer, http: Http): Promise<StaffLink> {
    const id = idFrom('staff', actor.id, keyOf(http.reply.request));
    return this.staff.invite(actor, input, id);
  }

  @Bind(routes.changeStaff)
  @Can('staff.edit', { object: 'id' })
  async change(actor: StaffActor, input: ChangeStaff): Promise<Done> {
    await this.staff.change(actor, input);
    return { done: true };
  }

  @Bind(routes.resetStaff)
  @Can('staff.edit', { object: 'id' })
  reset(actor: StaffActor, input: { id: string }): Promise<StaffLink> {
    return this.staff.reset(actor, input.id);
  }

  @Bind(routes.departments)
  @Can('company.view')
  departments(actor: StaffActor): Promise<DepartmentList> {
    return this.staff.departments(actor.companyId);
  }

  @Bind(routes.saveDepartment)
  @Can('company.edit')
  async saveDepartment(actor: StaffActor, input: SaveDepartment): Promise<{ id: string }> {
    const save = this.database.transaction((tx) =>
      this.staff.saveDepartment(tx, actor.companyId, input),
    );
    return { id: await save };
  }

  @Bind(routes.system)
  @Can('system.view')
  state({ locale }: StaffActor, _input: Nothing): Promise<SystemState> {
    return this.system.state(locale === 'zh' ? 'zh' : 'en');
  }

  @Bind(routes.replayJob)
  @Can('system.edit', { object: 'id' })
  async replay(_actor: StaffActor, input: ReplayJob): Promise<Done> {
    await this.system.replay(input.id);
    return { done: true };
  }

  @Bind(routes.holidays)
  @Can('company.view')
  holidays(actor: StaffActor): Promise<HolidayList> {
    return this.holidayTable.list(actor.companyId);
  }

  @Bind(routes.saveHolidays)
  @Can('company.edit')
  async saveHolidays(actor: StaffActor, input: HolidayList): Promise<Done> {
    await this.holidayTable.save(actor, input);
    return { done: true };
  }
}
