import { Controller } from '@nestjs/common';
import type { Nothing } from '@zhiyu/contracts/basics';
import type {
  AskChanges,
  ChangeRequest,
  ChangeRequestList,
  DecidePassAlert,
  DeclinePassAlert,
  MeetAboutPass,
  PassAlert,
  PassAlertList,
  PassAlertTimes,
  PassLimits,
  PassLimitsState,
  SettleChange,
} from '@zhiyu/contracts/pass-alerts';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { ChangeRequests } from './change-requests.service.js';
import { PassAlerts } from './pass-alerts.service.js';
import { PassLimitSettings } from './pass-limits.service.js';

/** Few pass: why, the meeting about it, and what is to change. */
@Controller()
export class PassAlertsController {
  constructor(
    private readonly alerts: PassAlerts,
    private readonly changes: ChangeRequests,
    private readonly limits: PassLimitSettings,
  ) {}

  @Bind(routes.passAlerts)
  @Can('process.view')
  list(actor: StaffActor, _input: Nothing): Promise<PassAlertList> {
    return this.alerts.list(actor);
  }

  @Bind(routes.passAlert)
  @Can('process.view', { object: 'id' })
  view(actor: StaffActor, { id }: { id: string }): Promise<PassAlert> {
    return this.alerts.view(actor, id);
  }

  @Bind(routes.passAlertTimes)
  @Can('process.act', { object: 'id' })
  times(actor: StaffActor, { id }: { id: string }): Promise<PassAlertTimes> {
    return this.alerts.freeTimes(actor, id);
  }

  @Bind(routes.meetAboutPass)
  @Can('process.act', { object: 'id' })
  meet(actor: StaffActor, input: MeetAboutPass): Promise<PassAlert> {
    return this.alerts.meet(actor, input);
  }

  @Bind(routes.declinePassAlert)
  @Can('process.act', { object: 'id' })
  decline(actor: StaffActor, input: DeclinePassAlert): Promise<PassAlert> {
    return this.alerts.decline(actor, input);
  }

  @Bind(routes.decidePassAlert)
  @Can('process.act', { object: 'id' })
  decide(actor: StaffActor, input: DecidePassAlert): Promise<PassAlert> {
    return this.alerts.decide(actor, input);
  }

  @Bind(routes.changeRequests)
  @Can('process.view')
  changeRequests(actor: StaffActor, input: AskChanges): Promise<ChangeRequestList> {
    return this.changes.list(actor, input);
  }

  @Bind(routes.settleChange)
  @Can('process.act', { object: 'id' })
  settle(actor: StaffActor, input: SettleChange): Promise<ChangeRequest> {
    return this.changes.settle(actor, input);
  }

  @Bind(routes.passLimits)
  @Can('process.view')
  passLimits({ companyId }: StaffActor, _input: Nothing): Promise<PassLimitsState> {
    return this.limits.state(companyId);
  }

  @Bind(routes.savePassLimits)
  @Can('process.limits')
  saveLimits(actor: StaffActor, input: PassLimits): Promise<PassLimitsState> {
    return this.limits.save(actor, input);
  }
}
