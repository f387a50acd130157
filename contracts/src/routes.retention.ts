import type { AskDataRetention, DataRetention, SetDataRetention } from './data-retention.js';
import { route } from './route.js';

/** How long what is known of people who were not hired is kept. */
export const retentionRoutes = {
  dataRetention: route<AskDataRetention, DataRetention>(
    'GET /api/company/data-retention',
    'staff',
    'How long people who were not hired are kept, and how many would go',
  ),
  setDataRetention: route<SetDataRetention, DataRetention>(
    'PUT /api/company/data-retention',
    'staff',
    'Choose it',
  ),
} as const;
