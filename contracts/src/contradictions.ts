import { z } from 'zod';

/** What two passages say differently: how long, when, how many people, which part was one's own, a figure, degree, role, employer, or whether at all. */
export const contradictionKinds = [
  'duration',
  'date',
  'team',
  'ownPart',
  'number',
  'degree',
  'role',
  'employer',
  'yesNo',
] as const;
export type ContradictionKind = (typeof contradictionKinds)[number];

/** Words of an answer, with their second where the recording has times. */
export const answerPassageSchema = z.object({
  from: z.literal('answer'),
  answerId: z.string(),
  questionIndex: z.number().int().nonnegative(),
  quote: z.string().min(1),
  /** Offsets in the joined transcript. */
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  seconds: z.number().nonnegative().nullable(),
});
export type AnswerPassage = z.infer<typeof answerPassageSchema>;

/** Words of an answer, or a line of the résumé (1-based). */
export const passageSchema = z.discriminatedUnion('from', [
  answerPassageSchema,
  z.object({
    from: z.literal('resume'),
    quote: z.string().min(1),
    line: z.number().int().positive(),
  }),
]);
export type Passage = z.infer<typeof passageSchema>;

/** Two passages that do not fit each other. No finding and no score: something to ask, which may have a plain reason. */
export const contradictionSchema = z.object({
  kind: z.enum(contradictionKinds),
  one: passageSchema,
  other: passageSchema,
  /** Both side by side in a sentence, in the report's language. */
  text: z.string(),
  /** The question that would clear it up. */
  ask: z.string(),
});
export type Contradiction = z.infer<typeof contradictionSchema>;
