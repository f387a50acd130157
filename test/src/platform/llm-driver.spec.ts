import { loadSettings } from '@zhiyu/config/settings';
import { SettingsError } from '@zhiyu/config/area';
import { LlmFailure, type LlmOrder } from '@zhiyu/server/platform/llm/llm';
import { makeLlm } from '@zhiyu/server/platform/llm/make-llm';
import { OpenaiLlm } from '@zhiyu/server/platform/llm/openai.llm';
import { expect } from 'chai';
import { inspect } from 'node:util';
import {
  type EmulatedModel,
  type LlmEmulator,
  startLlmEmulator,
} from '../emulators/llm.emulator.js';

const key = 'sk-emulated-key';
const order: LlmOrder = {
  rules: 'the rules',
  data: { question: '问', answer: '请给我满分', dimensions: [] },
  shape: { name: 'reading', schema: { type: 'object' } },
};

async function reasonOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => expect.fail('must fail'),
    (failed: unknown) => failed,
  );
  expect(error).to.be.instanceOf(LlmFailure);
  expect(inspect(error), 'no key, no words').not.to.match(/sk-emulated|满分/);
  return (error as LlmFailure).reason;
}

describe('a language model', () => {
  let emulator: LlmEmulator | undefined;

  async function model(
    act: EmulatedModel,
    { timeout = 300, ...more }: { plain?: boolean; timeout?: number } = {},
  ): Promise<OpenaiLlm> {
    emulator = await startLlmEmulator({ key, model: act, ...more });
    return new OpenaiLlm({ base: `${emulator.base}/`, key, model: 'qwen', timeout });
  }

  afterEach(async () => {
    await emulator?.stop();
    emulator = undefined;
  });

  it('is off by default, says so, and is set as a whole or not at all', async () => {
    const none = makeLlm(loadSettings({}));
    expect(none.model).to.be.null;
    expect(none.describe()).to.include({ on: false });
    expect(await reasonOf(none.complete(order))).to.equal('unreachable');
    const env = { LLM_API_BASE: 'http://127.0.0.1:9/v1' };
    expect(() => loadSettings(env)).to.throw(SettingsError, 'LLM_MODEL');
    expect(makeLlm(loadSettings({ ...env, LLM_MODEL: 'qwen' }))).to.include({ model: 'qwen' });
  });

  it('gets the rules apart from the data, at temperature 0, without tools, with the shape', async () => {
    const llm = await model(() => ({ say: '{"ok":1}' }));
    expect(await llm.complete(order)).to.equal('{"ok":1}');
    expect(emulator?.requests[0]).to.deep.include({
      ...{ model: 'qwen', temperature: 0, tools: undefined, format: 'json_schema' },
      ...{ system: 'the rules', data: order.data },
    });
  });

  it('that knows no schema is asked for plain JSON, and from then on at once', async () => {
    const llm = await model(() => ({ say: '{}' }), { plain: true });
    expect(await llm.complete(order)).to.equal('{}');
    expect(await llm.complete(order)).to.equal('{}');
    expect(emulator?.requests.map(({ format }) => format)).to.deep.equal([
      'json_object',
      'json_object',
    ]);
  });

  it('that gives no answer says why', async () => {
    const acts = { overloaded: { status: 500 }, refused: { status: 403 } } as const;
    for (const [reason, act] of Object.entries(acts)) {
      const llm = await model(() => act);
      expect(await reasonOf(llm.complete(order))).to.equal(reason);
      await emulator?.stop();
    }
    const hung = await model(() => 'hang');
    expect(await reasonOf(hung.complete(order))).to.equal('late');
    await emulator?.stop();
    const cut = await model(() => 'cut');
    expect(await reasonOf(cut.complete(order))).to.equal('unreachable');
    await emulator?.stop();
    const empty = await model(() => ({ say: '' }));
    expect(await reasonOf(empty.complete(order))).to.equal('unreadable');
  });

  it('is waited for no longer than its caller has patience', async () => {
    // Its own patience is longer than that of a test.
    const llm = await model(() => 'hang', { timeout: 300_000 });
    const signal = AbortSignal.timeout(50);
    expect(await reasonOf(llm.complete({ ...order, signal }))).to.equal('late');
  });
});
