import { z } from 'zod';
import { idSchema, type Locale, localeSchema, momentSchema } from './basics.js';
import { maskModes } from './masking-values.js';
import { scoreScaleSchema } from './score-scale.js';

export const roles = ['interviewer', 'hr', 'manager', 'admin', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** Groups of fields that a right opens. */
export const fieldGroups = ['contact', 'scores', 'performance', 'media'] as const;
export type FieldGroup = (typeof fieldGroups)[number];

export const loginSchema = z.object({
  email: z.string().min(3).max(120),
  password: z.string().min(1).max(200),
});
export type Login = z.infer<typeof loginSchema>;
/** A one-time link: sign-in of the example company, invitation or reset. */
export const linkSchema = z.object({ token: z.string().min(20).max(200) });
export type LinkInput = z.infer<typeof linkSchema>;
export const linkResultSchema = z.object({
  /** A password has to be set before the account can be used. */
  needsPassword: z.boolean(),
  /** Hash path to go to. */
  next: z.string(),
});
export type LinkResult = z.infer<typeof linkResultSchema>;
export const setPasswordSchema = z.object({ password: z.string().min(10).max(200) });
export type SetPassword = z.infer<typeof setPasswordSchema>;

export const meSchema = z.object({
  id: idSchema,
  name: z.string(),
  roles: z.array(z.enum(roles)),
  companyId: idSchema,
  companyName: z.string(),
  locale: localeSchema,
  /** Acts this person may do somewhere: for showing, never for guarding. */
  may: z.array(z.string()),
  /** How this company reads scores. */
  scoreScale: scoreScaleSchema,
  example: z.boolean(),
});
export type Me = z.infer<typeof meSchema>;

export const staffSchema = z.object({
  id: idSchema,
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(roles)),
  departmentId: idSchema.nullable(),
  active: z.boolean(),
  /** False until the invitation link was used. */
  joined: z.boolean(),
  lastSeenAt: momentSchema.nullable(),
});
export type Staff = z.infer<typeof staffSchema>;
export const staffListSchema = z.object({ staff: z.array(staffSchema) });
export type StaffList = z.infer<typeof staffListSchema>;
export const inviteStaffSchema = z.object({
  name: z.string().trim().min(1).max(60),
  email: z.email().max(120),
  roles: z.array(z.enum(roles)).min(1),
  departmentId: idSchema.nullable(),
});
export type InviteStaff = z.infer<typeof inviteStaffSchema>;
export const staffLinkSchema = z.object({
  staffId: idSchema,
  url: z.string(),
  expiresAt: momentSchema,
});
export type StaffLink = z.infer<typeof staffLinkSchema>;
export const changeStaffSchema = z.object({
  id: idSchema,
  roles: z.array(z.enum(roles)).min(1).optional(),
  departmentId: idSchema.nullable().optional(),
  active: z.boolean().optional(),
});
export type ChangeStaff = z.infer<typeof changeStaffSchema>;

export const departmentSchema = z.object({
  id: idSchema,
  name: z.string(),
  parentId: idSchema.nullable(),
  managerId: idSchema.nullable(),
});
export const departmentListSchema = z.object({ departments: z.array(departmentSchema) });
export type DepartmentList = z.infer<typeof departmentListSchema>;
export const saveDepartmentSchema = z.object({
  id: idSchema.optional(),
  name: z.string().trim().min(1).max(60),
  parentId: idSchema.nullable(),
  managerId: idSchema.nullable(),
});
export type SaveDepartment = z.infer<typeof saveDepartmentSchema>;

/** Languages of the staff side. */
export const staffLanguages = ['zh', 'en'] as const;
export type StaffLanguage = (typeof staffLanguages)[number];

/** In which of its languages the staff side speaks to who asks for this one: English, where it has no words for it. */
export function staffLanguageFor(locale: Locale): StaffLanguage {
  return locale === 'zh' ? 'zh' : 'en';
}

export const companySchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Days a recording is kept after the decision. */
  keepDays: z.number().int(),
  /** Candidates may be asked whether the browser's maker may put their speech into words. */
  browserRecognition: z.boolean(),
  /** Of the cards to its own people. */
  staffLanguage: z.enum(staffLanguages),
  /** Candidates get their version of the report, once it is decided. */
  candidateReport: z.boolean(),
  /** Its people rate an interview before they see what the machine gave. */
  scorecardFirst: z.boolean(),
  /** A new version of a position needs a second person's yes. */
  publishApproval: z.boolean(),
  /** The rules of the European Union hold: neither voice nor face can be given a weight. */
  europeanRules: z.boolean(),
  /** An administrator has decided how long recordings are kept; before, it is what the product begins with. */
  keepDaysChosen: z.boolean(),
  /** Whether its people see who a candidate is. */
  masking: z.enum(maskModes),
  /** How scores are shown; what is stored and decided by is always 0–100. */
  scoreScale: scoreScaleSchema,
  example: z.boolean(),
  /** Address of its picture, which anybody may look at; null = none, its first character stands for it. */
  logo: z.string().nullable(),
});
export type Company = z.infer<typeof companySchema>;
export const changeCompanySchema = z.object({
  name: z.string().trim().min(1).max(60).optional(),
  keepDays: z.number().int().min(7).max(1095).optional(),
  browserRecognition: z.boolean().optional(),
  staffLanguage: z.enum(staffLanguages).optional(),
  candidateReport: z.boolean().optional(),
  scorecardFirst: z.boolean().optional(),
  publishApproval: z.boolean().optional(),
  europeanRules: z.boolean().optional(),
  masking: z.enum(maskModes).optional(),
  scoreScale: scoreScaleSchema.optional(),
});
export type ChangeCompany = z.infer<typeof changeCompanySchema>;

export const auditEntrySchema = z.object({
  sequence: z.number().int(),
  at: momentSchema,
  actor: z.string(),
  verb: z.string(),
  object: z.string(),
  ground: z.string(),
  allowed: z.boolean(),
  /** Null for what is nobody, and for candidates whom the reader may not see. */
  actorName: z.string().nullable(),
  /** What `object` belongs to; null where it is nothing of these. */
  about: z
    .object({
      kind: z.enum(['candidate', 'position', 'staff']),
      /** Of the application, the position or the colleague. */
      id: idSchema,
      /** Null for candidates whom the reader may not see. */
      name: z.string().nullable(),
    })
    .nullable(),
});
export const listAuditSchema = z.object({ before: z.coerce.number().int().optional() });
export type ListAudit = z.infer<typeof listAuditSchema>;
export const auditPageSchema = z.object({
  entries: z.array(auditEntrySchema),
  /** The chain was recomputed over the whole log: the first broken sequence, or null. */
  brokenAt: z.number().int().nullable(),
  next: z.number().int().nullable(),
});
export type AuditPage = z.infer<typeof auditPageSchema>;

export const engineSchema = z.object({
  name: z.string(),
  on: z.boolean(),
  /** What it is, or what its absence means. */
  meaning: z.string(),
  /** How to switch it on; empty when it is on. */
  how: z.string(),
});
export type Engine = z.infer<typeof engineSchema>;
export const systemSchema = z.object({
  version: z.string(),
  database: z.string(),
  engines: z.array(engineSchema),
  jobs: z.object({ ready: z.number().int(), leased: z.number().int(), dead: z.number().int() }),
  deadJobs: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      attempts: z.number().int(),
      lastError: z.string(),
      at: momentSchema,
    }),
  ),
});
export type SystemState = z.infer<typeof systemSchema>;
export const replayJobSchema = z.object({ id: idSchema });
export type ReplayJob = z.infer<typeof replayJobSchema>;

export const holidaySchema = z.object({
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  working: z.boolean(),
});
export const holidayListSchema = z.object({ days: z.array(holidaySchema) });
export type HolidayList = z.infer<typeof holidayListSchema>;
