import type { ApplicationDetail } from '@zhiyu/contracts/application';
import { routes } from '@zhiyu/contracts/routes';
import type { Screening } from '@zhiyu/contracts/screening';
import { Vault } from '@zhiyu/server/platform/crypto/vault';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { Screenings } from '@zhiyu/server/recruiting/screenings.service';
import { expect } from 'chai';
import { aCandidate } from '../factories/candidate.js';
import { aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { cardOf, cardsOf, press, textOf } from './look.js';
import { apply, aStand, bytesOf, goodResume, type Stand, type Walker } from './walk.js';

const english = { headers: { 'x-locale': 'en' } };
const french = { headers: { 'x-locale': 'fr' } };

describe('a screening in the language of its reader', () => {
  let app: TestApp;
  let stand: Stand;
  let walker: Walker;
  before(async () => {
    app = await startApp();
    stand = await aStand(app, (content) => ({
      ...content,
      requirements: [
        { id: 'degree', kind: 'education', minDegree: 'master' },
        { id: 'excel', kind: 'skill', anyOf: ['Excel'] },
        { id: 'english', kind: 'language', anyOf: ['IELTS 6.5'] },
      ],
    }));
    walker = await apply(stand);
    await app.drainJobs();
  });
  after(() => app.stop());

  const file = (id = walker.applicationId, more?: typeof english) =>
    app.api(routes.application, { id }, stand.hr.session, more);
  const said = ({ screening }: Pick<ApplicationDetail, 'screening'>) =>
    screening?.rules.map(({ rule, outcome, found }) => [rule, outcome, found]);
  const row = () => app.database.read(Application).findOneByOrFail({ id: walker.applicationId });

  const inChinese = [
    ['学历不低于硕士', 'failed', '大专，简历第 4 行'],
    ['掌握Excel之一', 'held', 'Excel，简历第 9 行'],
    ['会IELTS 6.5之一', 'unknown', '简历里没有提到'],
  ];
  const inEnglish = [
    ['Education: Master’s degree or higher', 'failed', 'Associate degree, résumé line 4'],
    ['Skill: Excel', 'held', 'Excel, résumé line 9'],
    ['Language: IELTS 6.5', 'unknown', 'Not mentioned in the résumé'],
  ];

  it('is read in the file by each in his own, out of the same facts', async () => {
    expect(said(await file())).to.deep.equal(inChinese);
    expect(said(await file(undefined, english))).to.deep.equal(inEnglish);
    expect(said(await file(undefined, french)), 'the staff side has two').to.deep.equal(inEnglish);
    const lines = (await file(undefined, english)).screening?.rules.map(({ lineText }) => lineText);
    expect(lines?.[0], 'the résumé stands as it was written').to.include('杭州职业技术学院');
  });

  it('is kept without sentences, sealed', async () => {
    const application = await row();
    expect(application.screening).not.to.match(/degree|IELTS/);
    const kept = await app.get(Screenings).of(application);
    expect(kept?.rules[0]).to.deep.include({
      ruleId: 'degree',
      asked: { kind: 'education', minDegree: 'master' },
      found: { is: 'degree', degree: 'associate' },
    });
    expect(JSON.stringify(kept)).not.to.match(/学历|Education|简历第/);
  });

  it('is what who hands in a file hears, now and when it comes again', async () => {
    const file = bytesOf(goodResume(aCandidate()));
    const where = { id: stand.position.id, name: '简历.txt' };
    const hand = (more: Partial<typeof english>) =>
      app.api(routes.uploadResume, where, stand.hr.session, { file, ...more });
    expect(said(await hand(english))).to.deep.equal(inEnglish);
    expect(said(await hand({})), 'the same application').to.deep.equal(inChinese);
  });

  it('is what the trial of rules says', async () => {
    const input = {
      id: stand.position.id,
      requirements: [{ id: 'degree', kind: 'education' as const, minDegree: 'bachelor' as const }],
    };
    const shown = await app.api(routes.previewRules, input, stand.hr.session, english);
    expect(shown.rules.map(({ rule }) => rule)).to.deep.equal([
      'Education: Bachelor’s degree or higher',
    ]);
    const back = { ...input, requirements: [] };
    const { changedPeople } = await app.api(routes.previewRules, back, stand.hr.session, english);
    expect(changedPeople?.[0]?.because).to.deep.equal(
      inEnglish
        .filter(([, outcome]) => outcome !== 'held')
        .map(([rule, , found]) => ({ rule, found })),
    );
  });

  it('on a card is that of the company’s cards', async () => {
    const chinese = await cardOf(stand, stand.hr, 'screeningReview', walker);
    expect(textOf(chinese)).to.include('学历不低于硕士').and.to.include('不够，大专，简历第 4 行');
    const admin = await aStaff(app, { company: stand.company, roles: ['admin'] });
    await app.api(routes.changeCompany, { staffLanguage: 'en' }, admin.session);
    const other = await apply(stand);
    await app.drainJobs();
    const card = await cardOf(stand, stand.hr, 'screeningReview', other);
    expect(textOf(card))
      .to.include('Education: Master’s degree or higher')
      .and.to.include('Failed. Associate degree. Résumé line 4: 2017.09')
      .and.to.include('Not stated, which isn’t a failure. Not mentioned in the résumé');
    await press(stand, stand.hr, card, { action: 'invite' });
    await app.drainJobs();
    expect(await cardsOf(stand, other, 'invitation')).to.have.length(1);
  });

  it('of before facts were kept stays as it was written', async () => {
    const application = await row();
    const rule = {
      ...{
        ruleId: 'degree',
        kind: 'education',
        rule: '学历不低于硕士',
        outcome: 'failed' as const,
      },
      ...{ found: '大专，简历第 4 行', line: 4, lineText: '杭州职业技术学院 大专' },
    };
    const old: Screening = { outcome: 'reject', rules: [rule], rulesVersion: 1 };
    const place = { table: 'application', column: 'screening', row: application.id };
    const vault = await app.get(Vault).of(application.personId);
    const sealed = vault.seal(place, JSON.stringify(old));
    await app.database.transaction((tx) =>
      tx.manager.update(Application, { id: application.id }, { screening: sealed }),
    );
    expect((await file()).screening?.rules).to.deep.equal([{ ...rule, asStored: true }]);
    expect(said(await file(undefined, english))).to.deep.equal([
      ['学历不低于硕士', 'failed', '大专, résumé line 4'],
    ]);
  });
});
