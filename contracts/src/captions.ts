import { z } from 'zod';
import { idSchema } from './basics.js';

/** Who makes the live captions: the server's engine, or the candidate's browser. */
export const captionSources = ['engine', 'browser'] as const;
export type CaptionSource = (typeof captionSources)[number];

export const askHeardSchema = z.object({ attemptId: idSchema });
export type AskHeard = z.infer<typeof askHeardSchema>;
/** The server's live captions of a recording that is being made, some seconds late. */
export const heardSchema = z.object({
  /** All words so far; the last ones may still change. */
  text: z.string(),
  /**
   * stopped: the engine does not hear at present; the recording goes on. over: the recording is finished, its words
   * come with the interview; whoever asks every few seconds may ask once too often.
   */
  state: z.enum(['listening', 'stopped', 'over']),
});
export type Heard = z.infer<typeof heardSchema>;
