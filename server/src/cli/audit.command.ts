import { AuditLog } from '../privacy/audit.service.js';
import { CommandError, type CommandIo, UsageError } from './io.js';
import { withApp } from './open-app.js';

/** `zhiyu audit verify`: recomputes the hash chain over every line. */
export async function auditCommand(args: string[], io: CommandIo): Promise<number> {
  if (args.join(' ') !== 'verify') {
    throw new UsageError('audit verify');
  }
  const brokenAt = await withApp((app) => app.get(AuditLog).verify());
  if (brokenAt !== null) {
    throw new CommandError(
      `审计日志从第 ${brokenAt} 条起对不上 the chain is broken at line ${brokenAt}`,
    );
  }
  io.out('审计日志完整 the chain is whole\n');
  return 0;
}
