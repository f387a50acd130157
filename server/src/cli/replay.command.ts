import { Reports } from '../scoring/reports.service.js';
import { ENGINE, isKept } from '../scoring/engine/rules.js';
import { partsOf, replay } from '../scoring/replay.js';
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
  if (differences.length === 0) {
    io.err(`逐字节相同 the same byte for byte (${made})\n`);
    return 0;
  }
  io.err(`有 ${differences.length} 处不同 places differ (made by ${made})\n`);
  if (!isKept(version)) {
    io.err(
      `这一版引擎的规则已不在，以上由 ${ENGINE.version} 重算：不同处是规则变了，不说明报告被改过 ` +
        `the rules of this engine are gone, so ${ENGINE.version} read the same words again: what differs is due to its rules and does not show that the report was changed\n`,
    );
  }
  const { same, other } = partsOf(kept.report, differences);
  io.err(`相同 the same: ${same.join(', ')}\n不同 different: ${other.join(', ')}\n`);
  return 1;
}
