import { loadPositionSeeds } from '@zhiyu/config/content';
import { loadSkillCatalogue } from '@zhiyu/config/skills';
import type { PositionContent } from '@zhiyu/contracts/position';
import { extractResume } from '@zhiyu/server/recruiting/resume/extract';
import { assess } from '@zhiyu/server/scoring/engine/assess';
import { resumeBasis } from '@zhiyu/server/scoring/engine/contradictions/resume-basis';
import { claimsIn } from '@zhiyu/server/scoring/resume-check/claims';
import { skillMatches } from '@zhiyu/server/scoring/resume-check/skill-match';
import { expect } from 'chai';
import { anAnswer, anInterview, aQuestion } from './engine.cases.js';

const text = `王小明，男，1990年生
教育经历
2014.09-2018.06 河海大学 市场营销 本科
工作经历
2019.03-2021.02 永辉超市 理货员
负责门店日常工作，认真踏实
重新设计日配区陈列，损耗率降低了30%
组织新员工培训，制定上架流程
2021.03-2024.02 云帆软件 后端开发工程师
用 SpringBoot 和 MySQL 重构订单接口
技能
Redis、Excel`;
const other = text
  .replace('王小明，男，1990年生', '赵丽，女，1975年生')
  .replace('河海大学', '清华大学');

const readOf = (words: string) => {
  const parsed = extractResume({ text: words, hidden: [], pages: 1, warnings: [] }, 'text');
  return { parsed, basis: resumeBasis(parsed, '2024-11'), now: Date.UTC(2024, 10, 15) };
};
const read = readOf(text);
const { basis } = read;
const catalogue = loadSkillCatalogue();
const seed = loadPositionSeeds()[0] ?? expect.fail('a position');
const position: PositionContent = {
  ...seed,
  description: { zh: '负责后端服务的开发。' },
  requirements: [
    { id: 'a', kind: 'skill', anyOf: ['MySQL', 'PostgreSQL'] },
    { id: 'b', kind: 'skill', anyOf: ['Redis'] },
    { id: 'c', kind: 'skill', anyOf: ['Kubernetes'] },
    { id: 'd', kind: 'experience', minYears: 2, in: ['开发', '后端'] },
    { id: 'e', kind: 'experience', minYears: 5, in: ['理货', '超市'] },
  ],
};

function spoken(words: string) {
  const { question, model } = aQuestion('store-staff', 'return-conflict');
  const report = assess({ ...anInterview(model, [anAnswer(question, words)]), resume: basis });
  return { answers: report.answers, contradictions: report.contradictions ?? [] };
}

const standingOf = (line: number, said: Parameters<typeof claimsIn>[1]) =>
  claimsIn(basis, said).find((one) => one.line === line);

describe('a résumé beside its position', () => {
  it('finds each skill asked for by its names, with years and line; what is not written is unknown', () => {
    const matches = skillMatches(read, position, catalogue);
    const found = matches.map(({ wanted, standing, years, line }) => [
      wanted[0],
      standing,
      years,
      line,
    ]);
    expect(found.slice(0, 5)).to.deep.equal([
      ['MySQL', 'met', 3, 10],
      ['Redis', 'partly', null, 12],
      ['Kubernetes', 'unknown', null, null],
      ['开发', 'met', 3, 9],
      ['理货', 'partly', 2, 5],
    ]);
  });

  it('is the same for another name, sex, age and school', () => {
    expect(skillMatches(readOf(other), position, catalogue)).to.deep.equal(
      skillMatches(read, position, catalogue),
    );
    expect(claimsIn(readOf(other).basis, null)).to.deep.equal(claimsIn(basis, null));
  });

  it('tells what can be asked about from what says nothing', () => {
    expect(standingOf(6, null)).to.deep.include({ standing: 'vague', ground: 'general' });
    expect(standingOf(7, null)).to.deep.include({ standing: 'probe', ground: 'figure' });
    expect(standingOf(8, null)).to.deep.include({ standing: 'probe', ground: 'deed' });
  });

  it('takes a line as borne out by own details with the same figure only', () => {
    const told =
      '我把日配区的陈列重新设计了一遍，临期的放前面，两个月以后损耗率降低了百分之三十，店长让别的区照着做。';
    const line = standingOf(7, spoken(told));
    expect(line).to.deep.include({ standing: 'verified', ground: 'answer' });
    expect(line?.by).to.deep.include({ from: 'answer', answerId: 'answer-0' });
    const without = told.replace('降低了百分之三十', '低了不少');
    expect(standingOf(7, spoken(without))).to.deep.include({ standing: 'probe' });
    const others = told.replace('我把', '他们把');
    expect(standingOf(7, spoken(others))).to.deep.include({ standing: 'probe' });
  });

  it('puts a line that an answer says otherwise among those to ask about', () => {
    const line = standingOf(7, spoken('在永辉超市我把损耗率降低了百分之六十，那时候我管日配区。'));
    expect(line).to.deep.include({ standing: 'probe', ground: 'apart' });
  });
});
