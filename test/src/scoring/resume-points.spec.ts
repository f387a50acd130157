import { loadPositionSeeds } from '@zhiyu/config/content';
import { loadSkillCatalogue } from '@zhiyu/config/skills';
import type { PositionContent, Requirement } from '@zhiyu/contracts/position';
import { type ResumeAssessment, resumeAssessmentSchema } from '@zhiyu/contracts/resume-assessment';
import { pointGroups, pointsOf, type ResumePoint } from '@zhiyu/contracts/resume-points';
import { extractResume } from '@zhiyu/server/recruiting/resume/extract';
import { assess } from '@zhiyu/server/scoring/engine/assess';
import { resumeBasis } from '@zhiyu/server/scoring/engine/contradictions/resume-basis';
import { assessmentOf } from '@zhiyu/server/scoring/resume-check/assessment';
import { claimsIn } from '@zhiyu/server/scoring/resume-check/claims';
import { expect } from 'chai';
import { anAnswer, anInterview, aQuestion } from './engine.cases.js';

const head = '王小明 | 男 | 34岁 | 已婚 | Docker';
const text = `${head}
教育经历
2014.09-2018.06 河海大学 市场营销 本科 英语四级
工作经历
2019.03-2021.02 永辉超市 理货员
负责门店日常工作，认真踏实
重新设计日配区陈列，损耗率降低了30%
2022.03-2024.02 云帆软件 后端开发工程师
用 JavaScript 和 Java8 重构订单接口
项目经验
2022.05-2022.08 会员体系升级项目 成员
参与讨论和资料整理
技能
Redis、Excel`;

const rules: Requirement[] = [
  { id: 'a', kind: 'skill', anyOf: ['Java'] },
  { id: 'b', kind: 'skill', anyOf: ['Redis'] },
  { id: 'c', kind: 'skill', anyOf: ['Kubernetes'] },
  { id: 'd', kind: 'skill', anyOf: ['Docker'] },
  { id: 'e', kind: 'experience', minYears: 1, in: ['开发'] },
  { id: 'f', kind: 'experience', minYears: 3, in: ['超市'] },
  { id: 'g', kind: 'experience', minYears: 3 },
  { id: 'h', kind: 'experience', minYears: 0, in: ['银行'] },
  { id: 'i', kind: 'language', anyOf: ['英语六级'] },
  { id: 'j', kind: 'language', anyOf: ['日语'] },
  { id: 'k', kind: 'education', minDegree: 'master' },
];
const seed = loadPositionSeeds()[0] ?? expect.fail('a position');
const catalogue = loadSkillCatalogue();
const told =
  '我把日配区的陈列重新设计了一遍，临期的放前面，两个月以后损耗率降低了百分之三十，店长让别的区照着做。';
const hollow = '我负责门店日常工作，认真踏实，门店日常工作我都做。';

interface Asked {
  requirements?: Requirement[];
  description?: string;
  answer?: string;
}

function assessed(words: string, asked: Asked = {}): ResumeAssessment {
  const { requirements = rules, description = '负责后端服务。', answer } = asked;
  const content: PositionContent = { ...seed, requirements, description: { zh: description } };
  const parsed = extractResume({ text: words, hidden: [], pages: 1, warnings: [] }, 'text');
  const basis = resumeBasis(parsed, '2024-11');
  const { question, model } = aQuestion('store-staff', 'return-conflict');
  const report = answer
    ? assess({ ...anInterview(model, [anAnswer(question, answer)]), resume: basis })
    : null;
  const spoken = report
    ? { answers: report.answers, contradictions: report.contradictions ?? [] }
    : null;
  const read = { parsed, basis, now: Date.UTC(2024, 10, 15) };
  return assessmentOf(read, { content, catalogue, claims: claimsIn(basis, spoken) });
}

/** Why it stands there, what it is about, and its line. */
function short(point: ResumePoint): string {
  switch (point.of) {
    case 'wanted': {
      const { wanted, years, line } = point.match;
      return `${point.as} ${wanted.join()} ${String(years)} @${String(line)}`;
    }
    case 'unnamed':
      return `unnamed ${point.names.join()}`;
    case 'claim':
      return `${point.claim.ground} @${String(point.claim.line)}`;
    case 'note':
      return `${point.note.kind} @${String(point.note.line)}`;
  }
}
const pointsIn = (words: string, asked?: Asked) => {
  const points = pointsOf(assessed(words, asked));
  return Object.fromEntries(pointGroups.map((group) => [group, points[group].map(short)]));
};

describe('strengths, gaps, risks and what to ask', () => {
  it('each stands on its line, or says what was looked for and not found', () => {
    expect(pointsIn(text)).to.deep.equal({
      strengths: ['held Java 2 @9', 'held 开发 2 @8', 'held  4 @5'],
      gaps: [
        'missing Kubernetes null @null',
        'short 超市 2 @5',
        'lower 英语六级 null @3',
        'missing 日语 null @null',
      ],
      risks: ['project @11', 'gap @8'],
      asks: [
        'figure @7',
        'listed Redis null @14',
        'listed Docker null @1',
        'deed @9',
        'general @6',
        'general @12',
      ],
    });
  });

  it('says from which lines years are counted, and that some work has no dates', () => {
    const work = assessed(text).skills.find(({ of }) => of === 'work');
    expect(work?.yearsFrom).to.deep.equal([5, 8]);
    const trade: Requirement[] = [{ id: 'e', kind: 'experience', minYears: 2, in: ['开发'] }];
    const onlyYears = text.replace('2022.03-2024.02', '2022-2023');
    expect(pointsIn(onlyYears, { requirements: trade })['gaps']).to.deep.equal(['short 开发 1 @8']);
    const none = '工作经历\n云帆软件有限公司 后端开发工程师\n重构订单接口';
    const [found] = assessed(none, { requirements: trade }).skills;
    expect(found).to.deep.include({ standing: 'partly', years: null, undated: true });
  });

  it('a line that an answer tells in detail is a strength, and is asked about no more', () => {
    const { strengths, asks } = pointsIn(text, { answer: told });
    expect(strengths).to.include('answer @7');
    expect(asks).not.to.include('figure @7').and.not.include('answer @7');
    const recited = pointsIn(text, { answer: hollow });
    expect(JSON.stringify(recited)).not.to.include('answer @6');
  });

  it('what an answer says otherwise is asked about first', () => {
    const answer = '在永辉超市我把损耗率降低了百分之六十，那时候我管日配区。';
    expect(pointsIn(text, { answer })['asks']?.[0]).to.equal('apart @7');
  });

  it('what only the description names is one sentence after the rules', () => {
    const requirements = rules.slice(2, 3);
    const { gaps } = pointsIn(text, { requirements, description: '会写 SQL，懂消息队列。' });
    expect(gaps).to.deep.equal(['missing Kubernetes null @null', 'unnamed SQL,消息队列']);
  });

  it('a word elsewhere in the résumé is not said to be missing', () => {
    const requirements: Requirement[] = [{ id: 'a', kind: 'skill', anyOf: ['排班'] }];
    const more = `${text}\n自我评价\n做过排班`;
    expect(pointsIn(more, { requirements })['gaps']).to.deep.equal([]);
    expect(pointsIn(more, { requirements })['asks']).to.include('listed 排班 null @16');
  });
});

describe('who somebody is', () => {
  const swapped = text
    .replace(head, '赵丽娟 | 女 | 51岁 | 未婚 | Docker')
    .replace('河海大学', '清华大学');

  it('changes nothing: name, sex, age, marriage, school', () => {
    expect(swapped).not.to.equal(text);
    for (const answer of [undefined, told]) {
      const asked = answer === undefined ? {} : { answer };
      expect(assessed(swapped, asked)).to.deep.equal(assessed(text, asked));
    }
  });

  it('is quoted nowhere: the line is named by its number', () => {
    const all = JSON.stringify(assessed(text));
    expect(all).not.to.match(/王小明|男|34岁|已婚|河海/);
    const docker = assessed(text).skills.find(({ wanted }) => wanted.includes('Docker'));
    expect(docker).to.deep.include({ line: 1, lineText: null });
    const said = text.replace('参与讨论和资料整理', '代表河海大学参加比赛');
    expect(JSON.stringify(assessed(said))).not.to.include('河海');
  });

  it('an assessment of before still opens, its skills read as before', () => {
    const old = resumeAssessmentSchema.parse({
      claims: [{ line: 7, text: '重写', standing: 'verified', ground: 'answer', by: null }],
      skills: [
        {
          ...{ wanted: ['Java'], standing: 'partly', found: 'Java', years: 1, wantedYears: 2 },
          ...{ line: 9, lineText: 'Java' },
        },
      ],
      notes: [],
    });
    const { strengths, gaps, risks, asks } = pointsOf(old);
    expect([strengths, gaps].map((all) => all.map(short))).to.deep.equal([
      ['answer @7'],
      ['short Java 1 @9'],
    ]);
    expect([risks, asks]).to.deep.equal([[], []]);
  });
});
