import Taro from '@tarojs/taro';
import { ticks } from '../clock';
import { CameraFiles } from './camera-files';
import { MediaError } from './recorder.shared';
import type { Devices, Recording, RecordingOptions, RecordingTypes } from './recorder.shared';

export * from './recorder.shared';

/** Longest recording of sound that the platform makes (ms). */
const LONGEST_MS = 600_000;
/** Sound is handed over in pieces of so many KiB: about two seconds at 32 kbit/s. */
const FRAME_KB = 8;

/** MP4 files of the camera; MP3 of the recorder, which is the only one that it hands over while it runs. */
export function recordingTypes(): RecordingTypes {
  return { video: 'video/mp4', audio: 'audio/mpeg', ownSound: false };
}

async function allow(scope: 'scope.camera' | 'scope.record'): Promise<void> {
  try {
    await Taro.authorize({ scope });
  } catch {
    throw new MediaError('refused');
  }
}

/** Asks for camera and microphone. Throws MediaError. */
export async function openDevices(want: { camera: boolean }): Promise<Devices> {
  await allow('scope.record');
  if (want.camera) {
    await allow('scope.camera');
  }
  return {
    get stream(): MediaStream {
      // The picture is a component of the page here.
      throw new MediaError('unsupported');
    },
    hasCamera: want.camera,
    level: () => 0,
    close: () => undefined,
  };
}

function recordCamera(options: RecordingOptions): Recording {
  const startedAt = ticks();
  const camera = new CameraFiles(startedAt, options);
  camera.start();
  return {
    elapsed: () => ticks() - startedAt,
    stop: async () => {
      const length = Math.round(ticks() - startedAt);
      await camera.stop();
      return length;
    },
    // The sound is in the same file: without the picture it would be another recording.
    dropPicture: () => Promise.reject(new MediaError('unsupported')),
  };
}

function recordVoice({ onSlice, onLost }: RecordingOptions): Recording {
  const recorder = Taro.getRecorderManager();
  const startedAt = ticks();
  let sequence = 0;
  let lengthMs = 0;
  let stopped = false;
  let ended: () => void = () => undefined;
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  recorder.onFrameRecorded(({ frameBuffer }) => {
    if (frameBuffer.byteLength > 0) {
      onSlice({ track: 'audio', sequence, bytes: frameBuffer, endMs: ticks() - startedAt });
      sequence += 1;
    }
  });
  const over = () => {
    ended();
    if (!stopped) {
      stopped = true;
      lengthMs = Math.round(ticks() - startedAt);
      onLost();
    }
  };
  recorder.onStop(over);
  recorder.onError(over);
  recorder.onInterruptionBegin(() => recorder.stop());
  recorder.start({
    duration: LONGEST_MS,
    sampleRate: 16000,
    numberOfChannels: 1,
    encodeBitRate: 32000,
    format: 'mp3',
    frameSize: FRAME_KB,
  });
  return {
    elapsed: () => ticks() - startedAt,
    stop: async () => {
      if (!stopped) {
        stopped = true;
        lengthMs = Math.round(ticks() - startedAt);
        recorder.stop();
      }
      await end;
      return lengthMs;
    },
    dropPicture: () => Promise.resolve(),
  };
}

export function startRecording(_devices: Devices, options: RecordingOptions): Recording {
  return options.mode === 'camera' ? recordCamera(options) : recordVoice(options);
}
