import { z } from 'zod';

/** Languages of the candidate's side; the staff side has the first two. */
export const locales = ['zh', 'en', 'ja', 'fr'] as const;
export type Locale = (typeof locales)[number];
export const localeSchema = z.enum(locales);

/** 26 characters, ULID: made in the application, sorts by time of making. */
export const idSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);

/** Milliseconds since 1970, UTC. */
export const momentSchema = z.number().int().nonnegative();

/** A text in one or more languages; Chinese is always there. */
export const textSchema = z.object({
  zh: z.string().min(1),
  en: z.string().min(1).optional(),
  ja: z.string().min(1).optional(),
  fr: z.string().min(1).optional(),
});
export type Text = z.infer<typeof textSchema>;

/** The text in the wanted language; English, then Chinese where it is not there. */
export function textIn(text: Text, locale: Locale): string {
  return text[locale] ?? (locale === 'zh' ? text.zh : (text.en ?? text.zh));
}

/** An answer with nothing to say but that it was done. */
export const doneSchema = z.object({ done: z.literal(true) });
export type Done = z.infer<typeof doneSchema>;

export const nothingSchema = z.object({});
export type Nothing = z.infer<typeof nothingSchema>;
