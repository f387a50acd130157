import { Delivery } from '@zhiyu/server/notify/card.entity';
import { expect } from 'chai';
import { type SmtpStand, startSmtp } from '../emulators/mail/smtp.js';
import { decisionsOf, isKnownAs, listening } from '../flow/channels-walk.js';
import { dingTalk, type GoingChat, weCom } from '../flow/going-chats.js';
import { cardOf, press } from '../flow/look.js';
import { assessed, aStand, type Stand, type Walker } from '../flow/walk.js';
import type { TestApp } from '../harness/app.js';

const awayMs = 60_000;
const tickMs = 500;
/** By then everything has to be there: the pauses between the tries of a job have grown to 64 s after a minute. */
const patienceMs = 90_000;

describe('both chats gone for a whole minute', function () {
  this.timeout(300_000);
  const chats: GoingChat[] = [weCom(), dingTalk()];
  const walkers: Walker[] = [];
  let smtp: SmtpStand;
  let app: TestApp;
  let stand: Stand;

  before(async () => {
    await Promise.all(chats.map((chat) => chat.start()));
    smtp = await startSmtp();
    const settings = chats.map((chat) => chat.settings());
    app = await listening(smtp, Object.assign({}, ...settings) as Record<string, string>);
    for (const chat of chats) {
      await chat.introduce(app);
      await chat.joined();
    }
    stand = await aStand(app);
    for (const { name, users } of chats) {
      await isKnownAs(app, stand.hr, { channel: name, address: users[0] });
      await isKnownAs(app, stand.head, { channel: name, address: users[1] });
    }
  });
  after(async () => {
    await app.stop();
    await smtp.stop();
    await Promise.all(chats.map((chat) => chat.stop()));
  });

  const comeAndGo = () => Promise.all(chats.map((chat) => chat.comeAndGo()));
  const deliveries = () =>
    app.database.read(Delivery).findBy(chats.map(({ name }) => ({ channel: name })));
  /** The product's own clock goes with the wall's, and its jobs run when they are due. */
  const wait = async (ms: number, over: () => Promise<boolean> = () => Promise.resolve(false)) => {
    const from = Date.now();
    let last = from;
    while (Date.now() - from < ms && !(await over())) {
      await new Promise((resolve) => setTimeout(resolve, tickMs));
      app.clock.advance(Date.now() - last);
      last = Date.now();
      await app.drainJobs();
    }
    return Date.now() - from;
  };
  const pressed = async (walker: Walker, action: 'hold' | 'reject') => {
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    const reason = action === 'hold' ? 'needsTalk' : 'belowRequirement';
    const { effective } = await press(stand, stand.hr, card, { action, reason });
    expect(effective).to.equal(true);
  };

  it('stops nobody: candidates come, HR decides on the web', async () => {
    walkers.push(await assessed(stand));
    await comeAndGo();
    const gone = Date.now();
    await pressed(walkers[0]!, 'hold');
    walkers.push(await assessed(stand), await assessed(stand), await assessed(stand));
    await pressed(walkers[2]!, 'reject');
    await wait(awayMs - (Date.now() - gone));
    expect(Date.now() - gone).to.be.at.least(awayMs);
    const waiting = (await deliveries()).filter(({ state }) => state !== 'delivered');
    expect(waiting).to.have.length(3 * 2 * chats.length);
    expect(await decisionsOf(stand, walkers[2]!)).to.have.length(1);
  });

  it('and everything catches up by itself: in order, each once, as it stands now, within the limits', async () => {
    await comeAndGo();
    await Promise.all(chats.map((chat) => chat.joined()));
    const arrived = async () => (await deliveries()).every(({ state }) => state === 'delivered');
    // The card that was there before changes where it stands.
    const changed = async () => {
      const shown = chats.map(async (chat) =>
        Promise.all(chat.users.map((user) => chat.chatOf(user))),
      );
      return (await Promise.all(shown)).flat().every(([first]) => first?.includes('许澜选了待定'));
    };
    const took = await wait(patienceMs, async () => (await arrived()) && changed());
    expect(await arrived(), `after ${took} ms`).to.equal(true);
    for (const chat of chats) {
      for (const user of chat.users) {
        const messages = await chat.chatOf(user);
        const order = messages.map((words) =>
          walkers.findIndex(({ candidate }) => words.includes(candidate.name)),
        );
        expect(order, `${chat.name} ${user}`).to.deep.equal([0, 1, 2, 3]);
        expect(messages[0]).to.include('许澜选了待定');
        expect(messages[2]).to.include('许澜选了不通过');
      }
      expect(await chat.broken(), chat.name).to.deep.equal([]);
    }
  });
});
