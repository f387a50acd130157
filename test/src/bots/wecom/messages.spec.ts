import { expect } from 'chai';
import { DeliveryRefused } from '@zhiyu/bots/channel';
import { WeComApi } from '@zhiyu/bots/wecom/wecom.api';
import { type TemplateCard, taskIdOf } from '@zhiyu/bots/wecom/wecom.cards';
import { checkCard, fitBytes } from '@zhiyu/bots/wecom/wecom.limits';
import { WeComMessages } from '@zhiyu/bots/wecom/wecom.messages';
import { aCard, errorOf, toolsInMemory } from '../channel-stand.js';
import { EmulatedWeCom, messageTo, type Stand, standOf } from './stand.js';

const emulated = new EmulatedWeCom();
let stand: Stand;

const idOf = (n: number) => `01HZZZZZZZZZZZZZZZZZZZZ${String(n).padStart(3, '0')}`;
const sends = async () =>
  (await emulated.state()).calls.filter(({ path }) => path === '/cgi-bin/message/send');
const fault = (kind: string, more = {}) =>
  emulated.order('fault', { path: '/cgi-bin/message/send', kind, ...more });

const buttons = (count: number): TemplateCard => ({
  card_type: 'button_interaction',
  main_title: { title: '题' },
  task_id: 'zy@1',
  button_list: Array.from({ length: count }, (_, n) => ({ text: `按${n}`, key: `k${n}` })),
});

describe('WeCom messages of the self-built app', () => {
  before(() => emulated.start());
  after(() => emulated.stop());
  beforeEach(async () => {
    await emulated.order('reset');
    await emulated.order('setup', { app: { verified: true } });
    stand = standOf(emulated.settings());
  });

  it('8: fetches the token once for 100 messages at a time, and its secret is in no log', async () => {
    const users = ['hejing', 'u1', 'zhangsan', 'hr_li'];
    const work = Array.from({ length: 100 }, (_, n) =>
      stand.wecom.app!.send(messageTo(users[n % 4]!, { deliveryId: idOf(n) })),
    );
    await Promise.all(work);
    const state = await emulated.state();
    expect(state.counts.gettoken).to.equal(1);
    expect(state.shown).to.have.length(100);
    const logged = stand.tools.logged.join('\n');
    expect(logged).not.to.match(/secret|TOKEN/);
  });

  it('8b: renews a revoked or expired token once and repeats the call once', async () => {
    await stand.wecom.app!.send(messageTo('u1', { deliveryId: idOf(1) }));
    await emulated.order('revoke-tokens');
    await Promise.all(
      [2, 3, 4, 5].map((n) => stand.wecom.app!.send(messageTo('u1', { deliveryId: idOf(n) }))),
    );
    await emulated.order('clock', { advanceMs: 7_201_000 });
    await stand.wecom.app!.send(messageTo('u1', { deliveryId: idOf(6) }));
    const { counts, shown } = await emulated.state();
    expect(counts.gettoken).to.equal(3);
    expect(shown).to.have.length(6);
  });

  it('8c: gives up after one new token, shares the token between machines and renews it early', async () => {
    await fault('errcode', { errcode: 40_014, times: 5 });
    const error = await errorOf(stand.wecom.app!.send(messageTo('u1')));
    expect(error).not.to.be.instanceOf(DeliveryRefused);
    expect(error.message).to.contain('40014').and.not.contain('TOKEN');
    const { counts } = await emulated.state();
    expect(counts.gettoken).to.be.at.most(2);

    await emulated.order('reset');
    await emulated.order('setup', { app: { verified: true } });
    const first = standOf(emulated.settings());
    await first.wecom.directory!.departments();
    const other = standOf(emulated.settings(), first.tools);
    await other.wecom.directory!.departments();
    expect((await emulated.state()).counts.gettoken).to.equal(1);
    first.tools.clock.now += 6_950_000;
    await emulated.order('clock', { advanceMs: 7_201_000 });
    await other.wecom.directory!.departments();
    const state = await emulated.state();
    expect(state.counts.gettoken).to.equal(2);
    expect(state.calls.filter(({ path }) => path.endsWith('department/list'))).to.have.length(3);
  });

  it('9: a person WeCom does not send to is a refused delivery, not a sent one', async () => {
    for (const [user, words] of [
      ['nobody', '81013'],
      ['hidden', '81013'],
      ['unlicensed', '许可'],
    ] as const) {
      const error = await errorOf(stand.wecom.app!.send(messageTo(user)));
      expect(error).to.be.instanceOf(DeliveryRefused);
      expect(error.message).to.contain(words);
    }
    const http = {
      request: () =>
        Promise.resolve({
          ...{ status: 200, headers: {} },
          body: JSON.stringify({
            errcode: 0,
            invaliduser: 'zhangsan|hejing',
            access_token: 't',
            expires_in: 7200,
          }),
        }),
    };
    const partly = standOf(emulated.settings(), toolsInMemory(http));
    const error = await errorOf(partly.wecom.app!.send(messageTo('HeJing')));
    expect(error).to.be.instanceOf(DeliveryRefused);
    expect(error.message).to.contain('可见范围');
    const candidate = { kind: 'candidate' as const, id: '1', address: 'u1' };
    expect(
      await errorOf(stand.wecom.app!.send(messageTo('u1', { recipient: candidate }))),
    ).to.be.instanceOf(DeliveryRefused);
  });

  it('10: holds every limit in bytes before the call', async () => {
    expect(Buffer.byteLength(fitBytes('汉'.repeat(1_000), 2048))).to.be.at.most(2048);
    expect(fitBytes('汉'.repeat(1_000), 2048)).to.match(/^汉+…$/);
    expect(fitBytes('好', 3)).to.equal('好');
    const broken: TemplateCard[] = [
      buttons(7),
      buttons(0),
      { ...buttons(1), task_id: 'a'.repeat(129) },
      { ...buttons(1), task_id: 'a b' },
      { ...buttons(1), button_list: [{ text: 'x', key: 'k'.repeat(1_025) }] },
      {
        ...buttons(2),
        button_list: [
          { text: 'x', key: 'k' },
          { text: 'y', key: 'k' },
        ],
      },
      {
        ...buttons(1),
        horizontal_content_list: Array.from({ length: 7 }, () => ({ keyname: 'k' })),
      },
      { ...buttons(1), main_title: {} },
      { card_type: 'text_notice', main_title: { title: 't' } },
      { ...buttons(1), card_action: { type: 1, url: `https://a/${'汉'.repeat(700)}` } },
    ];
    for (const card of broken) {
      expect(() => checkCard(card, true), JSON.stringify(card).slice(0, 80)).to.throw(
        DeliveryRefused,
      );
    }
    expect(() => checkCard(buttons(6), true)).not.to.throw();
    const messages = stand.wecom.app!.messages;
    await messages.text('u1', '汉'.repeat(3_000));
    await messages.link('u1', {
      title: '题'.repeat(99),
      text: '文'.repeat(900),
      url: 'https://hr.example.com',
    });
    const [text, link] = await sends();
    const bytes = (part: unknown) => Buffer.byteLength(String(part));
    const textcard = link!.body.textcard as { title: string; description: string };
    expect(bytes((text!.body.text as { content: string }).content)).to.be.within(2_040, 2_048);
    expect([bytes(textcard.title) <= 128, bytes(textcard.description) <= 512]).to.deep.equal([
      true,
      true,
    ]);
  });

  it('10b: a card full of long words is drawn within the limits and taken', async () => {
    const long = '很长的一句话，'.repeat(40);
    const blocks = Array.from({ length: 12 }, (_, n) => ({
      type: 'fact' as const,
      label: `${n}${long}`,
      value: long,
    }));
    const many = aCard({ title: long, eyebrow: long, footnote: long, blocks });
    await stand.wecom.app!.send(messageTo('u1', { card: many }));
    const { shown } = await emulated.state();
    expect(shown[0]!.body.horizontal_content_list).to.have.length(6);
  });

  it('11: one delivery has one task id, and a try whose answer was lost is not sent twice', async () => {
    expect(taskIdOf(idOf(1)))
      .to.equal(`zy@${idOf(1)}`)
      .and.match(/^[\w@-]{1,128}$/);
    expect(taskIdOf('a b/中')).to.match(/^[\w@-]{1,128}$/);
    await fault('lost');
    await stand.wecom.app!.send(messageTo('u1'));
    expect((await sends()).map(({ body }) => body.enable_duplicate_check)).to.deep.equal([1, 1]);
    // A process that died after WeCom took it, and whose card has changed meanwhile.
    const after = standOf(emulated.settings());
    const { externalId } = await after.wecom.app!.send(
      messageTo('u1', { card: aCard({ title: '变了' }) }),
    );
    expect(externalId).to.equal(taskIdOf('01HZZZZZZZZZZZZZZZZZZZZZZD'));
    expect((await emulated.state()).shown).to.have.length(1);
  });

  it('12: backs off from -1, 45009, 45033, 502 and a cut connection and loses nothing', async () => {
    const kinds = [
      { kind: 'busy', times: 3 },
      { kind: 'rate', times: 1 },
      { kind: 'errcode', errcode: 45_033, times: 2 },
      { kind: 'gateway', times: 1 },
      { kind: 'reset', times: 1 },
    ];
    const api = new WeComApi(emulated.settings().app!, stand.tools, { pauseMs: 5, tooOftenMs: 5 });
    const messages = new WeComMessages(api, stand.tools);
    for (const { kind, ...more } of kinds) {
      await fault(kind, more);
      const { msgId } = await messages.text('u1', kind);
      expect(msgId, kind).not.to.equal('');
    }
    expect((await emulated.state()).shown.map(({ body }) => body.content)).to.deep.equal(
      kinds.map(({ kind }) => kind),
    );
    await fault('busy', { times: 9 });
    const error = await errorOf(messages.text('u1', '还是忙'));
    expect(error).not.to.be.instanceOf(DeliveryRefused);
    expect(api.failing).to.equal(true);
  });

  it('12b: never sends one person more than 30 messages a minute, because WeCom drops them in silence', async () => {
    const other = standOf(emulated.settings(), stand.tools);
    const work = Array.from({ length: 40 }, (_, n) =>
      (n % 2 ? stand : other).wecom.app!.send(messageTo('u1', { deliveryId: idOf(n) })),
    );
    const ended = await Promise.allSettled(work);
    expect(ended.filter(({ status }) => status === 'fulfilled')).to.have.length(30);
    stand.tools.clock.now += 61_000;
    await emulated.order('clock', { advanceMs: 61_000 });
    for (const [n, { status }] of ended.entries()) {
      if (status === 'rejected') {
        await stand.wecom.app!.send(messageTo('u1', { deliveryId: idOf(n) }));
      }
    }
    const { shown, dropped } = await emulated.state();
    expect([shown.length, dropped]).to.deep.equal([40, 0]);
    expect(stand.wecom.app!.health().quotas[0]!.used).to.be.above(0);
  });

  it('20: takes a message back within a day, and says so when it cannot', async () => {
    await stand.wecom.app!.send(messageTo('u1'));
    expect(await stand.wecom.app!.withdraw('01HZZZZZZZZZZZZZZZZZZZZZZD')).to.equal(true);
    expect((await emulated.state()).shown[0]!.recalled).to.equal(true);
    await stand.wecom.app!.send(messageTo('u1', { deliveryId: idOf(1) }));
    await emulated.order('clock', { advanceMs: 25 * 3_600_000 });
    expect(await stand.wecom.app!.withdraw(idOf(1))).to.equal(false);
    expect(await stand.wecom.app!.withdraw('never-sent')).to.equal(false);
  });
});
