import type { StatedGroups } from '@zhiyu/contracts/groups';
import type { Requirement } from '@zhiyu/contracts/position';
import { routes } from '@zhiyu/contracts/routes';
import { fisherExact } from '@zhiyu/server/analytics/impact/fisher';
import { GroupStatements } from '@zhiyu/server/privacy/group-statements.service';
import { Intake } from '@zhiyu/server/recruiting/intake.service';
import { extractResume } from '@zhiyu/server/recruiting/resume/extract';
import { readPlainText } from '@zhiyu/server/recruiting/resume/text.reader';
import { expect } from 'chai';
import { aCandidate } from '../factories/candidate.js';
import { aCompany, type ACompany, aStaff, type AStaff } from '../factories/company.js';
import { type APosition, aPosition, storeStaff } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';

const degree = (minDegree: 'secondary' | 'bachelor'): Requirement => ({
  ...{ id: 'education-1', kind: 'education', minDegree },
});
const schools = {
  secondary: '2012.09-2015.06 杭州第二高级中学 高中',
  bachelor: '2015.09-2019.06 浙江工商大学 市场营销 本科',
};

describe('what rules that are tried would do to groups (R3)', () => {
  let app: TestApp;
  let company: ACompany;
  let hr: AStaff;
  let admin: AStaff;
  let both: AStaff;
  let position: APosition;

  /** Applied with this degree; said so much of himself. */
  const applied = async (school: keyof typeof schools, stated: StatedGroups | null) => {
    const { name, phone, email } = aCandidate();
    const text = `${name}\n电话 ${phone}\n教育经历\n${schools[school]}\n`;
    const parsed = extractResume(readPlainText(Buffer.from(text)), 'text');
    const { application } = await app.database.transaction((tx) =>
      app.get(Intake).take(tx, {
        ...{ position: position.row, name, phone, email, source: 'website', linkId: null },
        ...{ file: null, parsed, corrected: {}, locale: 'zh', example: false },
      }),
    );
    const { id: applicationId, companyId, personId } = application;
    if (stated) {
      const whose = { applicationId, companyId, personId };
      await app.database.transaction((tx) => app.get(GroupStatements).state(tx, whose, stated));
    }
  };
  const many = async (count: number, ...of: Parameters<typeof applied>) => {
    for (let n = 0; n < count; n++) {
      await applied(...of);
    }
  };
  const preview = (by: AStaff, requirements: Requirement[]) =>
    app.api(routes.previewRules, { id: position.id, requirements }, by.session);

  before(async () => {
    app = await startApp();
    company = await aCompany(app);
    hr = await aStaff(app, { company, roles: ['hr'] });
    admin = await aStaff(app, { company, roles: ['admin'] });
    both = await aStaff(app, { company, roles: ['admin', 'hr'] });
    const content = { ...storeStaff(), requirements: [degree('secondary')] };
    position = await aPosition(app, { company, ownerId: hr.id, content });
    // Who said nothing is in no share, whatever he has.
    await many(3, 'secondary', null);
  });
  after(() => app.stop());

  it('says nothing while groups are too small to compare', async () => {
    await many(4, 'secondary', { sex: 'female' });
    await many(4, 'bachelor', { sex: 'male' });
    const { impact, impactHidden } = await preview(admin, [degree('secondary')]);
    expect(impactHidden).to.equal(null);
    expect(impact).to.deep.equal({ ratios: [], statedAbout: 0 });
  });

  it('is hidden where the change touches only a few, names beside it or not', async () => {
    for (const who of [admin, both]) {
      const { impact, impactHidden } = await preview(who, [degree('bachelor')]);
      expect([impact, impactHidden]).to.deep.equal([null, 'fewChanges']);
    }
  });

  it('says low, and perhaps by chance, of few; and to look, by the exact test, of many', async () => {
    // 6 women, one with a degree; 5 men, four with one: 1/6 against 4/5.
    await many(1, 'secondary', { sex: 'female' });
    await many(1, 'bachelor', { sex: 'female' });
    await many(1, 'secondary', { sex: 'male' });
    const few = (await preview(admin, [degree('bachelor')])).impact?.ratios[0];
    expect(few).to.include({ attribute: 'sex', was: 1, finding: 'tooFew' });
    expect(few?.is).to.be.closeTo(1 / 6 / (4 / 5), 1e-9);
    expect(few?.p).to.be.closeTo(fisherExact(1, 6, 4, 5), 1e-9);
    await many(10, 'secondary', { sex: 'female' });
    await many(10, 'bachelor', { sex: 'male' });
    const shown = (await preview(admin, [degree('bachelor')])).impact;
    expect(shown?.statedAbout).to.equal(30);
    expect(shown?.ratios[0]).to.include({ attribute: 'sex', was: 1, finding: 'found' });
    expect(shown?.ratios[0]?.is).to.be.closeTo(1 / 16 / (14 / 15), 1e-9);
    expect(shown?.ratios[0]?.p).to.be.closeTo(fisherExact(1, 16, 14, 15), 1e-9);
  });

  it('finds nothing in the rules in use, and is for those who may see the impact table', async () => {
    const same = await preview(admin, [degree('secondary')]);
    expect(same.impact?.ratios[0]).to.include({ was: 1, is: 1, finding: 'reference' });
    const forHr = await preview(hr, [degree('bachelor')]);
    expect([forHr.impact, forHr.impactHidden]).to.deep.equal([null, 'notAllowed']);
  });

  it('counts nobody of another company', async () => {
    const other = await aCompany(app);
    const theirs = await aStaff(app, { company: other, roles: ['admin'] });
    const elsewhere = await aPosition(app, { company: other, ownerId: theirs.id });
    const { impact } = await app.api(
      routes.previewRules,
      { id: elsewhere.id, requirements: [degree('bachelor')] },
      theirs.session,
    );
    expect(impact).to.deep.equal({ ratios: [], statedAbout: 0 });
  });
});
