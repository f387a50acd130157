import type { Requirement } from '@zhiyu/contracts/position';
import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { Intake } from '@zhiyu/server/recruiting/intake.service';
import { extractResume } from '@zhiyu/server/recruiting/resume/extract';
import { readPlainText } from '@zhiyu/server/recruiting/resume/text.reader';
import { aCandidate } from '../factories/candidate.js';
import { aCompany, type ACompany, aStaff, type AStaff } from '../factories/company.js';
import { type APosition, aPosition, storeStaff } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';

const degree = (minDegree: 'secondary' | 'bachelor'): Requirement => ({
  ...{ id: 'education-1', kind: 'education', minDegree },
});
const day = 86_400_000;

describe('rules that are tried before they hold', () => {
  let app: TestApp;
  let company: ACompany;
  let hr: AStaff;
  let admin: AStaff;
  let position: APosition;
  let person: { id: string; name: string };
  before(async () => {
    app = await startApp();
    company = await aCompany(app);
    hr = await aStaff(app, { company, roles: ['hr'] });
    admin = await aStaff(app, { company, roles: ['admin'] });
    const content = { ...storeStaff(), requirements: [degree('secondary')] };
    position = await aPosition(app, { company, ownerId: hr.id, content });
    person = await applied();
    await applied();
  });
  after(() => app.stop());

  /** With a résumé that says its degree. */
  const applied = async () => {
    const { name, phone, email } = aCandidate();
    const text = `${name}\n电话 ${phone}\n教育经历\n2012.09-2015.06 杭州第二高级中学 高中\n`;
    const parsed = extractResume(readPlainText(Buffer.from(text)), 'text');
    const { application } = await app.database.transaction((tx) =>
      app.get(Intake).take(tx, {
        ...{ position: position.row, name, phone, email, source: 'website', linkId: null },
        ...{ file: null, parsed, corrected: {}, locale: 'zh', example: false },
      }),
    );
    return { id: application.id, name };
  };
  const preview = (by: AStaff, requirements: Requirement[]) =>
    app.api(routes.previewRules, { id: position.id, requirements }, by.session);

  it('say whom they keep away and why, and change nothing', async () => {
    const shown = await preview(hr, [degree('bachelor')]);
    expect(shown.was).to.deep.equal({ pass: 2, look: 0, reject: 0 });
    expect(shown.is).to.deep.equal({ pass: 0, look: 0, reject: 2 });
    expect([shown.people, shown.changed, shown.unread, shown.capped]).to.deep.equal([
      ...[2, 2, 0, false],
    ]);
    expect(shown.rules[0]).to.include({ failed: 2, alone: 2, held: 0 });
    const named = shown.changedPeople?.find(({ applicationId }) => applicationId === person.id);
    expect(named).to.include({ name: person.name, was: 'pass', is: 'reject' });
    expect(named?.because[0]).to.include({ rule: '学历不低于本科' });
    expect(named?.because[0]?.found).to.contain('高中');
    const { version } = await app.api(routes.position, { id: position.id }, hr.session);
    expect(version).to.equal(1);
  });

  it('that are the rules in use change nobody', async () => {
    const shown = await preview(hr, [degree('secondary')]);
    expect([shown.changed, shown.changedPeople]).to.deep.equal([0, []]);
  });

  it('name nobody to those who do not see candidates', async () => {
    const shown = await preview(admin, [degree('bachelor')]);
    expect([shown.changed, shown.changedPeople]).to.deep.equal([2, null]);
    const interviewer = await aStaff(app, { company, roles: ['interviewer'] });
    await refused(preview(interviewer, []), 'notAllowed');
  });

  it('on a protected fact keep nobody away before a second person agrees, and then a person looks', async () => {
    const rule: Requirement = {
      ...{ id: 'health-1', kind: 'protected', attribute: 'health', condition: '有效健康证' },
      legalGround: '食品安全法第四十五条',
    };
    expect((await preview(hr, [degree('secondary'), rule])).changed).to.equal(0);
    const approved = { ...rule, approvedBy: admin.id };
    expect((await preview(hr, [degree('secondary'), approved])).is.look).to.equal(2);
  });

  it('that name a protected fact under another kind are not saved', async () => {
    const content = {
      ...position.content,
      requirements: [{ id: 'skill-1', kind: 'skill' as const, anyOf: ['35岁以下'] }],
    };
    const input = { id: position.id, baseVersion: 1, content, note: '' };
    await refused(app.api(routes.savePosition, input, hr.session), 'invalidInput');
  });

  it('look at the last 90 days only', async () => {
    app.clock.advance(91 * day);
    const again = await aStaff(app, { company, roles: ['hr'] });
    const shown = await preview(again, [degree('bachelor')]);
    expect([shown.people, shown.changed]).to.deep.equal([0, 0]);
  });
});
