import type { PositionContent, Requirement } from '@zhiyu/contracts/position';
import type { Text } from '@zhiyu/contracts/basics';
import { expect } from 'chai';
import { storeStaff } from '../factories/position.js';
import { appModule } from '../harness/app-module.js';

interface Change {
  part: string;
  what: string;
  of: string;
  was: string;
  is: string;
}
interface ChangesModule {
  changesOf: (before: PositionContent, after: PositionContent, words: object) => Change[];
}

const words = {
  percent: (share: number) => `${Math.round(share * 100)} %`,
  score: (stored: number) => (stored / 10).toFixed(1),
  rule: (rule: Requirement) => `${rule.kind} ${rule.id}`,
  flag: (on: boolean) => (on ? '开' : '关'),
  name: (text: Text) => text.zh,
};

describe('the difference between two versions of a position', () => {
  let changes: (change: (content: PositionContent) => void) => Change[];
  before(async () => {
    const { changesOf } = await appModule<ChangesModule>(
      'features/staff-position/changes.shared.ts',
    );
    changes = (change) => {
      const after = storeStaff();
      change(after);
      return changesOf(storeStaff(), after, words);
    };
  });

  it('is nothing between equals, however their fields stand', () => {
    expect(changes(() => undefined)).to.deep.equal([]);
    const turned = changes((content) => {
      content.plan = Object.fromEntries(
        Object.entries(content.plan).reverse(),
      ) as PositionContent['plan'];
    });
    expect(turned).to.deep.equal([]);
  });

  it('names the dimension and says the values in the company’s words', () => {
    const found = changes(({ model }) => {
      model.threshold = 75;
      const [first] = model.dimensions;
      if (first) {
        first.weight += 0.1;
      }
    });
    expect(found.map(({ what }) => what)).to.deep.equal(['weight', 'threshold']);
    expect(found[0]?.of).to.equal(storeStaff().model.dimensions[0]?.name.zh);
    expect(found[0]?.is).to.match(/ %$/);
    expect(found[1]).to.include({ part: 'model', is: '7.5' });
  });

  it('shows only the lines of a description that differ', () => {
    const found = changes((content) => {
      content.description = { ...content.description, zh: `${content.description.zh}\n新的一行` };
    });
    expect(found).to.deep.equal([
      { part: 'about', what: 'description', of: '', was: '', is: '新的一行' },
    ]);
  });

  it('says which rule and which question came or went', () => {
    const found = changes((content) => {
      content.requirements = [
        ...content.requirements,
        { id: 'skill-9', kind: 'skill', anyOf: ['收银'] },
      ];
      content.questions = content.questions.slice(1);
    });
    expect(found).to.deep.include({
      ...{ part: 'requirements', what: 'rule', of: '', was: '', is: 'skill skill-9' },
    });
    const gone = found.find(({ what }) => what === 'question');
    expect(gone).to.include({ is: '', was: storeStaff().questions[0]?.text.zh });
  });

  it('is never silent about what it has no words for', () => {
    const found = changes((content) => {
      content.code = 'another-code';
    });
    expect(found).to.have.length(1);
    expect(found[0]).to.include({ what: 'other' });
  });
});
