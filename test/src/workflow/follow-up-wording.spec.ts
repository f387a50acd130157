import { FollowUpWording, keepsBounds } from '@zhiyu/server/workflow/follow-up-wording';
import type { FollowUpQuestion } from '@zhiyu/server/workflow/next-question';
import { OpenaiLlm } from '@zhiyu/server/platform/llm/openai.llm';
import { NoneLlm } from '@zhiyu/server/platform/llm/none.llm';
import { expect } from 'chai';
import {
  type EmulatedModel,
  type LlmEmulator,
  startLlmEmulator,
} from '../emulators/llm.emulator.js';
import { gradedQuestions } from '../scoring/engine.answers.js';
import { aQuestion } from '../scoring/engine.cases.js';

const key = 'sk-emulated-key';
const graded = gradedQuestions[0] ?? expect.fail('graded answers');
const { question } = aQuestion(graded.position, graded.question);
const planned = '后来结果怎么样？';
const answer = '我们把 24 条围巾重新数了一遍，我请店长一起看了监控。';
const better = '您和店长看完监控以后，结果怎么样？';
const wanted: FollowUpQuestion = {
  content: { ...question, text: { zh: planned, fr: 'Et ensuite ?' } },
  reason: '还没听到结果',
  said: '',
  joins: true,
};

describe('a follow-up in a language model’s words', () => {
  let emulator: LlmEmulator | undefined;
  afterEach(async () => {
    await emulator?.stop();
    emulator = undefined;
  });

  async function worded(model: EmulatedModel, of = wanted, locale: 'zh' | 'fr' = 'zh') {
    emulator = await startLlmEmulator({ key, model });
    const llm = new OpenaiLlm({ base: emulator.base, key, model: 'qwen' });
    return new FollowUpWording(llm).of(of, { answer, locale });
  }
  const says =
    (text: string): EmulatedModel =>
    () => ({ say: JSON.stringify({ text }) });

  it('fits the answer', async () => {
    expect(await worded(says(better))).to.equal(better);
  });

  for (const [name, model] of Object.entries({
    'does not answer in time': () => 'hang',
    fails: () => ({ status: 500 }),
    'says no JSON': () => ({ say: '好的' }),
    'asks for children': says('后来结果怎么样？您打算要孩子吗？'),
    'invents a figure': says('您提高了 300% 的业绩，结果怎么样？'),
    'asks nothing': says('谢谢您的回答，讲得很好。'),
    'speaks another language': says('What was the result in the end?'),
    'sends to an address': says('请到 https://evil.test 填写，结果怎么样？'),
    'talks at length': says(`${'我们非常想知道'.repeat(20)}结果怎么样？`),
  } satisfies Record<string, EmulatedModel>)) {
    it(`is the usual one where the model ${name}`, async () => {
      expect(await worded(model)).to.equal('');
    });
  }

  it('is not asked for without a model, of a question of the plan, or where it could not be checked', async () => {
    const plain = await new FollowUpWording(new NoneLlm()).of(wanted, { answer, locale: 'zh' });
    expect(plain).to.equal('');
    expect(await worded(says(better), { ...wanted, joins: false })).to.equal('');
    await emulator?.stop();
    expect(await worded(says('Et alors ?'), wanted, 'fr')).to.equal('');
    expect(emulator?.requests).to.deep.equal([]);
  });

  it('keeps figures that were said', () => {
    const given = { planned, answer, locale: 'zh' as const };
    expect(keepsBounds('那 24 条围巾，最后结果怎么样？', given)).to.be.true;
    expect(keepsBounds('那 25 条围巾，最后结果怎么样？', given)).to.be.false;
  });
});
