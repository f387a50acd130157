import { expect } from 'chai';
import { asked, scored } from './text-asked.js';
import { calledContrary, exchangedFacts } from './text-exchanged.set.js';

describe('a fact told of the wrong thing', () => {
  for (const { honest, exchanged, ...basis } of exchangedFacts) {
    const run = (answer: string) => scored(asked({ ...basis, answer }));

    it(`is worth little, told right it is no contradiction: ${basis.question}`, () => {
      const right = honest.map(run);
      const wrong = exchanged.map(run);
      expect(right.filter(calledContrary)).to.eql([]);
      expect(wrong.filter((one) => !calledContrary(one))).to.eql([]);
      const most = Math.max(...wrong.map(({ score }) => score));
      expect(most).to.be.at.most(7);
    });
  }

  it('keeps on average under a tenth, and the right answers over seven tenths', () => {
    const mean = (pick: 'honest' | 'exchanged'): number => {
      const all = exchangedFacts.flatMap(({ honest, exchanged, ...basis }) =>
        (pick === 'honest' ? honest : exchanged).map(
          (answer) => scored({ ...basis, answer }).score,
        ),
      );
      return all.reduce((sum, score) => sum + score, 0) / all.length;
    };
    expect(mean('exchanged')).to.be.below(1);
    expect(mean('honest')).to.be.above(7);
  });

  it('what the reference says of both is nobody’s own', () => {
    const basis = {
      question: '栈和队列有什么相同和不同？',
      references: ['栈是线性结构，后进先出；队列是线性结构，先进先出。'],
    };
    const { evidence, score } = scored({
      ...basis,
      answer: '队列是线性结构，先进先出；栈是线性结构，后进先出。',
    });
    expect(calledContrary(scored({ ...basis, answer: '队列是线性结构。' }))).to.equal(false);
    expect(score, JSON.stringify(evidence)).to.be.above(9);
  });

  it('a condition states no fact, and what is denied of the other thing is no contradiction', () => {
    const references = ['插入时顺序表要移动大量元素，链表只改指针；若队列为空则返回，否则出队。'];
    const question = '顺序表和链表有什么区别？';
    for (const answer of ['链表插入时不要移动大量元素。', '若队列不为空就出队。']) {
      expect(calledContrary(scored({ question, references, answer })), answer).to.equal(false);
    }
  });
});
