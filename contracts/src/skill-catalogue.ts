import { z } from 'zod';

/** Trades of the catalogue, one file each. */
export const skillFields = ['office', 'retail', 'bank', 'sales', 'it'] as const;

const code = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);
/** Groups of words; a clause shows the point when every group has a word in it. */
const cues = z
  .array(z.array(z.string().min(1).max(24)).min(1))
  .min(1)
  .max(3);

/** One point of a full answer, or one thing often said wrongly. */
export const skillPointSchema = z.object({ say: z.string().min(4).max(60), cues });
export type SkillPoint = z.infer<typeof skillPointSchema>;

/** A skill (技能) as job descriptions name it, with a question on what one knows and one on what one did. */
export const skillSchema = z.object({
  code,
  /** Every way it is written, Chinese and English, the usual one first. */
  names: z.array(z.string().min(2).max(40)).min(1).max(12),
  /** The knowledge question (知识题), Chinese. */
  ask: z.string().min(10).max(60),
  /** Key points (要点) from plain to deep. */
  points: z.array(skillPointSchema).min(4).max(6),
  /** Facts often turned round, and misconceptions. */
  wrong: z.array(skillPointSchema).min(1).max(3),
  /** The experience question (经历题), Chinese. */
  tell: z.string().min(10).max(60),
});
export type Skill = z.infer<typeof skillSchema>;

export const skillFileSchema = z.object({
  field: z.enum(skillFields),
  skills: z.array(skillSchema).min(1),
});

/** A way of working that descriptions ask for in many words, with a question of its own. */
export const competencyWordsSchema = z.object({
  code,
  name: z.string().min(2).max(12),
  /** Code of the question bank's competency that asks for it; absent: the bank has none. */
  bank: z.string().optional(),
  /** Words in a description that ask for it. */
  words: z.array(z.string().min(2).max(16)).min(4),
  /** Codes of dimensions that mean the same. */
  dimensions: z.array(z.string()).min(1),
  /** Asked where the question bank has no item for it. */
  tell: z.string().min(10).max(60),
});
export type CompetencyWords = z.infer<typeof competencyWordsSchema>;

/** All that questions are drafted from. */
export interface SkillCatalogue {
  skills: readonly (Skill & { field: (typeof skillFields)[number] })[];
  competencies: readonly CompetencyWords[];
}
