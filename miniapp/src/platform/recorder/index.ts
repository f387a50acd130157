import { MediaError } from './recorder.shared';
import type { Devices, Recording, RecordingOptions, RecordingTypes } from './recorder.shared';

export * from './recorder.shared';

/** No camera and no recorder for this surface (DingTalk's mini-program): the way on is writing. */
export function openDevices(_want: { camera: boolean }): Promise<Devices> {
  return Promise.reject(new MediaError('unsupported'));
}

export function recordingTypes(): RecordingTypes {
  return { video: '', audio: '', ownSound: false };
}

export function startRecording(_devices: Devices, _options: RecordingOptions): Recording {
  throw new MediaError('unsupported');
}
