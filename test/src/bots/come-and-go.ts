import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const waitMs = 3_000;
const lookMs = 20;

async function isThere(url: string): Promise<boolean> {
  return fetch(url).then(
    (answer) => answer.arrayBuffer().then(() => true),
    () => false,
  );
}

/** Takes an emulator off its address with all connections, or brings it back; resolves when it is so. */
export async function comeAndGo(child: ChildProcess | null, url: string): Promise<void> {
  const before = await isThere(url);
  child?.kill('SIGUSR2');
  const until = Date.now() + waitMs;
  while ((await isThere(url)) === before) {
    if (Date.now() > until) {
      throw new Error('the emulator neither came nor went');
    }
    await sleep(lookMs);
  }
}
