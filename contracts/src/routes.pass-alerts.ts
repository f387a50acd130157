import type { Nothing } from './basics.js';
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
} from './pass-alerts.js';
import { type ById, route } from './route.js';

/** Few pass: the alert, its meeting, and what is to change. */
export const passAlertRoutes = {
  passAlerts: route<Nothing, PassAlertList>(
    'GET /api/pass-alerts',
    'staff',
    'Positions whose share of passes fell under the limit',
  ),
  passAlert: route<ById, PassAlert>(
    'GET /api/pass-alerts/:id',
    'staff',
    'One alert with its evidence and its meeting',
  ),
  passAlertTimes: route<ById, PassAlertTimes>(
    'GET /api/pass-alerts/:id/times',
    'staff',
    'Times at which everybody of the meeting is free, to choose from',
  ),
  meetAboutPass: route<MeetAboutPass, PassAlert>(
    'POST /api/pass-alerts/:id/meet',
    'staff',
    'Create the meeting at a chosen time, or at the first that suits everybody',
    { once: true },
  ),
  declinePassAlert: route<DeclinePassAlert, PassAlert>(
    'POST /api/pass-alerts/:id/decline',
    'staff',
    'No meeting this time, with the reason',
    { once: true },
  ),
  decidePassAlert: route<DecidePassAlert, PassAlert>(
    'POST /api/pass-alerts/:id/decision',
    'staff',
    'What the meeting decided: it becomes a change request',
    { once: true },
  ),
  changeRequests: route<AskChanges, ChangeRequestList>(
    'GET /api/change-requests',
    'staff',
    'What is to change in positions, and what became of it',
  ),
  settleChange: route<SettleChange, ChangeRequest>(
    'POST /api/change-requests/:id/settle',
    'staff',
    'A change request is done, or dismissed with a reason',
    { once: true },
  ),
  passLimits: route<Nothing, PassLimitsState>(
    'GET /api/pass-limits',
    'staff',
    'When an alert is given, and who may change that',
  ),
  savePassLimits: route<PassLimits, PassLimitsState>(
    'PUT /api/pass-limits',
    'staff',
    'Change when an alert is given; open positions are looked at again at once',
  ),
} as const;
