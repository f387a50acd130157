import { routes } from '@zhiyu/contracts/routes';
import { poolMs } from '@zhiyu/contracts/talent-pool';
import { Erasure } from '@zhiyu/server/privacy/erasure.service';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { PoolTag } from '@zhiyu/server/talent/pool-tag.entity';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { apply, aStand, type Stand, type Walker } from './walk.js';

describe('tags of the talent pool (R41)', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());

  const pool = (input = {}) => app.api(routes.pool, input, stand.hr.session);
  const put = ({ applicationId: id }: Walker, tag: string, on = true, who = stand.hr) =>
    app.api(routes.tagInPool, { id, tag, on }, who.session);
  const rows = async ({ applicationId: id }: Walker) => {
    const { personId } = await app.database.read(Application).findOneByOrFail({ id });
    return app.database.read(PoolTag).findBy({ personId });
  };
  const tagsOf = async ({ applicationId: id }: Walker) =>
    (await pool()).members.find(({ applicationId }) => applicationId === id)?.tags;
  /** Turned down, and agreed to be told of other positions. */
  const member = async (): Promise<Walker> => {
    const walker = await apply(stand);
    await app.drainJobs();
    const decision = { id: walker.applicationId, kind: 'reject' as const, note: '' };
    const input = { ...decision, reason: 'positionFilled' as const };
    await app.api(routes.decide, input, stand.hr.session);
    await app.drainJobs();
    await app.api(routes.talentPool, { given: true }, walker.session);
    return walker;
  };

  it('two put on at once both stay, once each; they are found by, and by a word of the search', async () => {
    const [one, other] = [await member(), await member()];
    await Promise.all([put(one, '能上早班'), put(one, '会粤语'), put(one, '能上早班')]);
    await put(one, ' 会粤语 ');
    expect(await tagsOf(one)).to.have.members(['能上早班', '会粤语']);
    expect(await tagsOf(other)).to.deep.equal([]);
    expect((await pool()).tags).to.have.members(['能上早班', '会粤语']);
    const ids = async (input: object) =>
      (await pool(input)).members.map(({ applicationId }) => applicationId);
    expect(await ids({ tag: '会粤语' })).to.deep.equal([one.applicationId]);
    expect(await ids({ q: '粤语' })).to.deep.equal([one.applicationId]);
    expect(await ids({ tag: '会闽南语' })).to.deep.equal([]);
    await put(one, '会粤语', false);
    expect(await tagsOf(one)).to.deep.equal(['能上早班']);
  });

  it('stand sealed, and in the person’s own copy; the timeline knows that, not what', async () => {
    const walker = await member();
    await put(walker, '可以周末');
    const [row] = await rows(walker);
    expect(row?.body).to.be.a('string').and.not.include('周末');
    const own = await app.api(routes.ownData, {}, walker.session);
    expect(own.poolTags).to.deep.equal(['可以周末']);
    const { applicationId: id } = walker;
    const { entries } = await app.api(routes.timeline, { id }, stand.hr.session);
    const texts = JSON.stringify(entries);
    expect(texts).to.include('在人才库里加了标签').and.not.include('可以周末');
  });

  it('name no protected attribute, and are ten at most', async () => {
    const walker = await member();
    for (const tag of ['女', '已婚已育', '35岁以下', 'married']) {
      await refused(put(walker, tag), 'invalidInput');
    }
    for (let n = 0; n < 10; n++) {
      await put(walker, `标签${String(n)}`);
    }
    await refused(put(walker, '再一个'), 'conflict');
    expect(await tagsOf(walker)).to.have.length(10);
  });

  it('are HR’s, and of those alone who are in the pool', async () => {
    const walker = await member();
    await refused(put(walker, '能上早班', true, stand.head), 'notAllowed');
    const going = await apply(stand);
    await app.drainJobs();
    await refused(put(going, '能上早班'), 'consentMissing');
    expect(await rows(going)).to.deep.equal([]);
  });

  it('go when the person leaves the pool, and are unreadable after an erasure', async () => {
    const [leaving, erased] = [await member(), await member()];
    await put(leaving, '能上早班');
    await put(erased, '能上晚班');
    await app.api(routes.talentPool, { given: false }, leaving.session);
    await app.drainJobs();
    expect(await rows(leaving)).to.deep.equal([]);
    await app.api(routes.talentPool, { given: true }, leaving.session);
    expect(await tagsOf(leaving)).to.deep.equal([]);
    const { personId } = await app.database
      .read(Application)
      .findOneByOrFail({ id: erased.applicationId });
    await app.database.transaction((tx) => app.get(Erasure).erase(tx, personId));
    expect((await pool()).tags).not.to.include('能上晚班');
  });

  it('go in the night after the time in the pool has run out, and not before', async () => {
    const walker = await member();
    await put(walker, '能上早班');
    const night = async () => {
      await app.database.transaction((tx) => {
        tx.enqueue('pool.daily', { due: tx.now });
        return Promise.resolve();
      });
      await app.drainJobs();
    };
    await night();
    expect(await rows(walker)).to.have.length(1);
    app.clock.advance(poolMs);
    await night();
    expect(await rows(walker)).to.deep.equal([]);
  });
});
