import { Reports } from '../scoring/reports.service.js';
import { replay } from '../scoring/replay.js';
import { type CommandIo, UsageError } from './io.js';
import { withApp } from './open-app.js';

/**
 * `zhiyu replay REPORT`: rebuilds a report from its snapshot (words, model, what a language model said). Exit code 0:
 * the same byte for byte; 1: what differs, a line each; 3: nothing to rebuild it from.
 */
export async function replayCommand(args: string[], io: CommandIo): Promise<number> {
  const [id, ...rest] = args;
  if (id === undefined || rest.length > 0) {
    throw new UsageError('replay REPORT');
  }
  const kept = await withApp((app) => app.get(Reports).kept(id));
  if (!kept) {
    io.err('没有这份报告 no such report\n');
    return 3;
  }
  if (!kept.report || !kept.snapshot) {
    io.err(
      '没有留下原料：报告太旧，或本人数据已删除 nothing to rebuild it from: too old, or erased\n',
    );
    return 3;
  }
  const differences = replay(kept.report, kept.snapshot);
  for (const { path, stored, rebuilt } of differences) {
    io.out(`${path}: ${JSON.stringify(stored)} -> ${JSON.stringify(rebuilt)}\n`);
  }
  const { name, version } = kept.report.engine;
  const made = `${name} ${version}`;
  io.err(
    differences.length === 0
      ? `逐字节相同 the same byte for byte (${made})\n`
      : `有 ${differences.length} 处不同 places differ (made by ${made})\n`,
  );
  return differences.length === 0 ? 0 : 1;
}
