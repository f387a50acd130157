import { DingTalkDirectory } from '@zhiyu/bots/dingtalk/dingtalk.directory';
import { DingTalkSignIn } from '@zhiyu/bots/dingtalk/dingtalk.sign-in';
import { jsapiSignature } from '@zhiyu/bots/dingtalk/dingtalk.verify';
import { AppError } from '@zhiyu/contracts/errors';
import { expect } from 'chai';
import { withEmulator } from './emulator-process.js';
import { standAt } from './stand.js';

describe('signing in with DingTalk', () => {
  const emulator = withEmulator();

  const signIn = () => {
    const { api, tools } = standAt(emulator().base);
    return new DingTalkSignIn(api, tools);
  };
  const code = async (user: string, kind: 'inside' | 'outside') =>
    (await emulator().post<{ code: string }>('code', { user, kind })).code;
  const refusal = (promise: Promise<unknown>) =>
    promise.then(
      () => null,
      (error: unknown) => (error instanceof AppError ? error.code : error),
    );

  it('inside it needs no password and gives the corp’s user id', async () => {
    const of = { code: await code('mgr01', 'inside'), inside: true };
    expect(await signIn().identify(of)).to.deep.equal({ kind: 'member', address: 'mgr01' });
  });

  it('takes a code once, and an expired, unknown or empty one is a clean way back to the start', async () => {
    const own = signIn();
    const used = { code: await code('mgr01', 'inside'), inside: true };
    await own.identify(used);
    expect(await refusal(own.identify(used))).to.equal('notSignedIn');
    expect(await refusal(signIn().identify(used))).to.equal('notSignedIn');
    const old = await code('mgr01', 'inside');
    await emulator().post('settings', { advance: 301_000 });
    expect(await refusal(own.identify({ code: old, inside: true }))).to.equal('notSignedIn');
    expect(await refusal(own.identify({ code: 'x', inside: false }))).to.equal('notSignedIn');
    expect(await refusal(own.identify({ code: '', inside: true }))).to.equal('notSignedIn');
  });

  it('outside it goes over the login page, and a member is known by his user id', async () => {
    const own = signIn();
    const redirect = 'https://hr.example.com/api/sign-in/dingtalk';
    const url = new URL(own.authorizeUrl({ redirect, state: 's+1', inside: false }));
    expect(url.pathname).to.equal('/oauth2/auth');
    expect(Object.fromEntries(url.searchParams)).to.include({
      ...{ client_id: 'dingemulated', redirect_uri: redirect, response_type: 'code' },
      ...{ scope: 'openid corpid', prompt: 'consent', state: 's+1' },
    });
    const page = await (await fetch(url)).text();
    const back = /href="([^"]*hr01-[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const authCode = new URL(back).searchParams.get('authCode') ?? '';
    const identity = await own.identify({ code: authCode, inside: false });
    expect(identity).to.deep.equal({ kind: 'member', address: 'hr01' });
  });

  it('of somebody outside the company gives no member', async () => {
    const of = { code: await code('outsider', 'outside'), inside: false };
    const identity = await signIn().identify(of);
    expect(identity).to.deep.equal({ kind: 'outsider', address: 'union-outsider' });
  });

  it('inside it sends nobody away: the page finds what it needs to ask for a code', () => {
    const redirect = 'https://hr.example.com/sign-in?x=1#/here';
    const url = new URL(signIn().authorizeUrl({ redirect, state: 's', inside: true }));
    expect(url.host).to.equal('hr.example.com');
    expect(Object.fromEntries(url.searchParams)).to.deep.equal({
      ...{ x: '1', corpId: 'dingcorp0001', clientId: 'dingemulated', state: 's' },
    });
    expect(url.hash).to.equal('#/here');
  });

  it('signs a page’s address with its query and without its fragment, with a ticket that is cached', async () => {
    const vector = { ticket: 'T', nonce: 'n', timestamp: 1_600_000_000_000 };
    const expected = '0e6b529f9f16065bdd89fcc8879be310842c6dad';
    for (const url of ['https://x.example/a?b=1', 'https://x.example/a?b=1#/hash?c=2']) {
      expect(jsapiSignature({ ...vector, url })).to.equal(expected);
    }
    const own = signIn();
    const page = 'https://hr.example.com/m/?corp=1#/pages/chat/index';
    const config = await own.jsConfig(page);
    await Promise.all([own.jsConfig(page), own.jsConfig('https://hr.example.com/')]);
    const { jsapiTicket, ticketsIssued } = await emulator().state();
    expect(ticketsIssued).to.equal(1);
    const { timeStamp, nonceStr, signature, ...rest } = config;
    const of = { ticket: jsapiTicket ?? '', nonce: String(nonceStr), timestamp: Number(timeStamp) };
    expect(signature).to.equal(jsapiSignature({ ...of, url: 'https://hr.example.com/m/?corp=1' }));
    expect(rest).to.deep.equal({
      ...{ agentId: '300200100', corpId: 'dingcorp0001', clientId: 'dingemulated', type: 0 },
    });
  });
});

describe('the people of a company in DingTalk', () => {
  const emulator = withEmulator();

  it('are read page by page to the end, with departments, heads and managers', async () => {
    await emulator().post('settings', { pageSize: 1 });
    const { api, tools } = standAt(emulator().base);
    const directory = new DingTalkDirectory(api, tools.store);
    const departments = await directory.departments();
    expect(departments.find(({ id }) => id === '4')).to.deep.equal({
      ...{ id: '4', parentId: '2', name: '西湖店', heads: [] },
    });
    expect(departments.map(({ id, parentId }) => [id, parentId])).to.have.deep.members([
      ...[
        ['1', null],
        ['2', '1'],
        ['3', '1'],
        ['4', '2'],
      ],
    ]);
    const members = await directory.members();
    const managers = Object.fromEntries(members.map((one) => [one.address, one.managerAddress]));
    expect(managers).to.deep.equal({
      ...{ boss: null, mgr01: 'boss', hr01: 'boss', hr02: 'hr01', emp01: 'mgr01' },
    });
    expect((await emulator().calls('/topapi/v2/department/get')).length).to.equal(4);
    expect(
      (await emulator().calls('/topapi/v2/user/list')).every(
        ({ body }) => (body as { size: number }).size <= 100,
      ),
    ).to.equal(true);
  });
});
