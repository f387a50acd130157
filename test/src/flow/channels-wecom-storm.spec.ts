import { ChannelDesk } from '@zhiyu/server/notify/channel-desk';
import { Job } from '@zhiyu/server/platform/jobs/job.entity';
import { expect } from 'chai';
import { MoreThan } from 'typeorm';
import { Child } from '../bench/child.js';
import { checkPresses } from '../bench/press-check.js';
import { dice, uniqueFault } from '../bench/press-plan.js';
import type { WeComCommands } from '../bench/wecom.child.js';
import { changeFault, plan, settingsOf } from '../bench/wecom-plan.js';
import { makeWeComStand, type WeComStand } from '../bench/wecom-stand.js';
import type { Timed } from '../bench/load.child.js';
import { World } from '../emulators/wecom/world.js';
import { startApp, type TestApp } from '../harness/app.js';
import { TestClock } from '../harness/test-clock.js';

const cardCount = 100;
const forBoth = 20;
const atOnce = 12;

describe('a hundred presses through WeCom at once', function () {
  this.timeout(120_000);
  const world = new World();
  let weCom: Child<WeComCommands>;
  let app: TestApp;
  let stand: WeComStand;

  before(async () => {
    weCom = Child.start<WeComCommands>('wecom.child.js');
    const base = `http://127.0.0.1:${await weCom.ask('start')}`;
    const env = settingsOf(world, base);
    app = await startApp({ env, clock: new TestClock(Date.now()), runsJobs: true });
    await app.get(ChannelDesk).begin();
    stand = await makeWeComStand(app, cardCount + forBoth);
  });
  after(async () => {
    await app.stop();
    await weCom.stop();
  });

  const send = async ({ method, path, headers, body }: Timed) => {
    const answer = await fetch(`${app.base}${path}`, { method, headers, body });
    return { status: answer.status, changes: (await answer.text()).includes('<Encrypt>') };
  };

  it('redelivered and in no order, have each effect once, and each delivery shows the result', async () => {
    const cards = stand.cards.slice(0, cardCount);
    const random = dice(7);
    const { requests, otherCodes } = plan({ world, ports: [0], random }, cards, () => 0);
    const shuffled = requests
      .map((request) => ({ request, place: random() }))
      .sort((a, b) => a.place - b.place);
    expect(requests.length).to.be.greaterThan(cardCount * 1.2);
    const answers: Awaited<ReturnType<typeof send>>[] = [];
    for (let from = 0; from < shuffled.length; from += atOnce) {
      const some = shuffled.slice(from, from + atOnce);
      answers.push(...(await Promise.all(some.map(({ request }) => send(request)))));
    }
    expect(answers.every(({ status, changes }) => status === 200 && changes)).to.equal(true);
    const check = await checkPresses(app, stand.companyId);
    expect(uniqueFault(check, cardCount)).to.equal(null);
    expect(check.presses).to.equal(cardCount);
    // Results that want the same free time look again at once: none waits for its job's next try.
    const told = { name: 'result.tell', attempts: MoreThan(1) };
    expect(await app.database.read(Job).countBy(told)).to.equal(0);
    const { changes } = await weCom.ask('seen');
    expect(changeFault(changes, otherCodes)).to.equal(null);
  });

  it('of both people on one card: the first decides, the other is told', async () => {
    const cards = stand.cards.slice(cardCount);
    const twice = (of: typeof cards) => plan({ world, ports: [0], random: dice(9) }, of, () => 0);
    const mine = twice(cards.map((card) => ({ ...card, messages: card.messages.slice(0, 1) })));
    const theirs = twice(cards.map((card) => ({ ...card, messages: card.messages.slice(1) })));
    const answers = await Promise.all([...mine.requests, ...theirs.requests].map(send));
    expect(answers.every(({ status, changes }) => status === 200 && changes)).to.equal(true);
    const check = await checkPresses(app, stand.companyId);
    expect(uniqueFault(check, cardCount + forBoth)).to.equal(null);
    expect(check.presses).to.equal(cardCount + 2 * forBoth);
  });
});
