import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { CardAction } from '@zhiyu/contracts/card';
import { AppError } from '@zhiyu/contracts/errors';
import { Press } from '@zhiyu/server/notify/card.entity';
import { EventRow } from '@zhiyu/server/platform/events/event.entity';
import { expect } from 'chai';
import { aContent, anId, aPress, CardsStand } from './cards-stand.js';
import { pressAll, type PressOrder, type PressReport } from './press-process.js';

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'nothing refused';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

describe('a press on a card', () => {
  let stand: CardsStand;
  let me: CardAction['actor'];
  let colleague: CardAction['actor'];

  beforeEach(async () => {
    stand = await CardsStand.make();
    me = { kind: 'staff', id: anId() };
    colleague = { kind: 'staff', id: anId() };
  });
  afterEach(() => stand.close());

  const actioned = (cardId: string) =>
    stand.database
      .read(EventRow)
      .findBy({ name: 'CardActioned', companyId: stand.companyId })
      .then((rows) => rows.filter((row) => (row.payload as { cardId: string }).cardId === cardId));

  it('has one effect when two people press 200 times at once', async () => {
    const ran = stand.decide({ [me.id]: '许澜', [colleague.id]: '何敬' });
    const cardId = await stand.send([me, colleague]);
    const presses = Array.from({ length: 200 }, (_, n) =>
      aPress(cardId, n % 2 === 0 ? me : colleague),
    );
    const results = await Promise.all(presses.map((press) => stand.cards.press(press, 1)));
    expect(results.filter((result) => result.effective)).to.have.length(1);
    expect(ran.count).to.equal(1);
    expect(results.every((result) => result.card.state === 'done')).to.equal(true);
    expect(await stand.database.read(Press).countBy({ cardId })).to.equal(200);
    const events = await actioned(cardId);
    expect(
      events.filter((row) => (row.payload as { effective: boolean }).effective),
    ).to.have.length(1);
  });

  it('makes one decision of 1,000 duplicated presses, half from a second process', async function () {
    this.timeout(60_000);
    const cardId = await stand.send([me, colleague]);
    const child = fork(fileURLToPath(new URL('./press-process.js', import.meta.url)));
    await once(child, 'message');
    const eventIds = Array.from({ length: 100 }, () => anId());
    const order = { dir: stand.dir, cardId, eventIds: eventIds.slice(0, 50), times: 10 };
    const answer = once(child, 'message') as Promise<[PressReport]>;
    child.send({ ...order, actor: colleague } satisfies PressOrder);
    const mine = await pressAll(stand, { ...order, actor: me, eventIds: eventIds.slice(50) });
    const [theirs] = await answer;
    expect(mine.answered + theirs.answered).to.equal(1000);
    expect([...mine.effective, ...theirs.effective]).to.have.length(1);
    expect(mine.decisions + theirs.decisions).to.be.at.least(1);
    const rows = await stand.database.read(Press).findBy({ cardId });
    expect(rows).to.have.length(100);
    expect(rows.filter((row) => row.effective)).to.have.length(1);
    expect(
      (await stand.cards.find(stand.database.dataSource.manager, cardId))?.card.version,
    ).to.equal(2);
  });

  it('gives a redelivery the answer it gave at first', async () => {
    const ran = stand.decide({ [me.id]: '许澜' });
    const cardId = await stand.send([me, colleague]);
    const press = aPress(cardId, me);
    const first = await stand.cards.press(press, 1);
    await stand.database.transaction((tx) =>
      stand.cards.change(tx, cardId, aContent({ title: '后来' }), 'done'),
    );
    expect(await stand.cards.press(press, 1)).to.deep.equal(first);
    expect(await stand.cards.press(press, 3)).to.deep.equal(first);
    expect(ran.count).to.equal(1);
  });

  it('refuses the identity of an event that belonged to another person or card', async () => {
    stand.decide({});
    const cardId = await stand.send([me, colleague]);
    const press = aPress(cardId, me);
    await stand.cards.press(press, 1);
    expect(await refusal(stand.cards.press({ ...press, actor: colleague }, 1))).to.equal(
      'idempotencyKeyReused',
    );
    const other = await stand.send([me]);
    expect(await refusal(stand.cards.press({ ...press, cardId: other }, 1))).to.equal(
      'idempotencyKeyReused',
    );
  });

  it('is refused to somebody who has not got the card', async () => {
    const ran = stand.decide({});
    const cardId = await stand.send([me]);
    expect(await refusal(stand.cards.press(aPress(cardId, colleague), 1))).to.equal('notAllowed');
    const candidate: CardAction['actor'] = { kind: 'candidate', id: me.id };
    expect(await refusal(stand.cards.press(aPress(cardId, candidate), 1))).to.equal('notAllowed');
    expect(await refusal(stand.cards.press(aPress(anId(), me), 1))).to.equal('notFound');
    expect(ran.count).to.equal(0);
    expect(await stand.database.read(Press).countBy({ cardId })).to.equal(0);
  });

  it('tells who was faster, by how much, and what was in vain', async () => {
    stand.decide({ [colleague.id]: '何敬' });
    const cardId = await stand.send([me, colleague]);
    await stand.cards.press(aPress(cardId, colleague, { action: 'hold' }), 1);
    const late = await stand.cards.press(aPress(cardId, me), 1);
    expect(late.effective).to.equal(false);
    expect(late.message).to.match(/^何敬选了hold，比您早 \d+ 秒。您按的“通过”没有生效$/);
    expect(late.card.version).to.equal(2);
    const again = await stand.cards.press(aPress(cardId, colleague), 2);
    expect(again.message).to.equal('何敬选了hold。已经定了，再按没有变化');
  });

  it('has no effect on a card that was settled and opened again since it was seen', async () => {
    const ran = stand.decide({});
    const cardId = await stand.send([me]);
    await stand.database.transaction((tx) => stand.cards.change(tx, cardId, aContent(), 'expired'));
    await stand.database.transaction((tx) => stand.cards.change(tx, cardId, aContent(), 'open'));
    const old = await stand.cards.press(aPress(cardId, me), 1);
    expect(old.effective).to.equal(false);
    expect(old.message).to.equal('卡片刚变过，请看过新的再按');
    expect(ran.count).to.equal(0);
    expect((await stand.cards.press(aPress(cardId, me), 3)).effective).to.equal(true);
  });

  it('has no effect on a card that shows other facts since it was seen', async () => {
    stand.decide({});
    const cardId = await stand.send([me]);
    await stand.database.transaction((tx) =>
      stand.cards.change(tx, cardId, aContent({ footnote: '新' }), 'open'),
    );
    const old = await stand.cards.press(aPress(cardId, me), 1);
    expect(old.effective).to.equal(false);
    expect(old.message).to.equal('卡片刚变过，请看过新的再按');
    expect((await stand.cards.press(aPress(cardId, me), 2)).effective).to.equal(true);
  });

  it('needs an answer from the list where the button asks for one', async () => {
    const ran = stand.decide({});
    const cardId = await stand.send([me]);
    const reject = (value: string | null) => aPress(cardId, me, { action: 'reject', value });
    expect(await refusal(stand.cards.press(reject(null), 1))).to.equal('reasonUnfit');
    expect(await refusal(stand.cards.press(reject('age'), 1))).to.equal('reasonUnfit');
    expect(ran.count).to.equal(0);
    expect((await stand.cards.press(reject('other'), 1)).effective).to.equal(true);
  });

  it('does nothing for an act the card does not offer', async () => {
    const ran = stand.decide({});
    const cardId = await stand.send([me]);
    for (const action of ['open', 'hire']) {
      expect((await stand.cards.press(aPress(cardId, me, { action }), 1)).effective).to.equal(
        false,
      );
    }
    expect(ran.count).to.equal(0);
  });

  it('leaves nothing behind when its handler fails', async () => {
    const cardId = await stand.send([me]);
    let fails = true;
    stand.actions.on('approval', (_tx, { card }) => {
      if (fails) {
        return Promise.reject(new AppError('stageRefused'));
      }
      const { id: _id, kind: _kind, version: _version, state, ...content } = card;
      return Promise.resolve({ effective: true, message: '好', content, state });
    });
    const press = aPress(cardId, me);
    expect(await refusal(stand.cards.press(press, 1))).to.equal('stageRefused');
    expect(await actioned(cardId)).to.have.length(0);
    fails = false;
    const result = await stand.cards.press(press, 1);
    expect(result.effective).to.equal(true);
    expect(result.card.version).to.equal(1);
  });
});
