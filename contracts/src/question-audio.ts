import { z } from 'zod';
import { idSchema } from './basics.js';

/** The largest recording of a question: two minutes of speech are less. */
export const mostAudioBytes = 2 * 1024 * 1024;

/** Kinds that every browser plays, by the ending of their names. */
export const audioTypes = { mp3: 'audio/mpeg', m4a: 'audio/mp4', wav: 'audio/wav' } as const;
export type AudioEnding = keyof typeof audioTypes;

/** `<hash>.<ending>`: another recording has another name. */
export const audioFileSchema = z.string().regex(/^[0-9a-f]{24}\.(?:mp3|m4a|wav)$/);

/** A question read by a person: the recording, and the words that are heard. Other words are not played with it. */
export const spokenSchema = z.object({
  file: audioFileSchema,
  words: z.string().min(1).max(2000),
});
export type Spoken = z.infer<typeof spokenSchema>;

export const savedAudioSchema = z.object({ file: audioFileSchema });
export type SavedAudio = z.infer<typeof savedAudioSchema>;
export type AskAudio = SavedAudio;

/** The candidate hears only the question that is open. */
export const askOwnAudioSchema = z.object({ answerId: idSchema });
export type AskOwnAudio = z.infer<typeof askOwnAudioSchema>;

/** A recording as it is played; `data` in Base64. */
export const audioDataSchema = z.object({
  mimeType: z.enum([audioTypes.mp3, audioTypes.m4a, audioTypes.wav]),
  data: z.string(),
});
export type AudioData = z.infer<typeof audioDataSchema>;
