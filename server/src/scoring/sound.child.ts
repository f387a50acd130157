// Measures one sealed recording and says what it found: see sound-process.ts.
import { setPriority } from 'node:os';
import { AppError } from '@zhiyu/contracts/errors';
import type { SoundMeasured } from '../interviews/sound/sound-facts.service.js';
import { headBytes } from '../platform/speech/ffmpeg.js';
import { blocksOfPieces, SoundTooLong } from '../platform/speech/sound-blocks.js';
import { SealedFile } from '../platform/storage/sealed-file.js';
import { measureSound } from './measure-sound.js';
import type { SoundOrder } from './sound-process.js';

async function measure({ recording, ffmpegPath }: SoundOrder): Promise<SoundMeasured> {
  // A buffer arrives as a plain byte array.
  const file = await SealedFile.read({ ...recording, key: Buffer.from(recording.key) });
  try {
    const head = await file.readBytes(0, Math.min(headBytes, file.size));
    const pieces = file.readRange(0, file.size);
    return { facts: await measureSound(blocksOfPieces(head, pieces, ffmpegPath)) };
  } catch (error) {
    if (error instanceof AppError) {
      return { failure: error.code };
    }
    if (error instanceof SoundTooLong) {
      return { failure: 'tooLong' };
    }
    throw error;
  } finally {
    await file.close();
  }
}

// Whoever waits for a page goes first.
setPriority(10);
process.once('disconnect', () => process.exit(0));
process.once('message', (order: SoundOrder) => {
  void measure(order).then((measured) =>
    process.send?.(measured, undefined, undefined, () => process.disconnect()),
  );
});
