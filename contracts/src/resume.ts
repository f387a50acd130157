import { z } from 'zod';

/** Where in the extracted text a field stands: character offsets (end exclusive) and the 1-based line. */
export const spanSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  line: z.number().int().positive(),
});
export type Span = z.infer<typeof spanSchema>;

const field = <T extends z.ZodType>(value: T) =>
  z.object({ value, span: spanSchema.nullable(), confidence: z.number().min(0).max(1) });

/** A value read from the résumé, where it stands and how sure that is (0-1). */
export interface Field<T> {
  value: T;
  span: Span | null;
  confidence: number;
}

const text = field(z.string());
/** `YYYY-MM`, `YYYY` or `now`. */
const monthText = field(z.string());

export const educationSchema = z.object({
  school: text.nullable(),
  degree: field(
    z.enum(['none', 'secondary', 'associate', 'bachelor', 'master', 'doctor']),
  ).nullable(),
  major: text.nullable(),
  from: monthText.nullable(),
  to: monthText.nullable(),
});
export const workSchema = z.object({
  company: text.nullable(),
  title: text.nullable(),
  from: monthText.nullable(),
  to: monthText.nullable(),
  description: text.nullable(),
});
export const projectSchema = z.object({
  name: text.nullable(),
  role: text.nullable(),
  from: monthText.nullable(),
  to: monthText.nullable(),
  description: text.nullable(),
});

/** What `zhiyu resume parse FILE` prints. */
export const parsedResumeSchema = z.object({
  name: text.nullable(),
  phone: text.nullable(),
  email: text.nullable(),
  education: z.array(educationSchema),
  work: z.array(workSchema),
  projects: z.array(projectSchema),
  /** `value` is the word as written; `code` its key in the skill list where known. */
  skills: z.array(field(z.string()).extend({ code: z.string().nullable() })),
  languages: z.array(text),
  /** Text of a PDF that a reader cannot see (white, tiny, off the page): reported, never used. */
  hiddenText: z.array(field(z.string())),
  /** The visible text that all spans point into. */
  text: z.string(),
  /** `pdf`, `docx` or `text`. */
  format: z.enum(['pdf', 'docx', 'text']),
  pages: z.number().int().positive(),
  /** What the parser could not do, in words for HR: e.g. a scan without text. */
  warnings: z.array(z.string()),
});
export type ParsedResume = z.infer<typeof parsedResumeSchema>;
export type ParsedEducation = z.infer<typeof educationSchema>;
export type ParsedWork = z.infer<typeof workSchema>;
