import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { aCandidate } from '../factories/candidate.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused, TestSession } from '../harness/client.js';
import { cardOf, fileOf } from './look.js';
import {
  apply,
  aStand,
  day,
  formOf,
  invited,
  minute,
  type Stand,
  tokenIn,
  type Walker,
} from './walk.js';

describe("the candidate's door", () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());

  /** The token in the invitation's card. */
  const invitationOf = async (walker: Walker): Promise<string> => {
    const card = await cardOf(stand, walker, 'invitation');
    const href = card.buttons.find((button) => button.href?.includes('t='))?.href ?? '';
    return tokenIn(href);
  };
  const exchange = (token: string, session = new TestSession()) =>
    app.api(routes.exchange, { token }, session);
  const enter = (challenge: string | null, digits: string, session = new TestSession()) =>
    app.api(routes.enterCode, { challenge: challenge ?? '', digits }, session);

  it('trades a token for a session once: another device is asked for digits', async () => {
    const walker = await invited(stand);
    const token = await invitationOf(walker);
    const phone = new TestSession();
    expect(await exchange(token, phone)).to.include({ next: 'interview', challenge: null });
    const own = await app.api(routes.candidateInterview, {}, phone);
    expect(own.candidateName).to.equal(walker.candidate.name);
    const second = new TestSession();
    const asked = await exchange(token, second);
    expect(asked).to.include({ next: 'code', triesLeft: 5 });
    expect(second.cookies.size, 'no session before the digits').to.equal(0);
    await refused(app.api(routes.candidateInterview, {}, second), 'notSignedIn');
  });

  it('gives two devices that come at the same time one session', async () => {
    const walker = await invited(stand);
    const token = await invitationOf(walker);
    const answers = await Promise.all(Array.from({ length: 6 }, () => exchange(token)));
    expect(answers.filter((one) => one.next === 'interview')).to.have.length(1);
    expect(answers.filter((one) => one.next === 'code')).to.have.length(5);
  });

  it('lets an old link on the same device just go on', async () => {
    const walker = await apply(stand);
    const cookie = walker.session.header;
    expect(await exchange(walker.token, walker.session)).to.include({ next: 'status' });
    await app.drainJobs();
    const token = await invitationOf(walker);
    expect(await exchange(token, walker.session)).to.include({ next: 'interview' });
    expect(await exchange(token, walker.session)).to.include({ next: 'interview' });
    expect(walker.session.header).to.equal(cookie);
  });

  describe('when the answer to the first trade was lost', () => {
    const device = 'a'.repeat(48);
    const again = (token: string, by: string | undefined = device, session = new TestSession()) =>
      app.api(routes.exchange, { token, device: by }, session);

    it('the same device trades again, for the invitation and for the own page', async () => {
      const walker = await invited(stand);
      const token = await invitationOf(walker);
      expect(await again(token)).to.include({ next: 'interview' });
      const phone = new TestSession();
      expect(await again(token, device, phone)).to.include({ next: 'interview', challenge: null });
      const own = await app.api(routes.candidateInterview, {}, phone);
      expect(own.candidateName).to.equal(walker.candidate.name);
      const form = formOf(stand, aCandidate(), null);
      const { statusPath } = await app.api(routes.apply, { ...form, work: '收银' });
      expect(await again(tokenIn(statusPath))).to.include({ next: 'status' });
      expect(await again(tokenIn(statusPath))).to.include({ next: 'status' });
    });

    it('another device is asked for digits all the same, with a secret of its own or without one', async () => {
      const token = await invitationOf(await invited(stand));
      expect(await again(token)).to.include({ next: 'interview' });
      expect(await again(token, 'b'.repeat(48))).to.include({ next: 'code' });
      expect(await exchange(token)).to.include({ next: 'code' });
      const other = await invitationOf(await invited(stand));
      expect(await exchange(other), 'opened by a device without a secret').to.include({
        next: 'interview',
      });
      expect(await again(other)).to.include({ next: 'code' });
    });

    it('only for ten minutes', async () => {
      const token = await invitationOf(await invited(stand));
      await again(token);
      app.clock.advance(9 * minute);
      expect(await again(token)).to.include({ next: 'interview' });
      app.clock.advance(2 * minute);
      expect(await again(token), 'counted from the first').to.include({ next: 'code' });
    });
  });

  it("opens on a second device with the phone number's last four digits", async () => {
    const walker = await apply(stand);
    const second = new TestSession();
    const { challenge } = await exchange(walker.token, second);
    await enter(challenge, walker.candidate.phone.slice(-4), second);
    const status = await app.api(routes.candidateStatus, {}, second);
    expect(status.applicationId).to.equal(walker.applicationId);
  });

  it('opens on a second device with the six digits of the first, once and for ten minutes', async () => {
    const walker = await invited(stand);
    const token = await invitationOf(walker);
    const { digits } = await app.api(routes.deviceCode, {}, walker.session);
    expect(digits).to.match(/^\d{6}$/);
    await exchange(token);
    const { challenge } = await exchange(token);
    const second = new TestSession();
    expect(await enter(challenge, digits, second)).to.include({ next: 'interview' });
    await app.api(routes.candidateInterview, {}, second);
    await refused(enter(challenge, digits), 'codeWrong');
    const late = await app.api(routes.deviceCode, {}, walker.session);
    app.clock.advance(11 * minute);
    await refused(enter(challenge, late.digits), 'codeWrong');
  });

  it('locks after five wrong tries, also when they come all at once, and then for right digits too', async () => {
    const walker = await apply(stand);
    const right = walker.candidate.phone.slice(-4);
    const wrong = String((Number(right) + 1) % 10_000).padStart(4, '0');
    const { challenge } = await exchange(walker.token);
    const first = await refused(enter(challenge, wrong), 'codeWrong');
    expect(first.body.details).to.include({ left: 4 });
    const more = await Promise.allSettled(Array.from({ length: 9 }, () => enter(challenge, wrong)));
    const codes = more.map((one) =>
      one.status === 'rejected' ? (one.reason as Error).message.split(':')[0] : 'in',
    );
    expect(
      codes.filter((code) => code === '403 codeWrong'),
      codes.join(),
    ).to.have.length(3);
    expect(codes.filter((code) => code === '403 codeLocked')).to.have.length(6);
    await refused(enter(challenge, right), 'codeLocked');
    expect((await exchange(walker.token)).triesLeft).to.equal(0);
    const own = await app.api(routes.candidateStatus, {}, walker.session);
    expect(own.applicationId, 'who is in stays in').to.equal(walker.applicationId);
  });

  it('takes no invented, no foreign and no old challenge', async () => {
    const walker = await apply(stand);
    const right = walker.candidate.phone.slice(-4);
    await refused(enter('x'.repeat(60), right), 'notFound');
    const { challenge } = await exchange(walker.token);
    const other = await apply(stand);
    await refused(enter((await exchange(other.token)).challenge, right), 'codeWrong');
    app.clock.advance(31 * minute);
    await refused(enter(challenge, right), 'linkExpired');
  });

  it('says that a link has run out', async () => {
    const walker = await invited(stand);
    const token = await invitationOf(walker);
    const { interviews } = await fileOf(stand, walker);
    expect(interviews).to.have.length(1);
    app.clock.advance(38 * day);
    await refused(exchange(token), 'linkExpired');
    await refused(exchange('y'.repeat(43)), 'notFound');
  });
});
