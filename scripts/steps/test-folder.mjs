// Where the tests keep their files: in memory where the machine has room for them. Thousands of small databases
// wait longer for a disk than for a processor, and what the disk keeps is asked by the faults suite alone.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** A whole run was seen to keep under 3 GiB at once. */
const ROOM_BYTES = 8 * 2 ** 30;

/** Tests compile programs and run them: a file system that runs nothing (noexec) is no place for them. */
function runsPrograms(folder) {
  const program = join(folder, 'program');
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
  const { status } = spawnSync(program);
  rmSync(program);
  return status === 0;
}

function inMemory() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize < ROOM_BYTES) return null;
    const folder = mkdtempSync(join(MEMORY, 'zhiyu-'));
    if (runsPrograms(folder)) return folder;
    rmSync(folder, { recursive: true });
  } catch {
    // No such file system here.
  }
  return null;
}

/**
 * A new folder for all that a run of tests writes; the caller removes it.
 * @param onDisk true where the tests ask what the disk keeps
 */
export function makeTestFolder(onDisk) {
  const folder = (onDisk ? null : inMemory()) ?? mkdtempSync(join(tmpdir(), 'zhiyu-'));
  // As /tmp itself: some tests become another user.
  chmodSync(folder, 0o1777);
  return folder;
}
