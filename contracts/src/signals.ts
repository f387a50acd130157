import { z } from 'zod';
import { localeSchema } from './basics.js';

/** A stretch of a recording, seconds from its start. */
export const stretchSchema = z.object({
  from: z.number().nonnegative(),
  to: z.number().nonnegative(),
});
export type Stretch = z.infer<typeof stretchSchema>;

/** What makes the numbers of a recording less sure: samples at full scale, faint speech, speech little above the noise. */
export const soundFaults = ['clipped', 'quiet', 'noisy'] as const;
export type SoundFault = (typeof soundFaults)[number];

/** Facts measured on the sound of one recording, without its words. Never a score (weight 0). */
export const soundSignalsSchema = z.object({
  /** Length of the recording. */
  seconds: z.number().nonnegative(),
  /** Of it with somebody speaking; 0 = nobody spoke. */
  speechSeconds: z.number().nonnegative(),
  /** Seconds until the first word; null when nobody spoke. */
  latency: z.number().nonnegative().nullable(),
  /** Silences between two words of at least 0.3 s; `places` holds the longest ones, by time. */
  pauses: z.object({
    count: z.number().int().nonnegative(),
    seconds: z.number().nonnegative(),
    longest: z.number().nonnegative().nullable(),
    places: z.array(stretchSchema),
  }),
  /** Syllable nuclei by loudness and voice; a few in a hundred are missed. */
  syllables: z.object({
    count: z.number().int().nonnegative(),
    /** Per second of speech; null under two seconds of it. */
    perSecond: z.number().nonnegative().nullable(),
  }),
  /** Share of the speech that is voiced, 0-1; null when nobody spoke. */
  voicedShare: z.number().min(0).max(1).nullable(),
  /** Null where less than a second is voiced. */
  pitch: z
    .object({
      medianHz: z.number().positive(),
      /** From the lowest tenth to the highest tenth, semitones. */
      rangeSemitones: z.number().nonnegative(),
      /** Mean speed at which it goes up or down, semitones a second. */
      movement: z.number().nonnegative(),
    })
    .nullable(),
  /** Of the voiced sound, decibels; null where less than a second is voiced. */
  loudness: z
    .object({
      /** From the lowest tenth to the highest tenth. */
      rangeDb: z.number().nonnegative(),
      /** Mean speed at which it goes up or down, decibels a second. */
      movement: z.number().nonnegative(),
    })
    .nullable(),
  quality: z.object({
    /** Mean level of the speech and of the rest, dB below full scale; null where there is too little. */
    levelDb: z.number().nullable(),
    noiseDb: z.number().nullable(),
    /** Share of the samples that stand at full scale, 0-1. */
    clippedShare: z.number().min(0).max(1),
    faults: z.array(z.enum(soundFaults)),
  }),
  /** What measured it, with versions. */
  engine: z.string(),
});
export type SoundSignals = z.infer<typeof soundSignalsSchema>;

/** Facts of the words of one recording, in relation to its sound. Never a score (weight 0). */
export const wordSignalsSchema = z.object({
  locale: localeSchema,
  /** Chinese characters (kana too in Japanese), words in English and French. */
  length: z.number().int().nonnegative(),
  /** The same a minute of speech; null where the speech was not measured or is under two seconds. */
  perMinute: z.number().nonnegative().nullable(),
  /** Words that only fill a gap (嗯, 那个, um). */
  fillers: z.array(z.object({ word: z.string(), count: z.number().int().positive() })),
  /** Content words said at least twice. */
  keywords: z.array(z.object({ word: z.string(), count: z.number().int().positive() })),
});
export type WordSignals = z.infer<typeof wordSignalsSchema>;

/** One answer's facts of sound and words. */
export const answerSoundSchema = z.object({
  questionIndex: z.number().int().nonnegative(),
  attemptId: z.string(),
  sound: soundSignalsSchema,
  /** Null without a transcript. */
  words: wordSignalsSchema.nullable(),
});
export type AnswerSound = z.infer<typeof answerSoundSchema>;

/** The facts of an interview's answers taken together; each mean is weighted by seconds of speech. */
export const soundSummarySchema = z.object({
  /** Answers that were measured, and that have a recording. */
  measured: z.number().int().positive(),
  recorded: z.number().int().positive(),
  speechSeconds: z.number().nonnegative(),
  /** Median wait before the first word, seconds; null where nobody spoke. */
  latency: z.number().nonnegative().nullable(),
  pauses: z.object({
    count: z.number().int().nonnegative(),
    seconds: z.number().nonnegative(),
    longest: z.number().nonnegative().nullable(),
  }),
  /** Characters or words a minute of speech, over the answers that have words. */
  perMinute: z.number().nonnegative().nullable(),
  syllablesPerSecond: z.number().nonnegative().nullable(),
  medianHz: z.number().positive().nullable(),
  rangeSemitones: z.number().nonnegative().nullable(),
  rangeDb: z.number().nonnegative().nullable(),
  faults: z.array(z.enum(soundFaults)),
  /** What measured it, with versions. */
  engines: z.array(z.string()),
});
export type SoundSummary = z.infer<typeof soundSummarySchema>;

/** Beside a report, weight 0; the summary is null where nothing was measured. */
export const soundReportSchema = z.object({
  answers: z.array(answerSoundSchema),
  summary: soundSummarySchema.nullable(),
});
export type SoundReport = z.infer<typeof soundReportSchema>;
