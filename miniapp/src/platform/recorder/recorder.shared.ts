/** Why a camera or microphone cannot be used; the same words as the device check of the API. */
export const mediaTroubles = ['refused', 'missing', 'busy', 'insecure', 'unsupported'] as const;
export type MediaTrouble = (typeof mediaTroubles)[number];

export class MediaError extends Error {
  constructor(readonly trouble: MediaTrouble) {
    super(trouble);
    this.name = 'MediaError';
  }
}

/** What `getUserMedia` rejects with, as one of our words. */
export function troubleOf(name: string): MediaTrouble {
  switch (name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
      return 'refused';
    case 'SecurityError':
      return 'insecure';
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'busy';
    default:
      return 'unsupported';
  }
}

export type TrackName = 'video' | 'audio';

/** Open camera and microphone, not yet recording. */
export interface Devices {
  readonly stream: MediaStream;
  /** There is a picture now. */
  readonly hasCamera: boolean;
  /** Loudness now, 0-1. */
  level: () => number;
  close: () => void;
}

/** One piece of a track: about two seconds, in order. */
export interface Slice {
  track: TrackName;
  sequence: number;
  bytes: ArrayBuffer;
  /** End of the piece since the recording began (ms, monotonic). */
  endMs: number;
}

export interface RecordingOptions {
  /** `camera` records picture and sound plus a small sound track of its own; `voice` the sound track alone. */
  mode: 'camera' | 'voice';
  onSlice: (slice: Slice) => void;
  /** The microphone went away in the middle (call, headset, other app). */
  onLost: () => void;
  /** The camera alone went away; the sound goes on. */
  onPictureLost: () => void;
  /** A piece was recorded, but the phone did not give it: it is missing from the answer. */
  onMissing: () => void;
}

export interface Recording {
  /** Milliseconds recorded so far (monotonic). */
  elapsed: () => number;
  /** Ends every track, after its last slice was handed over; gives the length in ms. */
  stop: () => Promise<number>;
  /** Goes on with the sound alone: the picture ends here. */
  dropPicture: () => Promise<void>;
}

/** Types the recorder of this browser will write; empty where it cannot. */
export interface RecordingTypes {
  video: string;
  audio: string;
  /** A recording with picture also writes its sound as a track of its own. */
  ownSound: boolean;
}
