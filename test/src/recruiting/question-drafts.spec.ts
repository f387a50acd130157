import { loadPositionSeeds } from '@zhiyu/config/content';
import { loadSkillCatalogue } from '@zhiyu/config/skills';
import { type PositionContent, type Question, questionSchema } from '@zhiyu/contracts/position';
import type { DraftView } from '@zhiyu/contracts/question-drafts';
import { draftQuestions } from '@zhiyu/server/recruiting/question-drafts/draft-questions';
import { knowledgeQuestion } from '@zhiyu/server/recruiting/question-drafts/skill-questions';
import { checkContent } from '@zhiyu/server/recruiting/position.rules';
import { scoreAnswer } from '@zhiyu/server/scoring/engine/assess';
import { expect } from 'chai';

const catalogue = loadSkillCatalogue();
const seeds = loadPositionSeeds();

function seed(code: string): PositionContent {
  const found = seeds.find((one) => one.code === code);
  if (!found) throw new Error(`no seed ${code}`);
  return found;
}

const draft = (content: PositionContent): DraftView =>
  draftQuestions({ content, catalogue, bank: () => null });

/** A position as bare as can be, with this text and these words of a skill rule. */
function bare(zh: string, ...anyOf: string[]): PositionContent {
  const content = seed('software-engineer');
  return {
    ...content,
    description: { zh },
    requirements: anyOf.length > 0 ? [{ id: 's', kind: 'skill', anyOf }] : [],
  };
}

/** What the local engine reads out of a typed answer to a knowledge question; level and points shown. */
function reading(question: Question, text: string) {
  const content = seed('software-engineer');
  const transcript = {
    locale: 'zh' as const,
    origin: 'candidate' as const,
    engine: null,
    segments: [{ text, from: null, to: null, confidence: null }],
  };
  const answer = {
    ...{ answerId: 'a', questionIndex: 0, question, questionText: question.text.zh },
    ...{ mode: 'text' as const, attemptId: null, seconds: null, hasMedia: false, transcript },
  };
  const [found] = scoreAnswer(answer, content.model, 'zh').dimensions;
  const evidence = found?.evidence ?? [];
  const against = evidence.filter(({ stance }) => stance === 'against');
  return { level: found?.level ?? 0, shown: evidence.map(({ shows }) => shows), against };
}

const asked = (code: string): Question => {
  const skill = catalogue.skills.find((one) => one.code === code);
  if (!skill) throw new Error(`no skill ${code}`);
  return knowledgeQuestion(skill, {
    code: 'k',
    dimension: 'technicalKnowledge',
    origin: { from: 'requirement', line: 'x', way: 'knowledge', about: code },
  });
};

describe('questions from a job description', () => {
  for (const content of seeds) {
    describe(content.code, () => {
      const view = draft(content);

      it('has every requirement in a line that is asked, drafted, read off the résumé or uncovered', () => {
        for (const { id } of content.requirements) {
          expect(
            view.lines.map((line) => line.id),
            id,
          ).to.include(`r:${id}`);
        }
        expect(view.lines.length).to.be.at.least(5);
      });

      it('can cover at least nine tenths of what has to be asked', () => {
        const asks = view.lines.filter(({ state }) => state !== 'screened');
        const covered = asks.filter(({ state }) => state !== 'uncovered');
        expect(covered.length / asks.length).to.be.at.least(0.9);
      });

      it('drafts full questions that the position takes as they are', () => {
        const drafts = view.drafts.map((one) => questionSchema.parse(one));
        const questions = [...content.questions, ...drafts];
        const taken = { ...content, questions };
        expect(() => checkContent(taken, null, () => true)).not.to.throw();
        const codes = questions.map(({ code }) => code);
        expect(new Set(codes).size).to.equal(codes.length);
      });

      it('names the line that each draft was made for', () => {
        const lines = view.lines.map(({ text }) => text);
        for (const { origin, code } of view.drafts) expect(lines, code).to.include(origin.line);
      });

      it('comes with questions tied to lines that it has, at least two fifths with the one on the résumé', () => {
        const planned = content.questions.filter(({ code }) =>
          content.plan.questionCodes.includes(code),
        );
        const tied = planned.flatMap(({ origin }) => (origin ? [origin.line] : []));
        expect((tied.length + 1) / (planned.length + 1)).to.be.at.least(0.4);
        const lines = view.lines.map(({ text }) => text);
        for (const { origin } of content.questions)
          if (origin) expect(lines).to.include(origin.line);
      });

      it('asks nothing of pay, hours and benefits', () => {
        for (const { text } of view.lines) expect(text).not.to.match(/五险|双休|年假|提成|9:00/);
      });
    });
  }

  it('counts a line as asked once its draft is taken into the plan, and offers it no more', () => {
    const content = bare('', 'SQL');
    const [line] = draft(content).lines;
    expect(line?.state).to.equal('open');
    const taken = draft(content).drafts[0];
    if (!taken) throw new Error('no draft');
    const questions = [...content.questions, taken];
    const plan = { ...content.plan, questionCodes: [...content.plan.questionCodes, taken.code] };
    const after = draft({ ...content, questions, plan });
    expect(after.lines[0]).to.include({ state: 'asked' });
    expect(after.lines[0]?.askedBy).to.deep.equal([taken.code]);
    expect(after.drafts.map(({ code }) => code)).not.to.include(taken.code);
  });

  it('asks knowledge and experience of a skill in the catalogue, by any of its names', () => {
    const { drafts } = draft(bare('', '注意力机制'));
    expect(drafts.map(({ origin }) => [origin.way, origin.about])).to.deep.equal([
      ['knowledge', 'transformer'],
      ['experience', 'transformer'],
    ]);
  });

  it('asks only experience of a skill outside the catalogue, and says so', () => {
    const { drafts, lines } = draft(bare('', 'Zemax 光学设计'));
    expect(lines[0]?.state).to.equal('open');
    expect(drafts).to.have.length(1);
    expect(drafts[0]?.origin).to.deep.include({ way: 'experience', from: 'requirement' });
    expect(drafts[0]?.origin).not.to.have.property('about');
    expect(drafts[0]?.text.zh).to.equal('请讲一次您靠Zemax 光学设计做成一件事的经历。');
  });

  it('shows as uncovered what nothing asks for', () => {
    const { lines } = draft(bare('任职要求：\n1. 形象气质佳。\n2. 熟练掌握 Kubernetes。'));
    expect(lines.map(({ text, state }) => [text, state])).to.deep.equal([
      ['形象气质佳', 'uncovered'],
      ['熟练掌握 Kubernetes', 'open'],
    ]);
  });

  it('does not take Java out of JavaScript, nor a shop’s till for a programmer’s skill', () => {
    const abouts = (zh: string) => draft(bare(zh)).drafts.map(({ origin }) => origin.about);
    expect(abouts('精通 JavaScript 开发')).to.include('javascript').and.not.include('java');
    expect(abouts('维护收银系统的代码')).not.to.include('cashier');
  });

  it('asks a way of working with an item of the bank where there is one', () => {
    const item = { ...asked('sql'), code: 'bank-item', bank: { code: 'bank-item', version: 3 } };
    const content = bare('有团队合作精神');
    const { drafts } = draftQuestions({
      content,
      catalogue,
      bank: (competency) => (competency.bank === 'teamwork' ? item : null),
    });
    expect(drafts.map(({ code, origin }) => [code, origin.way, origin.about])).to.deep.equal([
      ['bank-item', 'bank', 'teamwork'],
    ]);
    expect(draft(content).drafts[0]?.origin.way).to.equal('competency');
  });

  it('gives the same drafts for the same position', () => {
    expect(draft(seed('sales'))).to.deep.equal(draft(seed('sales')));
  });
});

describe('knowledge questions and the local engine', () => {
  const filler = '我来说一下我的理解';

  it('every key point has a word of each of its groups in what it says', () => {
    for (const { code, points } of catalogue.skills) {
      for (const { say, cues } of points) {
        const shown = cues.every((group) => group.some((cue) => say.includes(cue)));
        expect(shown, `${code}: ${say}`).to.equal(true);
      }
    }
  });

  it('a full answer reaches level 4, and nothing in it speaks against', () => {
    for (const { code, points } of catalogue.skills) {
      const question = asked(code);
      const { level, against } = reading(question, points.map(({ say }) => `${say}。`).join(''));
      expect(level, code).to.be.at.least(4);
      expect(against, code).to.deep.equal([]);
    }
  });

  it('a fact turned round is found and speaks against', () => {
    for (const { code, wrong } of catalogue.skills) {
      for (const { say } of wrong) {
        const { shown, level } = reading(asked(code), `${filler}。${say.replace(/^说/, '')}。`);
        expect(shown, code).to.include(say);
        expect(level, `${code}: ${say}`).to.be.at.most(3.25);
      }
    }
  });
});
