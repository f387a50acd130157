import { routes } from '@zhiyu/contracts/routes';
import { Delivery } from '@zhiyu/server/notify/card.entity';
import { expect } from 'chai';
import { type SmtpStand, startSmtp } from '../emulators/mail/smtp.js';
import { aStaff } from '../factories/company.js';
import type { TestApp } from '../harness/app.js';
import { decisionsOf, isKnownAs, listening, mailsTo } from './channels-walk.js';
import { dingTalk, type GoingChat, newestFirst, weCom } from './going-chats.js';
import { cardOf, press } from './look.js';
import { assessed, aStand, minute, type Stand, type Walker } from './walk.js';

function survives(chat: GoingChat): void {
  let smtp: SmtpStand;
  let app: TestApp;
  let stand: Stand;
  let before_: Walker;
  const meanwhile: Walker[] = [];

  before(async () => {
    await chat.start();
    smtp = await startSmtp();
    app = await listening(smtp, chat.settings());
    await chat.introduce(app);
    await chat.joined();
    stand = await aStand(app);
    await isKnownAs(app, stand.hr, { channel: chat.name, address: chat.users[0] });
    await isKnownAs(app, stand.head, { channel: chat.name, address: chat.users[1] });
    before_ = await assessed(stand);
    await chat.comeAndGo();
  });
  after(async () => {
    await app.stop();
    await smtp.stop();
    await chat.stop();
  });

  const about = ({ candidate }: Walker) => candidate.name;
  const deliveries = () => app.database.read(Delivery).findBy({ channel: chat.name });
  const stateShown = async () => {
    const admin = await aStaff(app, { company: stand.company, roles: ['admin'] });
    const { channels } = await app.api(routes.channels, {}, admin.session);
    return channels.find(({ name }) => name === chat.name);
  };

  it('is missed by nobody: people decide on the web, candidates come and hear of it by mail', async () => {
    const card = await cardOf(stand, stand.hr, 'approval', before_);
    const hold = { action: 'hold', reason: 'needsTalk' } as const;
    expect((await press(stand, stand.hr, card, hold)).effective).to.equal(true);
    meanwhile.push(await assessed(stand), await assessed(stand));
    for (const walker of meanwhile) {
      expect(mailsTo(smtp, walker).length).to.be.greaterThan(0);
    }
    expect(await decisionsOf(stand, before_)).to.have.length(1);
  });

  it('is shown to the administrator as failing, and what waits for it as not delivered', async () => {
    const shown = await stateShown();
    expect(['failing', 'connecting']).to.include(shown?.state);
    expect(shown?.lastError?.text).not.to.equal(undefined);
    const waiting = (await deliveries()).filter(({ state }) => state === 'failed');
    expect(waiting).to.have.length(2 * meanwhile.length);
    expect(waiting.every(({ failure }) => failure !== '')).to.equal(true);
  });

  it('gets everything in its order when it is back, and nothing twice', async () => {
    await chat.comeAndGo();
    await chat.joined();
    app.clock.advance(minute);
    await newestFirst(app);
    await app.drainJobs();
    app.clock.advance(minute);
    await app.drainJobs();
    expect((await deliveries()).every(({ state }) => state === 'delivered')).to.equal(true);
    for (const user of chat.users) {
      const messages = await chat.chatOf(user);
      const order = messages.map((words) =>
        [before_, ...meanwhile].findIndex((walker) => words.includes(about(walker))),
      );
      expect(order).to.deep.equal([0, 1, 2]);
      expect(messages[0]).to.include('许澜选了待定');
    }
    expect(await chat.broken()).to.deep.equal([]);
    expect(await stateShown()).to.include({
      state: chat.name === 'dingtalk' ? 'connected' : 'ready',
    });
  });

  it('shows the final state of a card that was decided while its message waited', async () => {
    await chat.comeAndGo();
    const walker = await assessed(stand);
    const card = await cardOf(stand, stand.head, 'approval', walker);
    const reject = { action: 'reject', reason: 'belowRequirement' } as const;
    expect((await press(stand, stand.head, card, reject)).effective).to.equal(true);
    await app.drainJobs();
    await chat.comeAndGo();
    app.clock.advance(minute);
    await app.drainJobs();
    for (const user of chat.users) {
      const messages = (await chat.chatOf(user)).filter((words) => words.includes(about(walker)));
      expect(messages).to.have.length(1);
      expect(messages[0]).to.include('何敬选了不通过');
    }
  });
}

describe('an outage of WeCom', () => {
  survives(weCom());
});

describe('an outage of DingTalk', () => {
  survives(dingTalk());
});
