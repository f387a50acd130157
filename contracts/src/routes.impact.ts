import type { Nothing } from './basics.js';
import type { AskImpact, ImpactView, OwnGroups, StatedGroups } from './groups.js';
import { route } from './route.js';
import type { AskSimulation, Simulation } from './simulation.js';

/** Whether a process treats groups alike: what people say of themselves, and the table made of it. */
export const impactRoutes = {
  ownGroups: route<Nothing, OwnGroups>(
    'GET /api/candidate/groups',
    'candidate',
    'What was said of the own groups, by choice',
  ),
  stateGroups: route<StatedGroups, OwnGroups>(
    'PUT /api/candidate/groups',
    'candidate',
    'Say something of the own groups, apart from the application',
  ),
  dropGroups: route<Nothing, OwnGroups>(
    'DELETE /api/candidate/groups',
    'candidate',
    'Delete what was said',
  ),
  impact: route<AskImpact, ImpactView>(
    'GET /api/impact',
    'staff',
    'Selection and scoring rates by group, small groups left out',
  ),
  simulate: route<AskSimulation, Simulation>(
    'GET /api/positions/:id/simulation',
    'staff',
    'Who would come out otherwise under another model, of the last 90 days; changes nothing',
  ),
} as const;
