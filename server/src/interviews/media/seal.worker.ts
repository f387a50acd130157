import { parentPort, workerData } from 'node:worker_threads';
import { SealedFile, type SealedPlace } from '../../platform/storage/sealed-file.js';
import { sealRecording } from './seal-recording.js';

/** What the worker is told: keys come by memory, never by a file or an environment. */
export interface SealOrder {
  recording: SealedPlace;
  copy: SealedPlace;
  ffmpeg: string | null;
}

function withKey(place: SealedPlace): SealedPlace {
  // A buffer arrives as a plain byte array.
  return { ...place, key: Buffer.from(place.key) };
}

async function run(order: SealOrder): Promise<void> {
  const recording = await SealedFile.read(withKey(order.recording));
  try {
    const result = await sealRecording(recording, order.ffmpeg, () =>
      SealedFile.open(withKey(order.copy)),
    );
    parentPort?.postMessage(result);
  } finally {
    await recording.close();
  }
}

await run(workerData as SealOrder);
