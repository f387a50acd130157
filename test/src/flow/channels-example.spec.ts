import { routes } from '@zhiyu/contracts/routes';
import { Delivery } from '@zhiyu/server/notify/card.entity';
import { CandidateAddress } from '@zhiyu/server/notify/channel.entity';
import { quietUntil } from '@zhiyu/server/notify/quiet-hours';
import { Person } from '@zhiyu/server/privacy/person.entity';
import { expect } from 'chai';
import { type SmtpStand, startSmtp } from '../emulators/mail/smtp.js';
import { EmulatedWeCom } from '../bots/wecom/stand.js';
import { until } from '../harness/until.js';
import type { TestApp } from '../harness/app.js';
import { isKnownAs, listening, mailsTo, outsideTo } from './channels-walk.js';
import { apply, assessed, aStand, hour, type Stand, type Walker } from './walk.js';

describe('made-up people of the example company', () => {
  const weCom = new EmulatedWeCom();
  let smtp: SmtpStand;
  let app: TestApp;
  let stand: Stand;

  before(async () => {
    await weCom.start();
    smtp = await startSmtp();
  });
  after(async () => {
    await smtp.stop();
    weCom.stop();
  });
  afterEach(() => app.stop());

  const begin = async (more: Record<string, string>) => {
    const { base, ws, corpId, app: of, kfId } = weCom.at;
    app = await listening(smtp, {
      ...{ WECOM_API_BASE: base, WECOM_OAUTH_BASE: base, WECOM_LOGIN_BASE: base },
      ...{ WECOM_WS_BASE: ws, WECOM_CORP_ID: corpId, WECOM_AGENT_ID: String(of.agentId) },
      ...{ WECOM_SECRET: of.secret, WECOM_TOKEN: of.token, WECOM_ENCODING_AES_KEY: of.aesKey },
      ...{ WECOM_KF_ID: kfId, ...more },
    });
    const callbackUrl = `${app.base}/api/callbacks/wecom`;
    const here = { kfBase: base, retryMs: 20, verify: true };
    await weCom.order('setup', { app: { callbackUrl }, ...here });
    stand = await aStand(app);
  };
  const madeUp = async (): Promise<Walker> => {
    const walker = await apply(stand);
    await app.database.read(Person).update({ companyId: stand.company.id }, { example: true });
    return walker;
  };

  it('are sent nothing outside, although they have a mail address', async () => {
    await begin({});
    const walker = await madeUp();
    await app.drainJobs();
    expect(await outsideTo(app, walker.applicationId)).to.deep.equal([]);
    expect(mailsTo(smtp, walker)).to.deep.equal([]);
    const inside = { recipientId: walker.applicationId, channel: 'console' };
    expect(await app.database.read(Delivery).existsBy(inside)).to.equal(true);
  });

  it('are written to in a demo: a visitor follows the link, and is the candidate in 微信客服', async () => {
    await begin({ DEMO_MESSAGES: 'on' });
    const walker = await madeUp();
    const { url } = await app.api(routes.candidateChat, {}, walker.session);
    expect(url).to.match(/^http:\/\/127\.0\.0\.1:/);
    const page = await fetch(url ?? '', { redirect: 'manual' });
    expect(page.headers.get('location')).to.equal('/#wmCandidate01');
    const { applicationId } = walker;
    await until(() => app.database.read(CandidateAddress).existsBy({ applicationId }));
    await weCom.order('kf-say', { user: 'wmCandidate01', text: '你好' });
    await app.drainJobs();
    const ways = await outsideTo(app, applicationId);
    expect(new Set(ways.map(({ channel }) => channel))).to.deep.equal(new Set(['wecomkf']));
    expect(ways.every(({ state }) => state === 'delivered')).to.equal(true);
  });
  it('and who decides about them are written to in a demo by night as well: nobody can be woken', async () => {
    await begin({ DEMO_MESSAGES: 'on' });
    await isKnownAs(app, stand.hr, { channel: 'wecom', address: 'zhangsan' });
    while (quietUntil(app.clock.now()) === null) {
      app.clock.advance(hour);
    }
    await assessed(stand);
    const sent = await outsideTo(app, stand.hr.id);
    const ways = sent.map(({ channel, state }) => `${channel} ${state}`);
    expect(ways).to.deep.equal(['wecom delivered']);
  });
});
