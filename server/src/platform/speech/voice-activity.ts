import { fileURLToPath } from 'node:url';
import type { Stretch } from '@zhiyu/contracts/signals';
import sherpa from 'sherpa-onnx-node';
import { sampleRate } from './ffmpeg.js';

/** Name and version of the model, as it stands beside what was measured with it. */
export const voiceActivityEngine = 'sherpa-onnx silero v5';

/** Samples that the model reads at once. */
const windowSize = 512;

/** Of sound that the model may keep, seconds: three of its longest stretches. */
const bufferSeconds = 60;

/** Silero, by Silero Team (MIT), as @ricky0123/vad-web (ISC) carries it. */
const model = fileURLToPath(import.meta.resolve('@ricky0123/vad-web/dist/silero_vad_v5.onnx'));

const config = {
  sileroVad: {
    model,
    threshold: 0.5,
    /** Shorter than this is no speech, seconds; and a shorter silence does not end it. */
    minSpeechDuration: 0.1,
    minSilenceDuration: 0.2,
    /** After so much speech without an end the model ends it more readily. */
    maxSpeechDuration: 20,
    windowSize,
  },
  sampleRate,
  numThreads: 1,
  provider: 'cpu',
} as const;

/**
 * Where somebody speaks in a sound at 16 kHz that comes in blocks. The native library ends the whole
 * process when it cannot read its model: not for the process of the web server.
 */
export class VoiceActivity {
  private readonly detector = new sherpa.Vad(config, bufferSeconds);
  private readonly found: Stretch[] = [];
  private readonly window = new Float32Array(windowSize);
  private filled = 0;

  add(block: Float32Array): void {
    let at = 0;
    while (at < block.length) {
      const piece = block.subarray(at, at + windowSize - this.filled);
      this.window.set(piece, this.filled);
      this.filled += piece.length;
      at += piece.length;
      if (this.filled === windowSize) {
        this.detector.acceptWaveform(this.window);
        this.filled = 0;
        this.collect();
      }
    }
  }

  /** The stretches of speech, in order. */
  finish(): Stretch[] {
    this.detector.flush();
    this.collect();
    return this.found;
  }

  private collect(): void {
    while (!this.detector.isEmpty()) {
      const { start, samples } = this.detector.front(false);
      this.detector.pop();
      this.found.push({ from: start / sampleRate, to: (start + samples.length) / sampleRate });
    }
  }
}
