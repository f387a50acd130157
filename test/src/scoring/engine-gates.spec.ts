import { expect } from 'chai';
import type { Locale } from '@zhiyu/contracts/basics';
import type { Question } from '@zhiyu/contracts/position';
import type { Gate } from '@zhiyu/contracts/scoring';
import { scoreAnswer } from '@zhiyu/server/scoring/engine/assess';
import { anAnswer, aQuestion, aRecording } from './engine.cases.js';

const { question, model } = aQuestion('bank-teller', 'angry-customer');
const knowledge = aQuestion('store-staff', 'expiry-dates');

function gateOf(text: string, locale: Locale = 'zh'): Gate | null {
  return scoreAnswer(anAnswer(question, text, { locale }), model, locale).gate;
}

describe('gates of the local engine', () => {
  const cases: [Gate, string, string][] = [
    ['empty', 'nothing', ''],
    ['empty', 'spaces', ' \n　 '],
    ['nonsense', 'signs only', '……！！？？。。。'],
    [
      'nonsense',
      'one word again and again',
      '我会努力我会努力我会努力我会努力我会努力我会努力我会努力我会努力',
    ],
    ['nonsense', 'one character', '啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊'],
    ['nonsense', 'random characters', '瓮砾蹊妪搪哓氤篦桠迥箬疃楦舾钣砗涮埕咄檠'],
    ['nonsense', 'keyboard mash', 'asdfjkl qwerqwer zxcvzxcv asdfasdf hjklhjkl'],
    ['nonsense', 'no vowels', 'sdkfj wlkrj xcvmn qwrtp sdfgh klmnb'],
    [
      'nonsense',
      'placeholder text',
      'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod',
    ],
    ['nonsense', 'key words run together', '道歉回访听她说完请到旁边复盘放慢语速排队分流'],
    [
      'nonsense',
      'a list of key words',
      '道歉、回访、听她说完、请到旁边、复盘、放慢、满意、投诉减少、排队、叫号',
    ],
    [
      'wrongLanguage',
      'English in a Chinese interview',
      'I listened to the customer and then I helped him with the form at once.',
    ],
    [
      'wrongLanguage',
      'Japanese in a Chinese interview',
      'お客様のお話を最後まで聞いて、お詫びしてから手続きをしました。',
    ],
    ['echo', 'the question', question.text.zh],
    ['echo', 'the question and its hint', `${question.text.zh}${question.hint?.zh ?? ''}`],
    ['tooShort', 'a few words', '我会道歉的'],
  ];
  for (const [gate, what, text] of cases) {
    it(`${gate}: ${what}`, () => {
      const score = scoreAnswer(anAnswer(question, text), model, 'zh');
      expect(score.gate).to.equal(gate);
      expect(score.gateReason).to.match(/没有得分/);
      for (const dimension of score.dimensions) {
        expect(dimension.value).to.equal(null);
        expect(dimension.evidence).to.deep.equal([]);
      }
    });
  }

  it('noTranscript: recorded, and nobody has written it down', () => {
    const answer = { ...anAnswer(question, ''), transcript: null, hasMedia: true };
    expect(scoreAnswer(answer, model, 'zh').gate).to.equal('noTranscript');
    expect(scoreAnswer({ ...answer, hasMedia: false }, model, 'zh').gate).to.equal('empty');
  });

  it('uncertainTranscript: the recogniser does not trust itself; a typed one has no such doubt', () => {
    const text = '那天我先听客户说完，再向他道歉，最后十分钟办好了。';
    const heard = aRecording(question, [{ text, from: 0, to: 8, confidence: 0.41 }], 8);
    const score = scoreAnswer(heard, model, 'zh');
    expect(score.gate).to.equal('uncertainTranscript');
    expect(score.gateReason).to.contain('41%');
    const sure = aRecording(question, [{ text, from: 0, to: 8, confidence: 0.9 }], 8);
    expect(scoreAnswer(sure, model, 'zh').gate).to.equal(null);
  });

  it('says the reason in the language of the interview', () => {
    const score = scoreAnswer(anAnswer(question, '', { locale: 'en' }), model, 'en');
    expect(score.gateReason).to.equal('There was no answer, so there is no score.');
  });

  it('English: French, lists and echoes are gated, plain answers are not', () => {
    expect(
      gateOf("J'ai écouté le client et je lui ai dit que je suis désolé pour cette erreur.", 'en'),
    ).to.equal('wrongLanguage');
    expect(
      gateOf('listened, apologised, calm voice, options, followed up, checklist, queue', 'en'),
    ).to.equal('nonsense');
    expect(gateOf(question.text.en ?? '', 'en')).to.equal('echo');
    expect(
      gateOf('A man was angry because his card did not work, so I listened and fixed it.', 'en'),
    ).to.equal(null);
  });

  it('a real answer with foreign words, fillers, a stutter or the question before it is kept', () => {
    const story =
      '那天一位客户的 ATM 卡被吞了，他很急，我先请他到旁边坐，然后帮他联系后台，二十分钟拿回来了。';
    expect(gateOf(story)).to.equal(null);
    expect(gateOf(`嗯，那个，就是说，${story}`)).to.equal(null);
    expect(gateOf(`那天那天那天，${story}我我我当时也有点急。`)).to.equal(null);
    expect(gateOf(`${question.text.zh}${story}`)).to.equal(null);
    expect(
      gateOf(
        '大爷说我多扣了他钱，吼得厉害，我就把流水打出来一条条给他念，念到第三条他说哦是我自己取的。',
      ),
    ).to.equal(null);
  });

  it('code, formulas and a rare word that comes back are no nonsense', () => {
    const stack = '入栈s1表示进栈，若要出队，先入栈s2再出栈，若栈s1为空则栈空。';
    const code =
      '我会写 if (a && b) { return "x"; }，再用 stack<int> 保存，复杂度是 n/2 或者 2^(n-1)。';
    for (const text of [stack, code]) {
      const score = scoreAnswer(anAnswer(knowledge.question, text), knowledge.model, 'zh');
      expect(score.gate, text).to.equal(null);
      expect(score.ignored, text).to.deep.equal([]);
    }
  });

  it('a formula is short and says enough; the question with its answer in it is no echo', () => {
    const counted: Question = {
      ...knowledge.question,
      text: { zh: '插入一个元素需要平均移动的元素个数是多少？' },
    };
    const gate = (text: string) => {
      const asked = { ...anAnswer(counted, text), questionText: counted.text.zh };
      return scoreAnswer(asked, knowledge.model, 'zh').gate;
    };
    for (const text of ['2^(n-1)', 'n/2', 'O(n)', '2 ^（n-1）', 'pow(2, n-1)']) {
      expect(gate(text), text).to.equal(null);
    }
    expect(gate('插入一个元素需要平均移动的元素个数是n/2。')).to.equal(null);
    expect(gate('插入一个元素需要平均移动的元素个数是多少')).to.equal('echo');
    expect(gate('第1题：插入一个元素需要平均移动的元素个数是多少')).to.equal('echo');
    expect(gate('1')).to.equal('tooShort');
    expect(gateOf('2^(n-1)')).to.equal('tooShort');
  });

  it('a long answer is not repetition', () => {
    const steps = ['先听', '再问', '然后查', '接着打', '最后送'];
    const things = [
      '客户的存折',
      '柜台的凭证',
      '后台的流水',
      '主管的授权',
      '大厅的叫号机',
      '同事的记录',
      '网点的监控',
    ];
    const text = steps
      .flatMap((step, i) => things.map((thing) => `第${String(i + 1)}天我${step}${thing}`))
      .join('，');
    expect(gateOf(text)).to.equal(null);
    const english = Array.from(
      { length: 40 },
      (_, i) =>
        `On day ${String(i)} I asked customer number ${String(i * 7)} what went wrong and wrote it down`,
    );
    expect(gateOf(english.join('. '), 'en')).to.equal(null);
  });

  it('a list is an answer to a knowledge question', () => {
    const list = anAnswer(
      knowledge.question,
      '收货验日期，先进先出，每天检查，临期登记打折，过期下架封存',
    );
    const score = scoreAnswer(list, knowledge.model, 'zh');
    expect(score.gate).to.equal(null);
    expect(score.dimensions.some((dimension) => dimension.level !== null)).to.equal(true);
  });

  it('a list of key words behind a story adds nothing', () => {
    const story = '那天一位客户发火，我叫他等一下，然后把单子重新打了一遍，他拿了就走了。';
    const clean = scoreAnswer(anAnswer(question, story), model, 'zh');
    const stuffed = scoreAnswer(
      anAnswer(question, `${story}道歉，回访，听她说完，请到旁边，复盘，深呼吸`),
      model,
      'zh',
    );
    expect(stuffed.dimensions).to.deep.equal(clean.dimensions);
    expect(stuffed.ignored.every((part) => part.kind === 'list')).to.equal(true);
    expect(stuffed.ignored).to.not.deep.equal([]);
  });
});
