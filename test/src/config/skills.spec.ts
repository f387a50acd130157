import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadSkillCatalogue } from '@zhiyu/config/skills';
import { type Skill, skillFields, skillSchema } from '@zhiyu/contracts/skill-catalogue';
import { expect } from 'chai';

const { skills, competencies } = loadSkillCatalogue();
const questions = [
  ...skills.flatMap(({ code, ask, tell }) => [
    { code, text: ask },
    { code, text: tell },
  ]),
  ...competencies.map(({ code, tell }) => ({ code, text: tell })),
];

/** The codes whose question a pattern finds. */
const found = (pattern: RegExp): string[] =>
  questions.filter(({ text }) => pattern.test(text)).map(({ code, text }) => `${code}: ${text}`);

/** Points that a clause of the question itself would show. */
function echoes({ code, ask, points, wrong }: Skill): string[] {
  const clauses = ask.toLowerCase().split(/[，。：；？！,.:;?!、]/);
  return [...points, ...wrong]
    .filter(({ cues }) =>
      clauses.some((clause) =>
        cues.every((group) => group.some((cue) => clause.includes(cue.toLowerCase()))),
      ),
    )
    .map(({ say }) => `${code}: ${say}`);
}

describe('skill catalogue', () => {
  it('has at least 120 skills, 24 for each trade', () => {
    expect(skills.length).to.be.at.least(120);
    for (const field of skillFields) {
      expect(skills.filter((one) => one.field === field).length, field).to.be.at.least(24);
    }
  });

  it('has Chinese and English names, each of one skill only', () => {
    const names = skills.flatMap((skill) => skill.names.map((name) => name.toLowerCase()));
    expect(new Set(names).size).to.equal(names.length);
    const plain = skills.filter((skill) => skill.names.every((name) => !/[a-z]/i.test(name)));
    expect(plain.length, 'skills without an English name').to.be.at.most(skills.length / 4);
  });

  it('gives every skill four to six key points and at least one thing said wrongly', () => {
    const counts = skills.map(({ points }) => points.length);
    expect(Math.min(...counts)).to.be.at.least(4);
    expect(Math.max(...counts)).to.be.at.most(6);
    expect(skills.filter(({ wrong }) => wrong.length === 0)).to.deep.equal([]);
  });

  it('says each point once', () => {
    for (const { code, points, wrong } of skills) {
      const said = [...points, ...wrong].map(({ say }) => say);
      expect(new Set(said).size, code).to.equal(said.length);
    }
  });

  it('asks no yes-or-no question', () => {
    expect(found(/吗|是不是|是否|有没有(?!用)|能否|会不会|可不可以|对不对/)).to.deep.equal([]);
  });

  it('asks one thing at a time', () => {
    expect(found(/[？?].+[？?]|请.*[，；]请|；|另外|还有，|以及|并且/)).to.deep.equal([]);
  });

  it('asks for a story with 请讲, and ends every question', () => {
    const told = [...skills, ...competencies];
    expect(
      told.filter(({ tell }) => !tell.startsWith('请讲')).map(({ tell }) => tell),
    ).to.deep.equal([]);
    expect(questions.filter(({ text }) => !/[。？]$/.test(text))).to.deep.equal([]);
  });

  it('can be read aloud in one breath: 10 to 60 characters', () => {
    const lengths = questions.map(({ text }) => text.length);
    expect(Math.min(...lengths)).to.be.at.least(10);
    expect(Math.max(...lengths)).to.be.at.most(60);
  });

  it('asks nothing about the person', () => {
    expect(found(/结婚|婚姻|孩子|怀孕|年龄|籍贯|户口|宗教|民族|身体|健康|性别/)).to.deep.equal([]);
  });

  it('does not count the words of the question itself as a point', () => {
    expect(skills.flatMap(echoes)).to.deep.equal([]);
  });

  it('asks differently for every skill', () => {
    const texts = questions.map(({ text }) => text);
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).to.deep.equal([]);
  });

  it('refuses a name that stands twice, and says which', () => {
    const folder = mkdtempSync(join(tmpdir(), 'skills-'));
    try {
      const skill = { ...skillSchema.parse(skills[0]), code: 'second' };
      mkdirSync(join(folder, 'skills'));
      const file = { field: 'it', skills: [{ ...skill, code: 'first' }, skill] };
      writeFileSync(join(folder, 'skills', 'it.yaml'), JSON.stringify(file));
      writeFileSync(join(folder, 'competencies.yaml'), JSON.stringify({ competencies }));
      const load = () => loadSkillCatalogue(pathToFileURL(folder + sep));
      expect(load).to.throw(`name twice: ${skill.names[0]?.toLowerCase() ?? ''}`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
