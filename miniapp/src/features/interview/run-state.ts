import type { UploadState } from '../../platform/upload';

/** What the page shows of the recording it makes. */
export interface RunState {
  /** `choosing` and `sending`: the answer comes as a file from the phone's own camera or recorder. */
  phase: 'idle' | 'starting' | 'recording' | 'saving' | 'choosing' | 'sending';
  mode: 'camera' | 'voice';
  attemptId: string | null;
  /** On the server's clock. */
  endsAt: number;
  upload: UploadState;
  /** False: a reload would lose what is not sent yet; the device refuses to keep it, or has no room left. */
  lasting: boolean;
  /** The question a file is chosen for. */
  fileFor: string | null;
  /** Size of the file on its way (bytes). */
  fileBytes: number;
  /** The file waits for the end of an attempt that was cut off (server's clock); null when it does not. */
  fileWaits: number | null;
  /** Why the last file was not taken. */
  fileProblem: string | null;
  /** An answer was given and the next question is on its way: nothing is to be pressed in between. */
  goingOn: boolean;
  /** The last recording of this page, to look at right after it. */
  clip: { attemptId: string; url: string; mode: 'camera' | 'voice' } | null;
}

export const start: RunState = {
  phase: 'idle',
  mode: 'camera',
  attemptId: null,
  endsAt: 0,
  upload: {
    acknowledgedSeconds: 0,
    recordedSeconds: 0,
    acknowledgedBytes: 0,
    state: 'idle',
    retryAt: null,
  },
  lasting: true,
  fileFor: null,
  fileBytes: 0,
  fileWaits: null,
  fileProblem: null,
  goingOn: false,
  clip: null,
};
