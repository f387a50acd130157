import { SystemService } from '../staff/system.service.js';
import { type CommandIo, UsageError } from './io.js';
import { withApp } from './open-app.js';

/** `zhiyu jobs list|replay ID`: dead jobs with their reasons; a replayed one starts from its first try. */
export async function jobsCommand(args: string[], io: CommandIo): Promise<number> {
  const [verb, id, ...rest] = args;
  if (verb === 'list' && id === undefined) {
    const { jobs, deadJobs } = await withApp((app) => app.get(SystemService).state('zh'));
    io.err(`等待 waiting ${jobs.ready}，进行 running ${jobs.leased}，失败 dead ${jobs.dead}\n`);
    io.out(deadJobs.map((job) => `${job.id}  ${job.name}  ${job.lastError}\n`).join(''));
    return 0;
  }
  if (verb === 'replay' && id !== undefined && rest.length === 0) {
    await withApp((app) => app.get(SystemService).replay(id));
    io.out(`${id}  重新排队 queued again\n`);
    return 0;
  }
  throw new UsageError('jobs list | replay ID');
}
