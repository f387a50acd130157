import { createHash } from 'node:crypto';
import { FeishuDirectory } from '@zhiyu/bots/feishu/feishu.directory';
import { FeishuSignIn } from '@zhiyu/bots/feishu/feishu.sign-in';
import { expect } from 'chai';
import { errorOf } from '../channel-stand.js';
import { type FeishuStand, startStand } from './feishu-stand.js';

describe('people of Feishu', () => {
  let stand: FeishuStand;
  let signIn: FeishuSignIn;

  beforeEach(async () => {
    stand = await startStand();
    signIn = new FeishuSignIn(stand.api, stand.tools);
  });
  afterEach(() => stand.stop());

  const identify = (code: string) => signIn.identify({ code, inside: true });

  it('are sent to the log-in page with our address and our state, never with a secret', async () => {
    const redirect = 'https://hr.example.com/api/sign-in/feishu?a=1&b=2';
    const url = signIn.authorizeUrl({ redirect, state: 'st', inside: false });
    expect(Object.fromEntries(new URL(url).searchParams)).to.deep.equal({
      ...{
        client_id: 'cli_emulated0001',
        response_type: 'code',
        redirect_uri: redirect,
        state: 'st',
      },
    });
    const page = await (await fetch(url)).text();
    expect(page).to.include('沈岚');
  });

  it('of the company sign in as members', async () => {
    const code = stand.emulator.platform.newCode('ou_shenlan');
    expect(await identify(code)).to.deep.equal({ kind: 'member', address: 'ou_shenlan' });
  });

  it('come back from the log-in page with a code that is good for that address only', async () => {
    const redirect = 'https://hr.example.com/sign-in?x=1';
    const login = await (
      await fetch(signIn.authorizeUrl({ redirect, state: 'st', inside: false }))
    ).text();
    const [, path = ''] = /href="([^"]*ou_shenlan[^"]*)"/.exec(login) ?? [];
    const chosen = new URL(path.replace(/&#38;/g, '&'), stand.emulator.address);
    const back = async () => {
      const answer = await fetch(chosen, { redirect: 'manual' });
      return new URL(answer.headers.get('location') ?? '').searchParams;
    };
    const first = await back();
    expect([first.get('state'), first.get('x')]).to.deep.equal(['st', '1']);
    const code = first.get('code') ?? '';
    expect(await signIn.identify({ code, inside: false, redirect })).to.include({ kind: 'member' });
    const other = (await back()).get('code') ?? '';
    const elsewhere = { code: other, inside: false, redirect: 'https://evil.test/' };
    expect(await errorOf(signIn.identify(elsewhere))).to.have.property('code', 'wrongCredentials');
  });

  it('of another company are outsiders', async () => {
    const code = stand.emulator.platform.newCode('ou_guest');
    expect(await identify(code)).to.deep.equal({ kind: 'outsider', address: 'ou_guest' });
  });

  it('do not come in with a code that is unknown, used or over', async () => {
    const used = stand.emulator.platform.newCode('ou_shenlan');
    await identify(used);
    const old = stand.emulator.platform.newCode('ou_shenlan');
    stand.emulator.platform.advance(301);
    for (const code of ['nothing', used, old]) {
      expect(await errorOf(identify(code))).to.have.property('code', 'wrongCredentials');
    }
  });

  it('get a signature of exactly their page without its fragment, from one ticket', async () => {
    const url = 'https://hr.example.com/index.html?x=1';
    const config = await signIn.jsConfig(`${url}#/pages/home`);
    await signIn.jsConfig(url);
    const text = `jsapi_ticket=emulated-ticket&noncestr=${config.nonceStr ?? ''}&timestamp=${config.timestamp ?? ''}&url=${url}`;
    expect(config.signature).to.equal(createHash('sha1').update(text).digest('hex'));
    expect(config.appId).to.equal('cli_emulated0001');
    const tickets = stand.emulator.platform.calls.filter((call) => call.includes('ticket'));
    expect(tickets).to.have.length(1);
  });

  it('are read to the last page, each once, with departments and managers', async () => {
    const directory = new FeishuDirectory(stand.api);
    const departments = await directory.departments();
    expect(departments).to.deep.include({
      ...{ id: 'od_recruiting', parentId: 'od_hr', name: '招聘', heads: ['ou_zhoumo'] },
    });
    expect(departments).to.have.length(4);
    expect(departments.find(({ id }) => id === 'od_hr')?.parentId).to.equal(null);
    const members = await directory.members();
    expect(members.map(({ address }) => address).sort()).to.deep.equal([
      ...['ou_gone', 'ou_hejing', 'ou_outofrange', 'ou_shenlan', 'ou_zhoumo'],
    ]);
    expect(members.find(({ address }) => address === 'ou_zhoumo')).to.deep.equal({
      ...{ address: 'ou_zhoumo', name: '周默', departmentIds: ['od_hr', 'od_stores'] },
      ...{ managerAddress: 'ou_shenlan', active: true },
    });
    expect(members.find(({ address }) => address === 'ou_gone')?.active).to.equal(false);
    expect(members.find(({ address }) => address === 'ou_hejing')?.departmentIds).to.deep.equal([]);
  });
});
