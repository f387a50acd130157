import type { PositionContent, Requirement } from '@zhiyu/contracts/position';
import type { SkillCatalogue } from '@zhiyu/contracts/skill-catalogue';
import { skillNamed, skillsIn } from '../../recruiting/question-drafts/skill-index.js';
import { skillCodeOf } from '../../recruiting/resume/skills.js';
import type { ExperienceRule } from '../../recruiting/screening.rules.js';

/** Something the position asks of a résumé. Degree, major and what a person checks stay with the screening. */
export type Wanted =
  | { of: 'skill'; asked: 'rule' | 'description'; names: string[] }
  | { of: 'language'; asked: 'rule'; names: string[] }
  | { of: 'trade' | 'work'; asked: 'rule'; names: string[]; rule: ExperienceRule };

/** More nobody reads. */
const most = 12;

/** Its rules on skills, experience and languages, then the catalogue's skills that its description names. */
export function wantedIn(
  { requirements, description }: PositionContent,
  catalogue: SkillCatalogue,
): Wanted[] {
  const rules = requirements.flatMap(ofRule);
  const named = new Set(rules.flatMap(({ names }) => names.map((name) => codeOf(name, catalogue))));
  const others = skillsIn(description.zh, catalogue)
    .filter(({ code, names }) => !named.has(code) && !named.has(codeOf(names[0] ?? '', catalogue)))
    .map(({ names }): Wanted => ({
      ...{ of: 'skill', asked: 'description' },
      names: names.slice(0, 1),
    }));
  return [...rules, ...others].slice(0, most);
}

function ofRule(rule: Requirement): Wanted[] {
  if (rule.kind === 'skill' || rule.kind === 'language') {
    return [{ of: rule.kind, asked: 'rule', names: rule.anyOf }];
  }
  // No years are no condition.
  if (rule.kind !== 'experience' || rule.minYears === 0) return [];
  const names = rule.in ?? [];
  return [{ of: names.length > 0 ? 'trade' : 'work', asked: 'rule', names, rule }];
}

function codeOf(name: string, catalogue: SkillCatalogue): string {
  return skillNamed(name, catalogue)?.code ?? skillCodeOf(name) ?? name.trim().toLowerCase();
}
