import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SoundMeasured } from '../interviews/sound/sound-facts.service.js';
import type { SealedPlace } from '../platform/storage/sealed-file.js';

/** What the process is told: keys come by message, never by a file or an environment. */
export interface SoundOrder {
  recording: SealedPlace;
  ffmpegPath: string;
}

/** Two hours take about two minutes of one core; then it is ended. */
const limit = 15 * 60_000;

const program = fileURLToPath(new URL('./sound.child.js', import.meta.url));

/**
 * Measures a recording in a process of its own: it works for seconds, and the native library ends its
 * process when something is wrong with it.
 * @throws Error when it ends without an answer: worth another try
 */
export function measureInProcess(order: SoundOrder): Promise<SoundMeasured> {
  return new Promise((done, fail) => {
    const child = fork(program, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      timeout: limit,
      killSignal: 'SIGKILL',
    });
    child.once('message', (measured: SoundMeasured) => done(measured));
    child.once('error', fail);
    child.once('exit', (code) =>
      fail(new Error(`measuring the sound ended with ${code ?? 'a signal'}`)),
    );
    child.send(order, (error) => {
      if (error) {
        child.kill('SIGKILL');
      }
    });
  });
}
