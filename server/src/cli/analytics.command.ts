import { DashboardProjection } from '../analytics/projection.service.js';
import { type CommandIo, UsageError } from './io.js';
import { withApp } from './open-app.js';

/** `zhiyu analytics rebuild`: the dashboard's counts anew, from the rows they count. Harmless at any time. */
export async function analyticsCommand(args: string[], io: CommandIo): Promise<number> {
  if (args.join(' ') !== 'rebuild') {
    throw new UsageError('analytics rebuild');
  }
  await withApp((app) => app.get(DashboardProjection).rebuild());
  io.out('看板的数已重算 the dashboard was counted anew\n');
  return 0;
}
