import type { ResumeAssessment, ResumeClaim, ResumeNote, SkillMatch } from './resume-assessment.js';

/** Why something the position asks for stands where it does: 'listed' = named, but in no job or project. */
export type WantedAs = 'held' | 'short' | 'undated' | 'lower' | 'listed' | 'missing';

export type ResumePoint =
  | { of: 'wanted'; match: SkillMatch; as: WantedAs }
  /** Skills that the description names and the résumé does not: one sentence, not a gap for each. */
  | { of: 'unnamed'; names: string[] }
  | { of: 'claim'; claim: ResumeClaim }
  | { of: 'note'; note: ResumeNote };

/** A pre-assessment as it is read: nothing stands in two groups. */
export type ResumePoints = Record<(typeof pointGroups)[number], ResumePoint[]>;
export const pointGroups = ['strengths', 'gaps', 'risks', 'asks'] as const;

export function wantedAs({ of, standing, years, wantedYears, undated }: SkillMatch): WantedAs {
  if (standing !== 'partly') return standing === 'met' ? 'held' : 'missing';
  if (of === 'language') return 'lower';
  if (wantedYears === null) return 'listed';
  if (years !== null) return 'short';
  return undated === true ? 'undated' : 'listed';
}

/** Named without years asked for is no gap: it is worth a question where it was used. */
function groupOf({ wantedYears }: SkillMatch, as: WantedAs): keyof ResumePoints {
  if (as === 'held') return 'strengths';
  return as === 'listed' && wantedYears === null ? 'asks' : 'gaps';
}

function unnamedIn(skills: readonly SkillMatch[]): ResumePoint[] {
  const names = skills
    .filter(({ asked, standing }) => asked === 'description' && standing === 'unknown')
    .flatMap(({ wanted }) => wanted);
  return names.length === 0 ? [] : [{ of: 'unnamed', names }];
}

/**
 * Strengths: what is asked for and shown, and lines that an answer tells in detail; gaps: what is asked for and not
 * found, or for less; risks: the path; to ask: lines nobody asked about yet, what an answer says otherwise first. A
 * line without figure or deed that an answer tells of stands nowhere: it is neither.
 */
export function pointsOf({ claims, skills, notes }: ResumeAssessment): ResumePoints {
  const wanted = (group: keyof ResumePoints, byRule: boolean): ResumePoint[] =>
    skills
      .filter(({ asked }) => (asked !== 'description') === byRule)
      .map((match) => ({ of: 'wanted' as const, match, as: wantedAs(match) }))
      .filter(({ match, as }) => groupOf(match, as) === group);
  const told = (fits: (claim: ResumeClaim) => boolean): ResumePoint[] =>
    claims.filter(fits).map((claim) => ({ of: 'claim', claim }));
  return {
    strengths: [
      ...wanted('strengths', true),
      ...told(({ standing, concrete }) => standing === 'verified' && concrete !== false),
      ...wanted('strengths', false),
    ],
    gaps: [...wanted('gaps', true), ...unnamedIn(skills)],
    risks: notes.map((note) => ({ of: 'note', note })),
    asks: [
      ...told(({ ground }) => ground === 'apart'),
      ...told(({ ground }) => ground === 'figure'),
      ...wanted('asks', true),
      ...told(({ ground }) => ground === 'deed'),
      ...wanted('asks', false),
      ...told(({ standing }) => standing === 'vague'),
    ],
  };
}
