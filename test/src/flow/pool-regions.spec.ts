import type { SetOwnPool, SetPoolRule } from '@zhiyu/contracts/pool-profile';
import { routes } from '@zhiyu/contracts/routes';
import { poolMonthMs } from '@zhiyu/contracts/talent-pool';
import { Consent } from '@zhiyu/server/privacy/consent.entity';
import { Erasure } from '@zhiyu/server/privacy/erasure.service';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { PoolNoteRow, PoolProfileRow } from '@zhiyu/server/talent/pool-profile.entity';
import { expect } from 'chai';
import { aStaff, type AStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { apply, aStand, type Stand, type Walker } from './walk.js';

const inFrance: SetOwnPool = {
  country: 'FR',
  languages: [
    { code: 'fr', level: 'native' },
    { code: 'zh', level: 'B1' },
  ],
  ...{ move: 'abroad', transfer: false, months: 24 },
};

describe('the talent pool across countries, under the rule of each region (R41)', () => {
  let app: TestApp;
  let stand: Stand;
  let admin: AStaff;
  /** Works in Paris. */
  let camille: AStaff;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    const { company } = stand;
    admin = await aStaff(app, { company, roles: ['admin'] });
    camille = await aStaff(app, { company, roles: ['hr'], name: 'Camille' });
    await app.api(routes.setPlace, { id: camille.id, country: 'FR' }, admin.session);
  });
  after(() => app.stop());

  const pool = (who: AStaff, input = {}) => app.api(routes.pool, input, who.session);
  const say = (walker: Walker, said: SetOwnPool) =>
    app.api(routes.setOwnPool, said, walker.session);
  const rule = (change: Partial<SetPoolRule>) => {
    const usual = { region: 'eea', sight: 'consent', keepMonths: 24 } as const;
    const input = { ...usual, textsFrom: null, ground: '', ...change };
    return app.api(routes.setPoolRule, input, admin.session);
  };
  const sees = async (who: AStaff, { applicationId: id }: Walker, input = {}) =>
    (await pool(who, input)).members.some(({ applicationId }) => applicationId === id);
  const personOf = async ({ applicationId: id }: Walker) =>
    (await app.database.read(Application).findOneByOrFail({ id })).personId;
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

  it('keeps who lives in France from HR in China until he agrees to it, and says only how many', async () => {
    const walker = await member();
    const { withheld } = await pool(stand.hr);
    expect(
      await sees(stand.hr, walker),
      'nothing said: seen from where the company works',
    ).to.equal(true);
    expect(await sees(camille, walker), 'and from nowhere else').to.equal(false);
    await say(walker, inFrance);
    expect(await sees(stand.hr, walker)).to.equal(false);
    expect(await sees(camille, walker)).to.equal(true);
    const kept = await pool(stand.hr, { q: '没有人写过的词' });
    expect(kept.withheld, 'whatever is searched').to.equal(withheld + 1);
    expect(JSON.stringify(kept)).not.to.include(walker.applicationId);
    expect(kept.countries, 'not even where they live').to.deep.equal([]);
    const { applicationId: id } = walker;
    const { position, hr } = stand;
    await refused(
      app.api(routes.tagInPool, { id, tag: '法语', on: true }, hr.session),
      'regionRule',
    );
    const invite = { id, positionId: position.id };
    await refused(app.api(routes.inviteFromPool, invite, hr.session), 'regionRule');
    await refused(app.api(routes.addPoolNote, { id, text: '开过店' }, hr.session), 'regionRule');
    await say(walker, { ...inFrance, transfer: true });
    expect(await sees(hr, walker)).to.equal(true);
    expect((await pool(hr)).withheld).to.equal(withheld);
    await say(walker, inFrance);
    expect(await sees(hr, walker), 'taken back').to.equal(false);
  });

  it('an administrator sets each region: nobody elsewhere, or everybody on a written ground', async () => {
    const walker = await member();
    await say(walker, { ...inFrance, transfer: true });
    await rule({ sight: 'own' });
    expect(await sees(stand.hr, walker)).to.equal(false);
    await refused(rule({ sight: 'open', ground: '有' }), 'legalGroundMissing');
    await rule({ sight: 'open', ground: '标准合同条款，2026 年 3 月签，附影响评估' });
    await say(walker, inFrance);
    expect(await sees(stand.hr, walker)).to.equal(true);
    await refused(
      app.api(routes.setPlace, { id: camille.id, country: null }, stand.hr.session),
      'notAllowed',
    );
    await rule({});
    expect(await sees(stand.hr, walker)).to.equal(false);
  });

  it('stays as long as sentence and region both say, and by sentences that are new enough', async () => {
    const [old, french, short] = [await member(), await member(), await member()];
    await refused(say(french, { ...inFrance, months: 12 }), 'staleVersion');
    await say(french, inFrance);
    await rule({ region: 'jp', keepMonths: 6 });
    await say(short, { ...inFrance, country: 'JP', months: 6, transfer: true });
    const untilOf = async (who: Walker, by: AStaff) => {
      const { members } = await pool(by);
      const row = members.find(({ applicationId }) => applicationId === who.applicationId);
      return row === undefined ? null : Math.round((row.until - row.since) / poolMonthMs);
    };
    expect(await untilOf(old, stand.hr)).to.equal(12);
    expect(await untilOf(french, camille)).to.equal(24);
    expect(await untilOf(short, stand.hr)).to.equal(6);
    await rule({ keepMonths: 18 });
    expect(await untilOf(french, camille), 'less than was agreed to').to.equal(18);
    await rule({ keepMonths: 36 });
    expect(await untilOf(french, camille), 'never more than was agreed to').to.equal(24);
    const [newest] = await app.database.read(Consent).find({
      where: { applicationId: french.applicationId, purpose: 'talentPool' },
      order: { at: 'DESC', id: 'DESC' },
    });
    expect(newest?.textVersion).to.equal('2026-11-23.pool.m24');
    await rule({ textsFrom: '2026-11-24' });
    expect(await sees(camille, french)).to.equal(false);
    await rule({ textsFrom: '2026-11-23' });
    expect(await sees(camille, french)).to.equal(true);
    await rule({});
  });

  it('is found by place, level and moving, only by what was said', async () => {
    const walker = await member();
    await say(walker, { ...inFrance, country: 'DE', transfer: true });
    expect(await sees(stand.hr, walker, { country: 'DE' })).to.equal(true);
    expect(await sees(stand.hr, walker, { country: 'AT' })).to.equal(false);
    expect(await sees(stand.hr, walker, { language: 'zh', level: 'B1' })).to.equal(true);
    expect(await sees(stand.hr, walker, { language: 'zh', level: 'B2' })).to.equal(false);
    expect(await sees(stand.hr, walker, { language: 'ja' })).to.equal(false);
    expect(await sees(stand.hr, walker, { move: 'inCountry' })).to.equal(true);
    expect(await sees(stand.hr, walker, { move: 'no' })).to.equal(false);
  });

  it('HR enters what it was told, never over the person’s own words; notes have author and day', async () => {
    const walker = await member();
    const { applicationId: id } = walker;
    const told = { ...{ id, country: 'CN', move: null, told: true as const }, languages: [] };
    await app.api(routes.setPoolProfile, told, stand.hr.session);
    await app.api(routes.addPoolNote, { id, text: '在东京的团队里做过两年' }, stand.hr.session);
    await refused(
      app.api(routes.addPoolNote, { id, text: '少数民族' }, stand.hr.session),
      'invalidInput',
    );
    const shown = (await pool(stand.hr)).members.find((one) => one.applicationId === id);
    expect(shown?.profile).to.include({ country: 'CN', by: '许澜' });
    const [note] = shown?.notes ?? [];
    expect(note).to.include({ text: '在东京的团队里做过两年', by: '许澜', own: true });
    const personId = await personOf(walker);
    const row = await app.database.read(PoolNoteRow).findOneByOrFail({ personId });
    expect(row.body).not.to.include('东京');
    const own = await app.api(routes.ownData, {}, walker.session);
    expect(own.poolNotes.map(({ text }) => text)).to.deep.equal(['在东京的团队里做过两年']);
    expect(own.poolProfile?.country).to.equal('CN');
    const other = await aStaff(app, { company: stand.company, roles: ['hr'] });
    const remove = { id, note: note?.id ?? '' };
    await refused(app.api(routes.removePoolNote, remove, other.session), 'notFound');
    await app.api(routes.removePoolNote, remove, stand.hr.session);
    await say(walker, { ...inFrance, country: 'CN', months: 12 });
    await refused(app.api(routes.setPoolProfile, told, stand.hr.session), 'saidByPerson');
  });

  it('goes when the person leaves, and is unreadable after an erasure', async () => {
    const [leaving, erased] = [await member(), await member()];
    for (const walker of [leaving, erased]) {
      await say(walker, { ...inFrance, transfer: true });
      const { applicationId: id } = walker;
      await app.api(routes.addPoolNote, { id, text: '周会用法语开' }, camille.session);
    }
    await app.api(routes.talentPool, { given: false }, leaving.session);
    await app.drainJobs();
    const left = { personId: await personOf(leaving) };
    expect(await app.database.read(PoolNoteRow).countBy(left)).to.equal(0);
    expect(await app.database.read(PoolProfileRow).countBy(left)).to.equal(0);
    await app.api(routes.talentPool, { given: true }, leaving.session);
    const again = await app.api(routes.ownPool, {}, leaving.session);
    expect(again, 'nothing of it comes back').to.include({ profile: null, transfer: false });
    const personId = await personOf(erased);
    await app.database.transaction((tx) => app.get(Erasure).erase(tx, personId));
    expect(JSON.stringify(await pool(camille))).not.to.include('周会用法语开');
  });
});
