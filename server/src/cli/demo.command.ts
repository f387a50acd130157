import { DemoCompany } from '../demo/demo-company.js';
import { CommandError, type CommandIo, UsageError } from './io.js';
import { withApp } from './open-app.js';

const alone =
  '示例公司只放进没有真实公司的 SQLite 数据库  only in an SQLite database without a real company';

/** `zhiyu demo reset|remove`. Other companies in the database stay as they are. */
export async function demoCommand(args: string[], io: CommandIo): Promise<number> {
  const verb = args.join(' ');
  if (verb !== 'reset' && verb !== 'remove') {
    throw new UsageError('demo reset | remove');
  }
  return withApp(async (app) => {
    const demo = new DemoCompany(app);
    if (verb === 'reset' && !(await demo.mayMake())) {
      throw new CommandError(alone);
    }
    const removed = await demo.remove();
    if (verb === 'remove') {
      io.out(removed ? '示例公司已删除 removed\n' : '没有示例公司 there was none\n');
      return 0;
    }
    await demo.make();
    io.out('示例公司已重做 made again\n');
    for (const { who, url } of await demo.links()) {
      io.out(`${who}  ${url}\n`);
    }
    return 0;
  });
}
