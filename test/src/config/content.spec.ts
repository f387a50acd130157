import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatPosition, loadPositionSeeds, parsePosition } from '@zhiyu/config/content';
import type { PositionContent } from '@zhiyu/contracts/position';
import { anchorFaults } from '@zhiyu/server/scoring/anchor-cues';
import { expect } from 'chai';

function seed(code: string): PositionContent {
  const found = loadPositionSeeds().find((content) => content.code === code);
  if (!found) throw new Error(`no seed ${code}`);
  return found;
}

/** The message with which the changed bank teller is refused; empty when it is taken. */
function refusal(change: (content: PositionContent) => void): string {
  const content = structuredClone(seed('bank-teller'));
  change(content);
  try {
    parsePosition(formatPosition(content), 'broken.yaml');
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

/** Indicators that a clause of the question's own words would show, with the clause. */
function echoesOf(
  { text, indicators }: PositionContent['questions'][number],
  languages: readonly ('zh' | 'en')[],
): string[] {
  return languages.flatMap((language) => {
    const clauses = (text[language] ?? '').toLowerCase().split(/[，。：；？！,.:;?!]/);
    return indicators.flatMap(({ code, cues }) =>
      clauses
        .filter((clause) =>
          cues[language]?.every((group) => group.some((cue) => clause.includes(cue.toLowerCase()))),
        )
        .map((clause) => `${code}: ${clause}`),
    );
  });
}

describe('position seeds', () => {
  it('all load', () => {
    expect(loadPositionSeeds().map((content) => content.code)).to.include.members([
      'bank-teller',
      'store-staff',
    ]);
  });

  it('come back unchanged from their own YAML', () => {
    for (const content of loadPositionSeeds()) {
      expect(parsePosition(formatPosition(content), content.code)).to.deep.equal(content);
    }
  });

  it('ask about every dimension at least twice, and at least once in the default plan', () => {
    for (const { code, model, questions, plan } of loadPositionSeeds()) {
      const planned = questions.filter((question) => plan.questionCodes.includes(question.code));
      for (const dimension of model.dimensions) {
        const asks = (question: (typeof questions)[number]): boolean =>
          question.dimensions.includes(dimension.code);
        expect(questions.filter(asks).length, `${code} ${dimension.code}`).to.be.at.least(2);
        expect(planned.filter(asks).length, `${code} ${dimension.code}`).to.be.at.least(1);
      }
    }
  });

  it('let every question show both weak and strong answers on each of its dimensions', () => {
    for (const { code, questions } of loadPositionSeeds()) {
      for (const question of questions) {
        for (const dimension of question.dimensions) {
          const levels = question.indicators
            .filter((indicator) => indicator.dimension === dimension)
            .map((indicator) => indicator.level);
          const name = `${code} ${question.code} ${dimension}`;
          expect(Math.min(...levels), name).to.be.at.most(3);
          expect(Math.max(...levels), name).to.be.at.least(4);
        }
      }
    }
  });

  it('never reject by machine alone and never ask for a protected attribute', () => {
    for (const { code, requirements, automation } of loadPositionSeeds()) {
      expect(automation.rejectBelowThreshold.on, code).to.equal(false);
      expect(
        requirements.filter((requirement) => requirement.kind === 'protected'),
        code,
      ).to.deep.equal([]);
    }
  });

  it('are in English too, from names to hints: a report in English leaves nothing in Chinese', () => {
    const seeds = loadPositionSeeds();
    for (const { code, name, description, model, questions, nextRound } of seeds) {
      const { dimensions } = model;
      const anchors = [...dimensions, ...questions].flatMap((one) => one.anchors);
      const texts = [
        ...[name, description, nextRound.name],
        ...dimensions.flatMap((one) => [one.name, one.definition]),
        ...questions.flatMap(({ text, hint }) => (hint ? [text, hint] : [text])),
        ...anchors.map(({ text }) => text),
        ...questions.flatMap(({ indicators }) => indicators.map(({ text }) => text)),
      ];
      for (const text of texts) {
        expect(text.en, `${code} ${text.zh}`).to.be.a('string');
        expect(text.en, `${code} ${text.zh}`).to.not.match(/\p{Script=Han}/u);
      }
    }
  });

  it('have cues in English', () => {
    for (const { code, questions } of loadPositionSeeds()) {
      for (const question of questions) {
        for (const { cues, text } of question.indicators) {
          expect(cues.en?.length, `${code} ${question.code} ${text.zh}`).to.be.at.least(1);
        }
      }
    }
  });

  it('find nothing in a clause of their own question: all in English, retail and bank in Chinese too', () => {
    const both = ['bank-teller', 'store-staff'];
    const echoes = loadPositionSeeds().flatMap(({ code, questions }) =>
      questions.flatMap((question) =>
        echoesOf(question, both.includes(code) ? ['zh', 'en'] : ['en']).map(
          (echo) => `${code} ${question.code} ${echo}`,
        ),
      ),
    );
    expect(echoes).to.deep.equal([]);
  });
});

describe('English anchors of the seeds', () => {
  for (const { code } of loadPositionSeeds()) {
    it(`read as they are meant by the cues: ${code}`, () => {
      const faults = seed(code).questions.flatMap(({ code: question, anchors, indicators }) =>
        anchorFaults(anchors, indicators)
          .filter(({ language }) => language === 'en')
          .map(({ level, message }) => `${question} ${String(level)} ${message}`),
      );
      expect(faults).to.deep.equal([]);
    });
  }
});

describe('a broken position', () => {
  it('is refused with the name of the file', () => {
    expect(() => parsePosition('code: [', 'broken.yaml')).to.throw(/^broken\.yaml: /);
    expect(() => parsePosition('code: teller', 'broken.yaml')).to.throw(/^broken\.yaml: attribute/);
  });

  it('is refused with every fault at once', () => {
    const message = refusal((content) => {
      const [first] = content.model.dimensions;
      if (first) first.weight += 0.1;
      content.plan.questionCodes.push('nowhere');
    });
    expect(message.split('\n')).to.deep.equal([
      'broken.yaml: weights add up to 1.100, not 1',
      'broken.yaml: plan: no such question: nowhere',
    ]);
  });

  it('is refused when a question or an indicator names a dimension that is not there', () => {
    const message = refusal((content) => {
      content.questions[0]?.dimensions.push('charm');
      const indicator = content.questions[1]?.indicators[0];
      if (indicator) indicator.dimension = 'charm';
    });
    expect(message).to.contain('no such dimension: charm');
    expect(message).to.contain('not a dimension of it: charm');
  });

  it('is refused when a code is there twice or a level is missing among the anchors', () => {
    const message = refusal((content) => {
      const question = content.questions[0];
      if (!question) return;
      content.questions.push(structuredClone(question));
      for (const anchor of question.anchors) anchor.level = 3;
    });
    expect(message).to.contain('question twice: ');
    expect(message).to.contain('anchors are not of the levels 1 to 5');
  });

  it('stops the whole folder with one error that names each bad file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhiyu-content-'));
    try {
      writeFileSync(join(folder, 'a.yaml'), 'code: a');
      writeFileSync(join(folder, 'b.yaml'), formatPosition(seed('bank-teller')));
      writeFileSync(join(folder, 'c.yaml'), formatPosition(seed('bank-teller')));
      const load = (): unknown => loadPositionSeeds(pathToFileURL(folder + sep));
      expect(load).to.throw(/a\.yaml: attribute/);
      expect(load).to.throw(/position code twice: bank-teller/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
