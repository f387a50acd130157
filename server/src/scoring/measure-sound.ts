import type { SoundSignals } from '@zhiyu/contracts/signals';
import { sampleRate } from '../platform/speech/ffmpeg.js';
import { VoiceActivity, voiceActivityEngine } from '../platform/speech/voice-activity.js';
import { SoundMeter } from './signals/sound-meter.js';

/** The facts of a sound at 16 kHz. Blocks one after another: an hour is never held at once. */
export async function measureSound(blocks: AsyncIterable<Float32Array>): Promise<SoundSignals> {
  const voice = new VoiceActivity();
  const meter = new SoundMeter(sampleRate);
  for await (const block of blocks) {
    voice.add(block);
    meter.add(block);
  }
  return meter.finish(voice.finish(), voiceActivityEngine);
}
