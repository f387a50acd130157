import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import type { BegunAttempt } from '@zhiyu/contracts/interview';
import { call } from '../../api/client';
import { ApiError, offlineError } from '../../api/error';
import { newKey, pause } from '../../api/request.shared';
import { serverTime } from '../../platform/clock';
import { forget, read, write } from '../../platform/kept';
import { fileLength, fileMimeType } from '../../platform/recorder/chosen-file';
import { AttemptUpload, sentBytes, storeOfFile } from '../../platform/upload';
import { handInAttempt } from './live-answer';
import { putInterview } from './use-interview';

/** Pause before the same again when the network is away (ms). */
const AGAIN_MS = 3_000;
/** What the server takes over the answer time: the press of a finger (s). */
const GRACE = 5;
/** Largest recording a server takes as it is delivered (MEDIA_MAX_MB). */
const LARGEST = 512 * 1024 * 1024;

/** Why a chosen file is no answer; names of the sentences `file.problem.*`. */
export type FileTrouble = 'empty' | 'large' | 'long' | 'unsent';

export class FileProblem extends Error {
  constructor(
    readonly trouble: FileTrouble,
    /** Length of the file where that is the trouble (s). */
    readonly seconds = 0,
  ) {
    super(trouble);
  }
}

/** The same again while the network is away. Throws Error('closed') once nobody wants it any more. */
export async function persist<T>(work: () => Promise<T>, wanted: () => boolean): Promise<T> {
  for (;;) {
    if (!wanted()) {
      throw new Error('closed');
    }
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'offline') {
        throw error;
      }
      await pause(AGAIN_MS);
    }
  }
}

const markKey = (attemptId: string) => `zhiyu.file.${attemptId}`;

const markOf = (file: File) => [file.name, file.size, file.lastModified].join('|');

/** An upload of a file that a reload cuts off: there is nothing to recover, the file is chosen again. */
export function cutOff(attemptId: string): boolean {
  return read('device', markKey(attemptId)) !== null;
}

export interface FileAnswer {
  answerId: string;
  /** Longest answer (s). */
  answerSeconds: number;
  mode: 'camera' | 'voice';
  file: File;
}

/** Length in ms, 0 when unknown. Throws FileProblem: an answer by file is as long as any other. */
async function measured({ file, answerSeconds }: FileAnswer): Promise<number> {
  if (file.size === 0) {
    throw new FileProblem('empty');
  }
  if (file.size > LARGEST) {
    throw new FileProblem('large');
  }
  const durationMs = await fileLength(file);
  if (durationMs > (answerSeconds + GRACE) * 1000) {
    throw new FileProblem('long', durationMs / 1000);
  }
  return durationMs;
}

export interface SendingOn {
  /** False once the candidate went another way. */
  wanted: () => boolean;
  /** The attempt has begun and its upload runs. */
  begun: (attemptId: string, upload: AttemptUpload) => void;
  /** Another file was cut off: this one goes up from that moment on (server's clock). */
  waits: (until: number) => void;
}

/**
 * An attempt whose track is empty or begins with this very file. Where a reload cut off the upload of another
 * one the server takes no second beginning of it: it waits for the end of that attempt's time.
 */
async function beginWith(given: FileAnswer, { wanted, waits }: SendingOn): Promise<BegunAttempt> {
  const { answerId, mode, file } = given;
  const type = fileMimeType(file, mode);
  const input = {
    answerId,
    mode,
    mimeType: type,
    audioMimeType: mode === 'voice' ? type : '',
    // Chosen by hand: where another device answers, this is the answer now.
    takeOver: true,
  };
  for (;;) {
    const begun = await persist(() => call(candidateRoutes.beginAttempt, input), wanted);
    const key = markKey(begun.attemptId);
    const mark = markOf(file);
    const sent = await persist(() => bytesAt(urlOf(begun, mode)), wanted);
    if (sent === 0 || read('device', key) === mark) {
      write('device', key, mark);
      return begun;
    }
    waits(begun.endsAt);
    await pause(Math.max(1_000, begun.endsAt - serverTime() + 500));
  }
}

async function bytesAt(url: string): Promise<number> {
  const bytes = await sentBytes(url);
  if (bytes === null) {
    throw offlineError();
  }
  return bytes;
}

function urlOf(begun: BegunAttempt, mode: FileAnswer['mode']): string {
  return (mode === 'camera' ? begun.videoUrl : begun.audioUrl) ?? '';
}

/**
 * Begins an attempt with a recording another app made, sends it piece by piece and hands it in; gives the id of
 * the attempt. The attempt begins only now: a page that the phone throws away while its camera is open has used
 * up nothing. Throws FileProblem, ApiError, or Error('closed').
 */
export async function sendFile(given: FileAnswer, on: SendingOn): Promise<string> {
  const { mode, file } = given;
  const durationMs = await measured(given);
  const begun = await beginWith(given, on);
  const { attemptId } = begun;
  const track = mode === 'camera' ? 'video' : 'audio';
  const url = urlOf(begun, mode);
  const store = await storeOfFile({ attemptId, track, url, file, durationMs });
  if (store.lasting) {
    forget('device', markKey(attemptId));
  }
  const upload = await AttemptUpload.whole(attemptId, store);
  let offline = false;
  const quiet = upload.subscribe(() => (offline ||= upload.snapshot.state === 'waiting'));
  on.begun(attemptId, upload);
  const key = newKey();
  try {
    putInterview(
      await persist(
        () => handInAttempt(upload, { attemptId, durationMs, offline, key }),
        on.wanted,
      ),
    );
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'gone') {
      throw error;
    }
    // Nothing to go on with after a reload: a file is chosen again.
    write('device', markKey(attemptId), markOf(file));
    await store.remove(attemptId, track);
    throw new FileProblem('unsent');
  } finally {
    quiet();
  }
  forget('device', markKey(attemptId));
  return attemptId;
}
