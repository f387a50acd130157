import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import type { AnswerMode, BegunAttempt, CandidateInterview } from '@zhiyu/contracts/interview';
import { call } from '../../api/client';
import {
  recordingTypes,
  startRecording,
  type Devices,
  type Recording,
  type TrackName,
} from '../../platform/recorder';
import { Clip } from '../../platform/clip';
import { AttemptUpload } from '../../platform/upload';

/** A recording on its way: recorder, store and upload of one attempt. */
export interface LiveAnswer {
  attemptId: string;
  mode: 'camera' | 'voice';
  endsAt: number;
  recording: Recording;
  upload: AttemptUpload;
  /** The tracks as recorded, for looking at the answer right after; gone after a reload. */
  pieces: Record<TrackName, Clip>;
  /** The network was away at some moment. */
  wasOffline: boolean;
}

function typesFor(mode: AnswerMode): { mimeType: string; audioMimeType: string } {
  const types = recordingTypes();
  if (mode === 'text') {
    return { mimeType: '', audioMimeType: '' };
  }
  const audioMimeType = mode === 'camera' && !types.ownSound ? '' : types.audio;
  return { mimeType: mode === 'camera' ? types.video : types.audio, audioMimeType };
}

/** Tells the server that the answer begins now; its clock says until when. `takeOver`: it ends at another device. */
export function begin(answerId: string, mode: AnswerMode, takeOver = false): Promise<BegunAttempt> {
  return call(candidateRoutes.beginAttempt, { answerId, mode, takeOver, ...typesFor(mode) });
}

/** Starts the recorder on open devices; every slice is stored before it is sent. */
export async function record(
  begun: BegunAttempt,
  mode: 'camera' | 'voice',
  devices: Devices,
  on: { lost: () => void; pictureLost: () => void; missing: () => void },
): Promise<LiveAnswer> {
  const { attemptId, endsAt } = begun;
  const upload = await AttemptUpload.begin(attemptId, {
    video: begun.videoUrl,
    audio: begun.audioUrl,
  });
  const pieces = { video: new Clip(), audio: new Clip() };
  const recording = startRecording(devices, {
    mode,
    onLost: on.lost,
    onPictureLost: on.pictureLost,
    onMissing: on.missing,
    onSlice: (slice) => {
      pieces[slice.track].add(slice.bytes);
      upload.add({ ...slice, attemptId }).catch(on.missing);
    },
  });
  if ('vibrate' in navigator) {
    navigator.vibrate(20);
  }
  return { attemptId, mode, endsAt, recording, upload, pieces, wasOffline: false };
}

/** The whole answer to look at: with its picture, or the sound alone where the picture was dropped on the way. */
export function clipOf({ pieces, mode }: LiveAnswer): string | null {
  const types = recordingTypes();
  return mode === 'camera' ? pieces.video.url(types.video) : pieces.audio.url(types.audio);
}

export interface HandIn {
  attemptId: string;
  durationMs: number;
  offline: boolean;
  /** Idempotency-Key: the same for every try of one act. */
  key: string;
  text?: string;
  pasted?: boolean;
}

/** Hands the answer in after everything is acknowledged. Throws ApiError, or Error('gone' | 'signedOut'). */
export async function handInAttempt(
  upload: AttemptUpload | null,
  { attemptId, durationMs, offline, key, text = '', pasted = false }: HandIn,
): Promise<CandidateInterview> {
  await upload?.settled();
  upload?.close();
  const input = { attemptId, durationMs: Math.round(durationMs), text, pasted, offline };
  return call(candidateRoutes.finishAttempt, input, { key });
}
