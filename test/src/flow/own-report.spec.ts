import { rawPaths, routes } from '@zhiyu/contracts/routes';
import { Consents } from '@zhiyu/server/privacy/consents.service';
import { expect } from 'chai';
import { aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { cardOf, press } from './look.js';
import { textOf } from './pdf-text.js';
import { assessed, aStand, type Stand, type Walker } from './walk.js';

describe("a candidate's own version of the report", () => {
  let app: TestApp;
  let stand: Stand;
  let walker: Walker;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    walker = await assessed(stand);
  });
  after(() => app.stop());

  const get = (session = walker.session) => app.client.raw(rawPaths.ownReport, {}, session);
  const ready = async () => (await app.api(routes.ownReport, {}, walker.session)).ready;

  it('is given only where the company does so, and only after the decision', async () => {
    const admin = await aStaff(app, { company: stand.company, roles: ['admin'] });
    expect([await ready(), (await get()).status]).to.deep.equal([false, 404]);
    await app.api(routes.changeCompany, { candidateReport: true }, admin.session);
    expect([await ready(), (await get()).status], 'not decided').to.deep.equal([false, 404]);
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    await press(stand, stand.hr, card, { action: 'pass', reason: 'meetsRequirement' });
    expect(await ready()).to.equal(true);
  });

  it('holds the own words and no requirement', async () => {
    const response = await get();
    expect(response.headers.get('content-type')).to.equal('application/pdf');
    const text = await textOf(response);
    expect(text).to.include(walker.candidate.name).and.include('候选人版').and.include('全部回答');
    expect(text).not.to.match(/先看这里|要人看的|跨线|不够要求|复试可以问/);
  });

  it('is in the language that is asked for, all but what was said; another company text says so', async () => {
    const titles = { en: 'Candidate’sversion', ja: '応募者用', fr: 'Versionducandidat' };
    const words = (await textOf(await get())).match(/[\p{Script=Han}，。]{12,}/gu) ?? [];
    expect(words).to.not.be.empty;
    for (const [language, title] of Object.entries(titles)) {
      const path = `${rawPaths.ownReport}?language=${language}`;
      const text = await textOf(await app.client.raw(path, {}, walker.session));
      expect(text)
        .to.include(title)
        .and.not.match(/候选人版|做得好的|可以练的|怎么评的|全部回答/);
    }
    const odd = await app.client.raw(`${rawPaths.ownReport}?language=xx`, {}, walker.session);
    expect(await textOf(odd), 'what it does not know: the own one').to.include('候选人版');
  });

  it('goes to nobody else', async () => {
    expect((await get(stand.hr.session)).status).to.equal(401);
    const other = await assessed(stand);
    expect((await get(other.session)).status).to.equal(404);
  });

  it('is gone where the consent to it was taken back', async () => {
    const { applicationId } = walker;
    await app.database.transaction((tx) =>
      app.get(Consents).give(
        tx,
        {
          ...{ companyId: stand.company.id, personId: '', applicationId },
          ...{ textVersion: '2026-11', locale: 'zh' },
        },
        { automatedAssessment: false },
      ),
    );
    expect([await ready(), (await get()).status]).to.deep.equal([false, 404]);
  });
});
