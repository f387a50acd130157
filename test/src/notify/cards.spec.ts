import { CardRow, Delivery, Press } from '@zhiyu/server/notify/card.entity';
import type { CardAction } from '@zhiyu/contracts/card';
import type { Recipient } from '@zhiyu/server/notify/card-content';
import { EventRow } from '@zhiyu/server/platform/events/event.entity';
import { Job } from '@zhiyu/server/platform/jobs/job.entity';
import { expect } from 'chai';
import { aContent, anId, aPress, CardsStand } from './cards-stand.js';

describe('cards', () => {
  let stand: CardsStand;
  const me: CardAction['actor'] = { kind: 'staff', id: anId() };
  const colleague: Recipient = { kind: 'staff', id: anId() };

  before(async () => {
    stand = await CardsStand.make();
  });
  after(() => stand.close());

  const manager = () => stand.database.dataSource.manager;
  const deliveriesOf = (cardId: string) => manager().findBy(Delivery, { cardId });
  const eventsOf = async (name: string, cardId: string) =>
    (await manager().findBy(EventRow, { name, companyId: stand.companyId })).filter(
      (row) => (row.payload as { cardId: string }).cardId === cardId,
    );

  it('are one card however often and however closely they are ordered', async () => {
    const topic = `approval:${anId()}:1`;
    const orders = [[me], [me, colleague], [colleague, colleague], [me]];
    const ids = await Promise.all(orders.map((recipients) => stand.send(recipients, { topic })));
    expect(new Set(ids).size).to.equal(1);
    expect(await manager().countBy(CardRow, { topic })).to.equal(1);
    const deliveries = await deliveriesOf(ids[0]!);
    expect(deliveries.map((one) => one.recipientId)).to.have.members([me.id, colleague.id]);
  });

  it('keep what they said when ordered again with other words', async () => {
    const topic = `approval:${anId()}:1`;
    await stand.send([me], { topic });
    await stand.send([me], { topic, content: aContent({ title: '别人' }) });
    const found = await stand.cards.byTopic(manager(), topic);
    expect(found?.card.title).to.equal('陈雨桐，门店店长');
    expect(found?.card).to.include({ version: 1, state: 'open', kind: 'approval' });
  });

  it('are not readable in the database', async () => {
    const cardId = await stand.send([me]);
    stand.decide({ [me.id]: '许澜' });
    await stand.cards.press(aPress(cardId, me), 1);
    const row = await manager().findOneByOrFail(CardRow, { id: cardId });
    const press = await manager().findOneByOrFail(Press, { cardId });
    for (const sealed of [row.body, press.answer]) {
      expect(sealed).to.not.contain('陈雨桐');
      expect(Buffer.from(sealed, 'base64').toString('utf8')).to.not.contain('陈雨桐');
    }
  });

  it('change for everybody who has them, and pages are told', async () => {
    const cardId = await stand.send([me, colleague]);
    await stand.database.transaction((tx) =>
      stand.cards.change(tx, cardId, aContent({ title: '变了' }), 'done'),
    );
    for (const person of [me, colleague]) {
      const card = (await stand.cards.inbox(person)).items.find(
        (item) => item.card.id === cardId,
      )?.card;
      expect(card).to.include({ title: '变了', version: 2, state: 'done' });
    }
    expect(await eventsOf('CardChanged', cardId)).to.have.length(1);
  });

  it('are lost together with the change they were ordered in', async () => {
    const topic = `approval:${anId()}:1`;
    const order = {
      ...{ kind: 'notice' as const, topic, companyId: stand.companyId, applicationId: null },
      ...{ personId: stand.personId, recipients: [me], content: aContent() },
    };
    const failing = stand.database.transaction(async (tx) => {
      await stand.cards.send(tx, order);
      throw new Error('later step failed');
    });
    expect(await failing.catch((error: unknown) => (error as Error).message)).to.equal(
      'later step failed',
    );
    expect(await stand.cards.byTopic(manager(), topic)).to.equal(null);
  });

  it('refuse a topic that the column would cut', async () => {
    const sent = stand.send([me], { topic: 'x'.repeat(121) });
    expect(await sent.catch((error: unknown) => (error as Error).message)).to.contain('120');
  });

  it('stand in the inbox oldest first, the last 100, unread until pressed or seen', async () => {
    const person: Recipient = { kind: 'candidate', id: anId() };
    const ids: string[] = [];
    for (let n = 0; n < 103; n++) {
      ids.push(
        await stand.send([person], { kind: 'notice', content: aContent({ title: `第 ${n} 张` }) }),
      );
    }
    const inbox = await stand.cards.inbox(person);
    expect(inbox.items).to.have.length(100);
    const times = inbox.items.map((item) => item.at);
    expect(times).to.deep.equal([...times].sort((a, b) => a - b));
    expect(inbox.unread).to.equal(100);
    await stand.cards.seen(person);
    expect((await stand.cards.inbox(person)).unread).to.equal(0);
    const other = await stand.cards.inbox({ kind: 'staff', id: person.id });
    expect(other.items).to.deep.equal([]);
  });

  it('vanish from the inbox with the key of their person', async () => {
    const personId = anId();
    const person: Recipient = { kind: 'staff', id: anId() };
    await stand.database.transaction((tx) => stand.vault.create(tx, stand.companyId, personId));
    const cardId = await stand.send([person], { personId });
    await stand.database.transaction((tx) => stand.vault.destroy(tx, personId));
    expect(await stand.cards.inbox(person)).to.deep.equal({ items: [], unread: 0 });
    expect(await stand.cards.find(manager(), cardId)).to.equal(null);
  });

  describe('on their way', () => {
    const deliver = async (cardId: string) => {
      const [delivery] = await deliveriesOf(cardId);
      return {
        id: delivery!.id,
        run: () => stand.deliverJob.deliver({ deliveryId: delivery!.id }),
      };
    };

    it('are in the web inbox with the order itself: nothing has to be carried there', async () => {
      const cardId = await stand.send([me, colleague]);
      for (const { id, state, deliveredAt } of await deliveriesOf(cardId)) {
        expect(state).to.equal('delivered');
        expect(deliveredAt).to.be.a('number');
        expect(await manager().existsBy(Job, { uniqueKey: `card.deliver:${id}` })).to.equal(false);
      }
      expect(await eventsOf('CardDelivered', cardId)).to.have.length(2);
    });

    it('are delivered once and said so once, however often the job runs', async () => {
      const cardId = await stand.send([me]);
      const { id, run } = await deliver(cardId);
      await manager().update(Delivery, { id }, { state: 'queued', deliveredAt: null });
      await Promise.all([run(), run()]);
      await run();
      const delivery = await manager().findOneByOrFail(Delivery, { id });
      expect(delivery.state).to.equal('delivered');
      expect(delivery.deliveredAt).to.be.a('number');
      expect(await eventsOf('CardDelivered', cardId), 'by the order and by the job').to.have.length(
        2,
      );
    });

    it('show the reason when they fail, fail for the job engine too, and recover', async () => {
      const cardId = await stand.send([me]);
      const { id, run } = await deliver(cardId);
      await manager().update(Delivery, { id }, { channel: 'pigeon', state: 'queued' });
      expect(await run().catch((error: unknown) => (error as Error).message)).to.contain('pigeon');
      const failed = await manager().findOneByOrFail(Delivery, { id });
      expect(failed.state).to.equal('failed');
      expect(failed.failure).to.equal('the channel pigeon is not set up');
      await manager().update(Delivery, { id }, { channel: 'console' });
      await run();
      expect(await manager().findOneByOrFail(Delivery, { id })).to.include({
        state: 'delivered',
        failure: '',
      });
    });
  });
});
