import type { CompetencyWords, SkillCatalogue } from '@zhiyu/contracts/skill-catalogue';

export type CatalogueSkill = SkillCatalogue['skills'][number];

interface Name {
  text: string;
  skill: CatalogueSkill;
}

const namesOf = new WeakMap<SkillCatalogue, Name[]>();

/** All names, longest first: 小程序开发 before 小程序, JavaScript before Java. */
function names(catalogue: SkillCatalogue): Name[] {
  const known = namesOf.get(catalogue);
  if (known) return known;
  const made = catalogue.skills
    .flatMap((skill) => skill.names.map((name) => ({ text: name.toLowerCase(), skill })))
    .sort((a, b) => b.text.length - a.text.length);
  namesOf.set(catalogue, made);
  return made;
}

/** A Latin word must not be part of a longer one: Java is not in JavaScript, SQL not in NoSQL. */
function standsAlone(text: string, at: number, end: number): boolean {
  const latin = /[a-z0-9+#]/;
  const before = latin.test(text.charAt(at)) && latin.test(text.charAt(at - 1));
  const after = latin.test(text.charAt(end - 1)) && /[a-z+#]/.test(text.charAt(end));
  return !before && !after;
}

function placeOf(text: string, word: string, taken: readonly boolean[]): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const free = taken[at] !== true && taken[at + word.length - 1] !== true;
    if (free && standsAlone(text, at, at + word.length)) return at;
  }
  return -1;
}

/** The catalogue's skills that a text names, in the order of the text, each once. */
export function skillsIn(text: string, catalogue: SkillCatalogue): CatalogueSkill[] {
  const plain = text.toLowerCase();
  const taken: boolean[] = [];
  const found = new Map<CatalogueSkill, number>();
  for (const { text: word, skill } of names(catalogue)) {
    const at = placeOf(plain, word, taken);
    if (at < 0) continue;
    taken.fill(true, at, at + word.length);
    for (let i = at; i < at + word.length; i += 1) taken[i] = true;
    found.set(skill, Math.min(at, found.get(skill) ?? at));
  }
  return [...found].sort((a, b) => a[1] - b[1]).map(([skill]) => skill);
}

/** The skill of exactly this name; null outside the catalogue. */
export function skillNamed(name: string, catalogue: SkillCatalogue): CatalogueSkill | null {
  const wanted = name.trim().toLowerCase();
  return names(catalogue).find(({ text }) => text === wanted)?.skill ?? null;
}

/** Ways of working that a text asks for, the one with most words in it first. */
export function competenciesIn(text: string, catalogue: SkillCatalogue): CompetencyWords[] {
  return catalogue.competencies
    .map((one) => ({ one, hits: one.words.filter((word) => text.includes(word)).length }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits)
    .map(({ one }) => one);
}
