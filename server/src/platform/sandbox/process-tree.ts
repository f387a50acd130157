import { readdirSync, readFileSync } from 'node:fs';
import type { Usage } from './cgroups.js';

/** Of `sysconf(_SC_CLK_TCK)` and the page size: the same on every Linux that Node runs on. */
const tickMs = 10;
const pageKb = 4;

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function children(pid: number): number[] {
  let threads: string[];
  try {
    threads = readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
  return threads.flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).trim().split(' ').filter(Boolean).map(Number),
  );
}

/** Times of a process and of its children that have ended, and the memory it holds. */
function ofOne(pid: number): Usage {
  const stat = read(`/proc/${pid}/stat`);
  // The name may hold anything; what follows its last bracket begins with field 3.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  const pages = Number(read(`/proc/${pid}/statm`).split(' ')[1] ?? '0');
  return { processorMs: ticks * tickMs || 0, memoryKb: pages * pageKb || 0 };
}

/**
 * What a process and everything below it use at this moment, by /proc: for machines whose control
 * groups are not ours to make. A program that ends between two looks is seen only in part.
 */
export function treeUsage(root: number): Usage {
  const total: Usage = { processorMs: 0, memoryKb: 0 };
  const waiting = [root];
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    const one = ofOne(pid);
    total.processorMs += one.processorMs;
    total.memoryKb += one.memoryKb;
    waiting.push(...children(pid));
  }
  return total;
}
