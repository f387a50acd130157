import { potentialOf } from '@zhiyu/contracts/potential';
import { portraitDimensions } from '@zhiyu/contracts/culture-portraits';
import { portraits } from '@zhiyu/contracts/culture';
import { dimensionSchema, positionContentSchema } from '@zhiyu/contracts/position';
import { potentialRuleSchema, usualPotential } from '@zhiyu/contracts/potential-rule';
import type { Report } from '@zhiyu/contracts/scoring';
import { assess } from '@zhiyu/server/scoring/engine/assess';
import { checkContent } from '@zhiyu/server/recruiting/position.rules';
import { expect } from 'chai';
import { storeStaff } from '../factories/position.js';
import { gradedQuestions } from './engine.answers.js';
import { anAnswer, anInterview, aQuestion } from './engine.cases.js';

function aReport(total: Partial<Report['total']> = {}): Report {
  const [graded] = gradedQuestions;
  if (!graded) throw new Error('no graded question');
  const { question, model } = aQuestion(graded.position, graded.question);
  const report = assess(anInterview(model, [anAnswer(question, graded.strong)]));
  return { ...report, total: { ...report.total, coverage: 1, ...total } };
}

const rule = { ...usualPotential, on: true };

describe('the mark of high potential', () => {
  it('asks for a total of 80 unless the position says otherwise, and is off at first', () => {
    expect(usualPotential).to.deep.equal({ on: false, total: 80, dimensions: [] });
    expect(potentialOf(aReport(), undefined)).to.equal(null);
    expect(potentialOf(aReport(), usualPotential)).to.equal(null);
  });

  it('is met only where the whole error lies at or over the limit, else open or not met', () => {
    const standing = (value: number | null) =>
      potentialOf(aReport({ value, standardError: value === null ? null : 4 }), rule)?.standing;
    expect([84, 83.9, 77, 75.9, null].map(standing)).to.deep.equal([
      'met',
      'open',
      'open',
      'unmet',
      'open',
    ]);
    const half = aReport({ value: 95, standardError: 4, coverage: 0.5 });
    expect(potentialOf(half, rule)?.standing, 'too little measured').to.equal('open');
  });

  it('holds its dimensions as well, each with words of the answers', () => {
    const report = aReport({ value: 90, standardError: 4 });
    const shown = report.dimensions.find(({ value }) => value !== null) ?? expect.fail('measured');
    const missing = report.dimensions.find(({ value }) => value === null);
    const with_ = (code: string, least: number) =>
      potentialOf(report, { ...rule, dimensions: [{ code, least }] });
    const met = with_(shown.code, 1);
    expect(met?.standing).to.equal('met');
    expect(met?.conditions[1]?.evidence).not.to.be.empty;
    expect(with_(shown.code, 100)?.standing).not.to.equal('met');
    expect(with_(missing?.code ?? 'nothing', 10)?.standing, 'unknown is not zero').to.equal('open');
  });

  it('can name nothing but the total and dimensions of the model', () => {
    expect(Object.keys(potentialRuleSchema.shape)).to.deep.equal(['on', 'total', 'dimensions']);
    const content = {
      ...storeStaff(),
      potential: { ...rule, dimensions: [{ code: 'age', least: 5 }] },
    };
    expect(() => checkContent(content, null, () => true))
      .to.throw()
      .with.property('code', 'invalidInput');
  });
});

describe('portraits of culture', () => {
  it('come with five anchors, no weight and no requirement', () => {
    for (const portrait of portraits) {
      const made = dimensionSchema.parse(portraitDimensions[portrait]);
      expect([made.weight, made.requirement, made.culture?.portrait]).to.deep.equal([
        0,
        0,
        portrait,
      ]);
    }
  });

  it('are refused a weight or a requirement without a written reason', () => {
    const content = storeStaff();
    const [first, ...rest] = content.model.dimensions;
    if (!first) throw new Error('no dimension');
    const check = (part: object, weightReason: string, weight = 0.1) => {
      const wolf = {
        ...{ ...portraitDimensions.wolf, weight: 0, ...part },
        culture: { portrait: 'wolf' as const, weightReason },
      };
      const own = { ...first, weight: first.weight - wolf.weight };
      expect(wolf.weight).to.be.most(weight);
      const dimensions = [own, ...rest, wolf];
      const changed = { ...content, model: { ...content.model, dimensions } };
      checkContent(positionContentSchema.parse(changed), null, () => true);
    };
    const why = '这个岗位按个人业绩竞聘，见岗位说明第三条';
    expect(() => check({}, '')).not.to.throw();
    expect(() => check({ weight: 0.1 }, why)).not.to.throw();
    for (const part of [{ weight: 0.1 }, { requirement: 60 }]) {
      expect(() => check(part, '想要'))
        .to.throw()
        .with.property('code', 'invalidInput');
    }
  });

  it('move no total while their weight is 0', () => {
    const [graded] = gradedQuestions;
    if (!graded) throw new Error('no graded question');
    const { question, model } = aQuestion(graded.position, graded.question);
    const asked = { ...question, dimensions: [...question.dimensions, 'drive'].slice(0, 3) };
    const answer = anAnswer(asked, graded.strong);
    const plain = assess(anInterview(model, [answer]));
    const dimensions = [...model.dimensions, portraitDimensions.wolf];
    const with_ = assess(anInterview({ ...model, dimensions }, [answer]));
    expect(with_.total).to.deep.equal(plain.total);
    expect(with_.dimensions.at(-1)).to.include({ code: 'drive', weight: 0 });
  });
});
