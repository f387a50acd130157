import { expect } from 'chai';
import { WeComApi } from '@zhiyu/bots/wecom/wecom.api';
import type { TemplateCard } from '@zhiyu/bots/wecom/wecom.cards';
import { aCard, errorOf, toolsInMemory } from '../channel-stand.js';
import { EmulatedWeCom, messageTo, type Stand, standOf } from './stand.js';

const emulated = new EmulatedWeCom();
let stand: Stand;

const idOf = (n: number) => `01HZZZZZZZZZZZZZZZZZZZZZ${String(n).padStart(3, '0')}`;

describe('WeCom cards as they are drawn, and the group robot', () => {
  before(() => emulated.start());
  after(() => emulated.stop());
  beforeEach(async () => {
    await emulated.order('reset');
    await emulated.order('setup', { app: { verified: true } });
    stand = standOf(emulated.settings());
  });

  it('draws scores with their error and requirement, preselects no reason, and opens a page for free words', async () => {
    await stand.wecom.app!.send(messageTo('u1'));
    const card = (await emulated.state()).shown[0]!.body as unknown as TemplateCard;
    expect(card.horizontal_content_list).to.deep.include({
      keyname: '情绪稳定',
      value: '7.2 ±0.9　要求 7.5　跨线',
    });
    expect(card.button_selection?.selected_id).to.equal('-');
    expect(card.button_selection?.option_list.map(({ id }) => id)).to.deep.equal([
      '-',
      'strong',
      'other',
    ]);
    expect(card.button_list?.filter(({ type }) => type === 1).map(({ url }) => url)).to.deep.equal([
      'https://hr.example.com/pages/report/index?id=1',
    ]);
  });

  it('draws a notice as text, or as news where the company has a picture', async () => {
    const notice = messageTo('u1', { card: aCard({ kind: 'notice', buttons: [] }) });
    await stand.wecom.app!.send(notice);
    const pictured = standOf(emulated.settings({ cardImage: 'https://hr.example.com/banner.png' }));
    await pictured.wecom.app!.send({ ...notice, deliveryId: idOf(2) });
    const { shown } = await emulated.state();
    expect(shown.map(({ body }) => body.card_type)).to.deep.equal(['text_notice', 'news_notice']);
  });

  it('has a group robot: notices to the group, at most 20 a minute, a wrong key refused', async () => {
    const robot = stand.wecom.channels.find(({ name }) => name === 'wecomrobot')!;
    const recipient = { kind: 'group' as const, id: 'g', address: 'group' };
    const to = (n: number) => messageTo('group', { recipient, deliveryId: idOf(n) });
    await robot.send(to(0));
    await robot.send(to(0));
    expect((await emulated.state()).robot).to.have.length(1);
    const ended = await Promise.allSettled(
      Array.from({ length: 25 }, (_, n) => robot.send(to(n + 1))),
    );
    expect(ended.filter(({ status }) => status === 'fulfilled')).to.have.length(19);
    expect(robot.health!().quotas[0]!.used).to.equal(20);
    const { base } = emulated.at;
    const wrong = standOf(emulated.settings({ robot: { key: 'another', apiBase: base } }));
    const error = await errorOf(wrong.wecom.channels.at(-1)!.send(to(0)));
    expect(error.message).to.contain('93000').and.not.contain('another');
  });

  it('puts no secret into an error when the network says the whole address', async () => {
    const http = {
      request: ({ url }: { url: string }) => Promise.reject(new Error(`cannot reach ${url}`)),
    };
    const tools = toolsInMemory(http);
    const api = new WeComApi(emulated.settings().app!, tools, { pauseMs: 1, tooOftenMs: 1 });
    const error = await errorOf(api.get('/cgi-bin/department/list'));
    expect(
      `${error.stack ?? ''}${tools.logged.join()}${JSON.stringify(api.lastError)}`,
    ).not.to.contain('secret-of');
  });
});
