import { z } from 'zod';
import { idSchema, nothingSchema } from './basics.js';
import * as pa from './pass-alerts.js';

const byId = z.object({ id: idSchema });

/** What goes in and comes out where few pass. */
export const passAlertSchemas = {
  passAlerts: { input: nothingSchema, output: pa.passAlertListSchema },
  passAlert: { input: byId, output: pa.passAlertSchema },
  passAlertTimes: { input: byId, output: pa.passAlertTimesSchema },
  meetAboutPass: { input: pa.meetAboutPassSchema, output: pa.passAlertSchema },
  declinePassAlert: { input: pa.declinePassAlertSchema, output: pa.passAlertSchema },
  decidePassAlert: { input: pa.decidePassAlertSchema, output: pa.passAlertSchema },
  changeRequests: { input: pa.askChangesSchema, output: pa.changeRequestListSchema },
  settleChange: { input: pa.settleChangeSchema, output: pa.changeRequestSchema },
  passLimits: { input: nothingSchema, output: pa.passLimitsStateSchema },
  savePassLimits: { input: pa.passLimitsSchema, output: pa.passLimitsStateSchema },
};
