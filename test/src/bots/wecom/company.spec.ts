import { expect } from 'chai';
import { jsSignature } from '@zhiyu/bots/wecom/wecom.sign-in';
import { CalendarRefused, type Meeting } from '@zhiyu/bots/meetings';
import { WeComApi } from '@zhiyu/bots/wecom/wecom.api';
import { WeComCalendar } from '@zhiyu/bots/wecom/wecom.calendar';
import { errorOf } from '../channel-stand.js';
import { CallbackServer, EmulatedWeCom, type Json, type Stand, standOf } from './stand.js';

const emulated = new EmulatedWeCom();
const door = new CallbackServer();
let stand: Stand;
let address: string;

const redirect = 'https://hr.example.com/api/sign-in/wecom';
const signIn = () => stand.wecom.signIn!;
const codeFor = async (answer: Json) =>
  (await emulated.order<{ code: string }>('oauth-code', { answer })).code;
const identify = async (answer: Json) =>
  signIn().identify({ code: await codeFor(answer), inside: true });

describe('WeCom and the company', () => {
  before(async () => {
    await emulated.start();
    address = await door.start();
  });
  after(() => {
    door.stop();
    emulated.stop();
  });
  beforeEach(async () => {
    await emulated.order('reset');
    await emulated.order('setup', { app: { callbackUrl: address, verified: true }, retryMs: 20 });
    stand = standOf(emulated.settings());
    door.channel = stand.wecom.app;
    await stand.wecom.app!.listen(stand.host);
  });
  afterEach(() => stand.wecom.app!.stop());

  it('13: leads to WeCom inside and outside, and only back to the company’s own address', async () => {
    for (const inside of [true, false]) {
      const url = signIn().authorizeUrl({ redirect, state: 'abc123', inside });
      const answer = await fetch(url, { redirect: 'manual' });
      const back = new URL(answer.headers.get('location')!);
      expect(back.origin + back.pathname).to.equal(redirect);
      expect(back.searchParams.get('state')).to.equal('abc123');
      const who = await signIn().identify({ code: back.searchParams.get('code')!, inside });
      expect(who).to.deep.equal({ kind: 'member', address: 'hr_li' });
    }
    expect(signIn().authorizeUrl({ redirect, state: 'a', inside: true })).to.match(
      /#wechat_redirect$/,
    );
    const stranger = { redirect: 'https://evil.example.com/', state: 'a', inside: true };
    expect(() => signIn().authorizeUrl(stranger)).to.throw('originRefused');
    expect(() => signIn().authorizeUrl({ redirect, state: 'a b', inside: true })).to.throw(
      RangeError,
    );
  });

  it('13b: a code is used once, and a wrong or old one signs nobody in', async () => {
    const code = await codeFor({ userid: 'hejing' });
    await signIn().identify({ code, inside: true });
    expect((await errorOf(signIn().identify({ code, inside: true }))).message).to.equal(
      'wrongCredentials',
    );
    expect((await errorOf(signIn().identify({ code: 'made-up', inside: true }))).message).to.equal(
      'wrongCredentials',
    );
    const old = await codeFor({ userid: 'hejing' });
    await emulated.order('clock', { advanceMs: 301_000 });
    expect((await errorOf(signIn().identify({ code: old, inside: true }))).message).to.equal(
      'wrongCredentials',
    );
  });

  it('13c: tells members from customers, strangers and people of a linked company', async () => {
    expect(await identify({ userid: 'hejing' })).to.deep.equal({
      kind: 'member',
      address: 'hejing',
    });
    const customer = { openid: 'oABC', external_userid: 'wmCandidate01' };
    expect(await identify(customer)).to.deep.equal({ kind: 'outsider', address: 'wmCandidate01' });
    expect(await identify({ openid: 'oABC' })).to.deep.equal({ kind: 'outsider', address: 'oABC' });
    expect(await identify({ userid: 'wwother/hejing' })).to.include({ kind: 'outsider' });
  });

  it('14: signs a page’s address with its query and without its fragment, and asks for tickets once', async () => {
    // The sample of the developer documents.
    const sample = {
      ticket:
        'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg',
      ...{
        nonce: 'Wm3WZYTPz0wzccnW',
        timestamp: 1_414_587_457,
        url: 'http://mp.weixin.qq.com?params=value',
      },
    };
    expect(jsSignature(sample)).to.equal('0f9de62fce790f9a083d5c99e95740ceb90c27ed');
    expect(jsSignature({ ...sample, url: `${sample.url}#a` })).to.equal(jsSignature(sample));
    const url = 'https://hr.example.com/?from=wecom&card=1#/pages/chat/index';
    const configs = await Promise.all(Array.from({ length: 5 }, () => signIn().jsConfig(url)));
    for (const { nonceStr, timestamp, signature, agentSignature } of configs) {
      const of = { url, nonceStr, timestamp };
      expect(await emulated.order('js-check', { ...of, signature })).to.deep.equal({ right: true });
      const agent = { ...of, signature: agentSignature, kind: 'agent' };
      expect(await emulated.order('js-check', agent)).to.deep.equal({ right: true });
    }
    const { counts } = await emulated.state();
    expect([counts['ticket corp'], counts['ticket app']]).to.deep.equal([1, 1]);
  });

  it('17: a candidate who adds the recruiter is known by his State and welcomed once', async () => {
    const external = stand.wecom.external!;
    const way = await external.contactWay({
      recruiter: 'hr_li',
      state: '01HZZZZZZZZZZZZZZZZZZZZZZA',
      remark: '柜员',
    });
    expect(way.qrCode).to.match(/^https:/);
    const added = { user: 'hr_li', external: 'wmCandidate01', state: '01HZZZZZZZZZZZZZZZZZZZZZZA' };
    await emulated.order('external', { ...added, again: 3 });
    expect(stand.host.events).to.have.length(1);
    expect(stand.host.events[0]).to.include({
      ...{ type: 'outsiderEntered', address: 'wmCandidate01', scene: '01HZZZZZZZZZZZZZZZZZZZZZZA' },
    });
    const { welcomes } = await emulated.state();
    expect(welcomes.map(({ text }) => text)).to.deep.equal([{ content: '您好，我是李敏。' }]);
  });

  it('17b: a welcome that WeCom refuses (41050, 41051, 41096) costs nothing but the welcome', async () => {
    for (const errcode of [41_050, 41_096]) {
      const path = '/cgi-bin/externalcontact/send_welcome_msg';
      await emulated.order('fault', { path, kind: 'errcode', errcode });
      const { attempts } = await emulated.order<{ attempts: Json[] }>('external', {
        ...{ user: 'hr_li', external: `wm${errcode}`, state: 's' },
      });
      expect(attempts).to.have.length(1);
    }
    await emulated.order('external', {
      user: 'hr_li',
      external: 'wmChatting',
      state: 's',
      chatting: true,
    });
    expect(stand.host.events.map(({ type }) => type)).to.deep.equal(
      Array(3).fill('outsiderEntered'),
    );
    expect((await emulated.state()).welcomes).to.deep.equal([]);
    const tooLong = { recruiter: 'hr_li', state: 'x'.repeat(31), remark: '' };
    expect(await errorOf(stand.wecom.external!.contactWay(tooLong))).to.be.instanceOf(RangeError);
  });

  it('18: reads departments, members and leaders without any field that new apps do not get', async () => {
    const directory = stand.wecom.directory!;
    expect(await directory.departments()).to.deep.equal([
      { id: '1', parentId: null, name: '禾城', heads: ['hr_li'] },
      { id: '2', parentId: '1', name: '人力资源', heads: ['zhangsan'] },
    ]);
    const members = await directory.members();
    expect(members.map(({ address }) => address)).not.to.include('hidden');
    expect(members.find(({ address }) => address === 'zhangsan')).to.deep.equal({
      ...{
        address: 'zhangsan',
        name: '张三',
        departmentIds: ['2'],
        managerAddress: 'hr_li',
        active: true,
      },
    });
  });

  it('18b: who was deleted or disabled cannot sign in from then on; who comes back can', async () => {
    const contact = (of: Json) => emulated.order('contact', of);
    await contact({ ChangeType: 'delete_user', UserID: 'hejing' });
    await contact({ ChangeType: 'update_user', UserID: 'ZhangSan', Status: 2 });
    expect(stand.host.events.map(({ type }) => type)).to.deep.equal([
      'memberLeft',
      'memberChanged',
    ]);
    expect((await errorOf(identify({ userid: 'hejing' }))).message).to.equal('notAllowed');
    expect((await errorOf(identify({ userid: 'zhangsan' }))).message).to.equal('notAllowed');
    await contact({ ChangeType: 'create_user', UserID: 'hejing' });
    expect(await identify({ userid: 'hejing' })).to.include({ kind: 'member' });
  });

  it('19: an interview’s entry and meeting are made, moved and cancelled under the ids that were kept', async () => {
    const start = Date.parse('2026-11-25T10:00:00+08:00');
    const slot: Meeting = {
      ...{ id: '01HZZZZZZZZZZZZZZZZZZZZZZS', organizer: 'hr_li', attendees: ['hr_li', 'hejing'] },
      ...{
        start,
        end: start + 2_400_000,
        title: '面试：陈雨桐，门店店长，湖滨店二楼会议室',
        note: '',
        place: '湖滨店二楼',
      },
      online: true,
    };
    const calendar = () =>
      new WeComCalendar(new WeComApi(emulated.settings().app!, stand.tools), stand.tools);
    const made = await calendar().put(slot);
    expect(made.meetingLink).to.match(/^https:/);
    const restarted = calendar();
    const moved = await restarted.put({
      ...slot,
      start: start + 3_600_000,
      end: start + 6_000_000,
    });
    expect(moved).to.deep.equal(made);
    const between = await emulated.state();
    expect(Object.keys(between.schedules)).to.deep.equal([made.scheduleId]);
    expect(between.schedules[made.scheduleId]!.start_time).to.equal((start + 3_600_000) / 1000);
    await restarted.cancel(slot.id);
    await restarted.cancel(slot.id);
    const { schedules, meetings } = await emulated.state();
    expect(
      [...Object.values(schedules), ...Object.values(meetings)].map(({ cancelled }) => cancelled),
    ).to.deep.equal([true, true]);
    expect(await errorOf(restarted.put({ ...slot, end: start }))).to.be.instanceOf(RangeError);
    const path = '/cgi-bin/oa/schedule/add';
    await emulated.order('fault', { path, kind: 'errcode', errcode: 48_002 });
    const other = { ...slot, id: '01HZZZZZZZZZZZZZZZZZZZZZZT' };
    expect(await errorOf(restarted.put(other))).to.be.instanceOf(CalendarRefused);
    expect((await restarted.put(other)).scheduleId).not.to.equal(made.scheduleId);
  });

  it('19b: an approval form that is agreed, refused or withdrawn is told by its number and template', async () => {
    const form = { no: '202611240007', approver: 'hr_li', template: 'OFFER' };
    for (const [status, change] of [
      ['1', '1'],
      ['1', '5'],
      ['2', '2'],
      ['3', '3'],
      ['4', '6'],
    ] as const) {
      await emulated.order('approval', { ...form, status, change });
    }
    const told = stand.host.events.map((event) =>
      'state' in event ? `${event.type} ${event.state}` : event.type,
    );
    expect(told).to.deep.equal([
      'approvalChanged started',
      'approvalTaskChanged agreed',
      'approvalChanged agreed',
      'approvalTaskChanged refused',
      'approvalChanged refused',
      'approvalChanged terminated',
    ]);
    expect(stand.host.events[0]).to.include({ instanceId: '202611240007', processCode: 'OFFER' });
  });

  it('20b: health says what is wrong in words, since when, and until when the token is valid', async () => {
    await emulated.order('setup', { trustedIp: false });
    await errorOf(stand.wecom.directory!.departments());
    const health = stand.wecom.app!.health();
    expect(health.state).to.equal('failing');
    expect(health.lastError!.text).to.contain('可信 IP').and.contain('60020');
    await emulated.order('setup', { trustedIp: true });
    await stand.wecom.directory!.departments();
    expect(stand.wecom.app!.health()).to.include({ state: 'ready' });
    expect(stand.wecom.app!.health().tokenUntil).to.be.above(stand.tools.clock.now);
  });

  it('shows a person each chat with its cards, and nothing of it is markup from a card', async () => {
    await emulated.order('kf-say', {
      user: 'wmCandidate01',
      text: '<script>alert(1)</script>',
      quiet: true,
    });
    const page = await (await fetch(emulated.at.base)).text();
    expect(page).to.contain('李敏').and.not.contain('<script>alert(1)');
  });
});
