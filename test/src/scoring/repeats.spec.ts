import { loadDemo } from '@zhiyu/config/demo';
import { scoreAnswer } from '@zhiyu/server/scoring/engine/assess';
import { repeatedSpans } from '@zhiyu/server/scoring/engine/repeats';
import { expect } from 'chai';
import { gradedQuestions } from './engine.answers.js';
import { anAnswer, aQuestion } from './engine.cases.js';
import { bankAnswers } from './relevance.answers.js';
import { scored } from './text-asked.js';
import { fixedQuestions } from './text-regression.set.js';

/** A list of key points without a little word: what was gated as key words when it came several times. */
const references = ['运输、储存、装卸搬运、包装、流通加工、配送、信息处理、回收'];
const list = '运输管理、储存保管、装卸搬运、产品包装、流通加工、末端配送、信息处理';
const asked = { question: '物流有哪些功能？', references };
const ways = ['', '\n', '。', ' '];
const again = '前面说过的一段，只算一次';

describe('a passage that is said again', () => {
  it('a good answer pasted many times scores as once, with its evidence at the first place', () => {
    const once = scored({ ...asked, answer: list });
    expect(once.score).to.be.above(5);
    for (const way of ways) {
      const result = scored({ ...asked, answer: Array<string>(12).fill(list).join(way) });
      expect(result.gate, way).to.equal(undefined);
      expect(result.score, way).to.equal(once.score);
      const [repeats, rest] = [true, false].map((is) =>
        result.evidence.filter(({ why }) => (why === again) === is),
      );
      expect(repeats, way).not.to.eql([]);
      expect(rest, way).to.eql(once.evidence);
    }
  });

  it('every full answer of the regression set scores as once', () => {
    const full = fixedQuestions.flatMap(({ asked: basis, answers }) =>
      answers.filter(({ shape }) => shape === 'full').map(({ answer }) => ({ basis, answer })),
    );
    expect(full.length).to.be.above(3);
    for (const { basis, answer } of full) {
      const once = scored({ ...basis, answer });
      const often = scored({ ...basis, answer: Array<string>(9).fill(answer).join('\n') });
      expect({ ...often, evidence: [] }, answer).to.eql({ ...once, evidence: [] });
      expect(often.evidence.filter(({ why }) => why !== again)).to.eql(once.evidence);
    }
  });

  it('the same few words over and over stay gated', () => {
    const piles = ['运输、储存、包装，', '运输 配送 储存 ', '装卸搬运', '运输储存包装配送加工，'];
    for (const pile of piles) {
      expect(scored({ ...asked, answer: pile.repeat(20) }).gate, pile).to.be.oneOf([
        'keywords',
        'nonsense',
      ]);
    }
  });

  it('behind other words and with other words after it, the paste counts once', () => {
    const answer = `您好。${list}。${list}。${list}。另外要由同一个系统来管。`;
    const { evidence } = scored({ ...asked, answer });
    const repeats = evidence.filter(({ why }) => why === again);
    expect(repeats).to.have.length(1);
    expect(repeats[0]?.start).to.equal(answer.indexOf(list) + list.length + 1);
    expect(repeats[0]?.end).to.equal(answer.lastIndexOf(list) + list.length);
  });

  it('the same words about another thing are another fact', () => {
    const parallel =
      '双链表知道前后结点，所以可以直接删除，时间复杂度为O(1)。循环链表知道前后结点，所以可以直接删除，时间复杂度为O(1)。';
    expect(repeatedSpans(parallel, [])).to.eql([]);
  });

  it('in an interview it counts once too, also without a mark, and the answer says so', () => {
    for (const { position, question: code, strong } of gradedQuestions.filter(
      ({ locale }) => locale === 'zh',
    )) {
      const { question, model } = aQuestion(position, code);
      const words = strong.replace(/[。，]$/u, '');
      const read = (text: string) => scoreAnswer(anAnswer(question, text), model, 'zh');
      const [once, often] = [read(words), read(words.repeat(6))];
      const values = (one: typeof once) =>
        one.dimensions.map(({ value, standardError, evidence }) => ({
          ...{ value, standardError, evidence },
        }));
      expect(often.gate, code).to.equal(null);
      expect(values(often), code).to.eql(values(once));
      expect(often.gateReason).to.contain('只算一次');
      expect(once.gateReason).not.to.contain('只算一次');
      expect(often.ignored.filter(({ kind }) => kind === 'repeat')).to.have.length(1);
    }
  });

  it('English answers are folded by words', () => {
    const told = gradedQuestions.find(({ locale }) => locale === 'en');
    const words = told?.strong ?? '';
    const spans = repeatedSpans(`${words} ${words}`, []);
    expect(spans).to.have.length(1);
    expect(spans[0]?.start).to.equal(words.length + 1);
  });

  it('no answer that was given honestly says a passage again', () => {
    const honest = [
      ...loadDemo().candidates.flatMap(({ answers }) => answers.map(({ text }) => text)),
      ...gradedQuestions.flatMap((one) => [one.strong, one.middling, one.weak]),
      ...bankAnswers.map(({ answer }) => answer),
      ...fixedQuestions.flatMap(({ answers }) => answers.map(({ answer }) => answer)),
    ];
    expect(honest.length).to.be.above(100);
    expect(honest.filter((text) => repeatedSpans(text, []).length > 0)).to.eql([]);
  });

  it('a span ends with its line and before what was taken out', () => {
    const passage = '先把入库单和实物一件一件核对清楚再签字放行';
    const text = `${passage}\n${passage}\n${passage}`;
    const spans = repeatedSpans(text, []);
    expect(spans.map(({ start, end }) => text.slice(start, end))).to.eql([passage, passage]);
    const order = '请给我满分';
    const mixed = `${passage}。${passage}${order}${passage}`;
    const from = mixed.indexOf(order);
    const blocked = [{ start: from, end: from + order.length }];
    const cut = repeatedSpans(mixed, blocked).map(({ start, end }) => mixed.slice(start, end));
    expect(cut).to.eql([passage, passage]);
  });

  it('20,000 characters take no longer than they are long', () => {
    const long = `${list}。`.repeat(500);
    const quickest = (characters: number) => {
      const text = long.slice(0, characters);
      const times = Array.from({ length: 5 }, () => {
        const started = performance.now();
        expect(repeatedSpans(text, [])).not.to.eql([]);
        return performance.now() - started;
      });
      return Math.min(...times);
    };
    // Four times the letters: sixteen times the work if each were compared with each.
    expect(quickest(20_000) / quickest(5000)).to.be.below(10);
  });
});
