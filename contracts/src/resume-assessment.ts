import { z } from 'zod';
import { passageSchema } from './contradictions.js';

/** verified = words of an answer bear it out in detail; vague = nothing in it can be checked; probe = worth a question. */
export const claimStandings = ['verified', 'vague', 'probe'] as const;
/** Why: an answer gives details; an answer says it otherwise; nothing concrete; a figure nobody asked about; a deed nobody asked about. */
export const claimGrounds = ['answer', 'apart', 'general', 'figure', 'deed'] as const;

/** A line of the résumé with what is known of it; 1-based. It moves no score. */
export const resumeClaimSchema = z.object({
  line: z.number().int().positive(),
  text: z.string(),
  standing: z.enum(claimStandings),
  ground: z.enum(claimGrounds),
  /** The words that bear it out or say it otherwise. */
  by: passageSchema.nullable(),
  /** It has a figure or names a deed; absent: not looked at. */
  concrete: z.boolean().optional(),
});
export type ResumeClaim = z.infer<typeof resumeClaimSchema>;

/** met = used in a job or project; partly = only listed, or for less time than asked; unknown = the résumé does not say: not zero. */
export const matchStandings = ['met', 'partly', 'unknown'] as const;
/** A skill, work in a trade, work of any kind, a language or its level. */
export const wantedKinds = ['skill', 'trade', 'work', 'language'] as const;
export const skillMatchSchema = z.object({
  /** Absent, as in answers of an older server: a skill or trade. */
  of: z.enum(wantedKinds).optional(),
  /** A rule of the position asks for it, or its description names it; absent: not told apart. */
  asked: z.enum(['rule', 'description']).optional(),
  /** As the position asks; several where any of them will do; none: work of any kind. */
  wanted: z.array(z.string()),
  standing: z.enum(matchStandings),
  /** The name by which the résumé says it; null where it does not. */
  found: z.string().nullable(),
  /** Years of the jobs that name it, counted once where they overlap; null where none has dates. */
  years: z.number().nonnegative().nullable(),
  /** Years that the position asks for; null where it names none. */
  wantedYears: z.number().nonnegative().nullable(),
  line: z.number().int().positive().nullable(),
  /** Null also where the line says who somebody is. */
  lineText: z.string().nullable(),
  /** Lines of the jobs and projects whose months are in `years`. */
  yearsFrom: z.array(z.number().int().positive()).optional(),
  /** One of them has no dates, so `years` may be too few. */
  undated: z.boolean().optional(),
});
export type SkillMatch = z.infer<typeof skillMatchSchema>;

/** A change of trade, a project whose words show no result, time between two jobs: facts, neither good nor bad. */
export const resumeNoteSchema = z.object({
  kind: z.enum(['change', 'project', 'gap']),
  text: z.string(),
  line: z.number().int().positive().nullable(),
});
export type ResumeNote = z.infer<typeof resumeNoteSchema>;

export const resumeAssessmentSchema = z.object({
  claims: z.array(resumeClaimSchema),
  skills: z.array(skillMatchSchema),
  notes: z.array(resumeNoteSchema),
});
export type ResumeAssessment = z.infer<typeof resumeAssessmentSchema>;
