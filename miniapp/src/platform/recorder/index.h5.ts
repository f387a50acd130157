import { MediaError, troubleOf } from './recorder.shared';
import type {
  Devices,
  Recording,
  RecordingOptions,
  RecordingTypes,
  TrackName,
} from './recorder.shared';

export * from './recorder.shared';

/** A camera that gave no picture for so long (ms) will not come back by itself. */
const STILL_MS = 5_000;
/** Length of a slice (ms): what a dying phone can lose at most. */
const SLICE_MS = 2_000;
const VIDEO_TYPES = ['video/webm;codecs=vp8,opus', 'video/webm', 'video/mp4'];
const AUDIO_TYPES = ['audio/webm;codecs=opus', 'audio/webm', 'audio/mp4'];
const VIDEO_BITS = 600_000;
const AUDIO_BITS = 32_000;

function supported(types: readonly string[]): string {
  if (typeof MediaRecorder === 'undefined') {
    return '';
  }
  return types.find((type) => MediaRecorder.isTypeSupported(type)) ?? '';
}

/** WebM where the browser can, MP4 on iPhones. */
export function recordingTypes(): RecordingTypes {
  return { video: supported(VIDEO_TYPES), audio: supported(AUDIO_TYPES), ownSound: true };
}

/** Asks for camera and microphone. Throws MediaError with the cause. */
export async function openDevices(want: { camera: boolean }): Promise<Devices> {
  if (!window.isSecureContext) {
    throw new MediaError('insecure');
  }
  const types = recordingTypes();
  const media = navigator.mediaDevices as MediaDevices | undefined;
  if (!media || (want.camera ? types.video : types.audio) === '') {
    throw new MediaError('unsupported');
  }
  const picture = { facingMode: 'user', width: { ideal: 640 }, height: { ideal: 480 } };
  try {
    const stream = await media.getUserMedia({ audio: true, video: want.camera ? picture : false });
    return devicesOf(stream);
  } catch (error) {
    throw new MediaError(troubleOf(error instanceof Error ? error.name : ''));
  }
}

function devicesOf(stream: MediaStream): Devices {
  const meter = levelMeter(stream);
  return {
    stream,
    get hasCamera() {
      return stream.getVideoTracks().some((track) => track.readyState === 'live');
    },
    level: meter.level,
    close: () => {
      meter.close();
      stream.getTracks().forEach((track) => track.stop());
    },
  };
}

/** Root mean square of the last samples, stretched so that speech fills the meter. */
function levelMeter(stream: MediaStream): { level: () => number; close: () => void } {
  if (typeof AudioContext === 'undefined' || stream.getAudioTracks().length === 0) {
    return { level: () => 0, close: () => undefined };
  }
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    level: () => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, value) => sum + value * value, 0) / samples.length;
      return Math.min(1, Math.sqrt(power) * 5);
    },
    close: () => void context.close(),
  };
}

interface TrackRecorder {
  stop: () => Promise<void>;
}

interface TrackOptions {
  track: TrackName;
  stream: MediaStream;
  startedAt: number;
  recorder: MediaRecorderOptions;
}

/** One MediaRecorder whose slices are handed over in order, the last one before `stop` resolves. */
function recordTrack(options: TrackOptions, onSlice: RecordingOptions['onSlice']): TrackRecorder {
  const { track, stream, startedAt } = options;
  const recorder = new MediaRecorder(stream, options.recorder);
  let sequence = 0;
  let queue: Promise<void> = Promise.resolve();
  recorder.ondataavailable = ({ data }) => {
    const endMs = performance.now() - startedAt;
    queue = queue.then(async () => {
      const bytes = await data.arrayBuffer();
      if (bytes.byteLength > 0) {
        onSlice({ track, sequence, bytes, endMs });
        sequence += 1;
      }
    });
  };
  recorder.start(SLICE_MS);
  return {
    stop: async () => {
      if (recorder.state !== 'inactive') {
        await new Promise<void>((resolve) => {
          recorder.onstop = () => resolve();
          recorder.stop();
        });
      }
      await queue;
    },
  };
}

/** Another app or the system has taken them; what the page itself stops says nothing. */
function whenEnded(tracks: readonly MediaStreamTrack[], tell: () => void): void {
  for (const track of tracks) {
    track.addEventListener('ended', tell, { once: true });
  }
}

/**
 * A camera that stands still: browsers mute a track that gets no frames any more. Behind another page they do so
 * too, and then it comes back: only what somebody could have seen is counted.
 */
function whenStill(tracks: readonly MediaStreamTrack[], tell: () => void): void {
  for (const track of tracks) {
    const look = (): void => {
      if (!track.muted || track.readyState !== 'live') {
        return;
      }
      if (document.hidden) {
        window.setTimeout(look, STILL_MS);
        return;
      }
      tell();
    };
    track.addEventListener('mute', () => window.setTimeout(look, STILL_MS));
  }
}

export function startRecording(devices: Devices, options: RecordingOptions): Recording {
  const { stream } = devices;
  const { mode, onSlice } = options;
  const types = recordingTypes();
  const startedAt = performance.now();
  const sound = new MediaStream(stream.getAudioTracks());
  const audio = recordTrack(
    {
      track: 'audio',
      stream: sound,
      startedAt,
      recorder: { mimeType: types.audio, audioBitsPerSecond: AUDIO_BITS },
    },
    onSlice,
  );
  const video =
    mode === 'camera'
      ? recordTrack(
          {
            track: 'video',
            stream,
            startedAt,
            recorder: {
              mimeType: types.video,
              videoBitsPerSecond: VIDEO_BITS,
              audioBitsPerSecond: AUDIO_BITS,
            },
          },
          onSlice,
        )
      : null;
  whenEnded(stream.getAudioTracks(), options.onLost);
  const pictures = mode === 'camera' ? stream.getVideoTracks() : [];
  whenEnded(pictures, options.onPictureLost);
  whenStill(pictures, options.onPictureLost);
  return {
    elapsed: () => performance.now() - startedAt,
    stop: async () => {
      const length = Math.round(performance.now() - startedAt);
      await Promise.all([audio.stop(), video?.stop()]);
      return length;
    },
    dropPicture: async () => {
      await video?.stop();
      stream.getVideoTracks().forEach((track) => track.stop());
    },
  };
}
