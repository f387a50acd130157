import type { PositionContent, Requirement } from '@zhiyu/contracts/position';
import { routes } from '@zhiyu/contracts/routes';
import { Decision } from '@zhiyu/server/recruiting/entities/application.entity';
import { expect } from 'chai';
import { aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { cardOf, cardsOf, fileOf, press, textOf } from './look.js';
import { apply, aStand, shortPosition, statusOf } from './walk.js';

const healthRule: Requirement = {
  id: 'health-card',
  kind: 'protected',
  attribute: 'health',
  condition: '有效健康证',
  legalGround: '食品安全法第四十五条：接触直接入口食品的人员应当取得健康证明。',
};

const withRule = (rule: Requirement) => (content: PositionContent) => ({
  ...content,
  requirements: [...content.requirements, rule],
});

describe('screening', () => {
  let app: TestApp;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  it('invites by itself when every rule holds and the position says so', async () => {
    const stand = await aStand(app);
    const walker = await apply(stand);
    await app.drainJobs();
    const file = await fileOf(stand, walker);
    expect(file).to.include({ stage: 'aiInterview' });
    const card = await cardOf(stand, walker, 'invitation');
    expect(card.buttons.map((button) => button.action)).to.include.members(['later', 'person']);
    expect(textOf(card)).to.include('2');
    expect(await cardsOf(stand, stand.hr, 'screeningReview')).to.deep.equal([]);
    expect(
      (await statusOf(stand, walker)).promises[0]?.keptAt,
      'the invitation is the answer',
    ).to.be.a('number');
    const decisions = await app.database
      .read(Decision)
      .countBy({ applicationId: walker.applicationId });
    expect(decisions, 'an invitation by setting is no decision of a person').to.equal(0);
  });

  it('asks HR although every rule holds when the position does not invite by itself', async () => {
    const stand = await aStand(app, (content) => ({
      ...content,
      automation: { ...content.automation, inviteOnScreeningPass: false },
    }));
    const walker = await apply(stand);
    await app.drainJobs();
    expect((await fileOf(stand, walker)).stage).to.equal('screening');
    expect(await cardsOf(stand, stand.hr, 'screeningReview')).to.have.length(1);
  });

  it('asks HR with the rule and what was found when one failed or is not stated; inviting is a press', async () => {
    const stand = await aStand(app, (content) => ({
      ...content,
      requirements: [{ id: 'degree', kind: 'education', minDegree: 'master' }],
    }));
    const walker = await apply(stand);
    await app.drainJobs();
    const card = await cardOf(stand, stand.hr, 'screeningReview');
    expect(textOf(card))
      .to.include('学历不低于硕士')
      .and.to.include('大专')
      .and.to.include('第 4 行');
    expect(await cardsOf(stand, walker, 'invitation')).to.deep.equal([]);
    const result = await press(stand, stand.hr, card, { action: 'invite' });
    expect(result).to.include({ effective: true });
    expect(result.card.state).to.equal('done');
    await app.drainJobs();
    expect(await cardsOf(stand, walker, 'invitation')).to.have.length(1);
    expect((await fileOf(stand, walker)).decisions[0]).to.include({ kind: 'pass', by: '许澜' });
  });

  it('turns nobody down without a person and a reason: the letter names who decided', async () => {
    const stand = await aStand(app);
    const walker = await apply(stand, { resume: null });
    await app.drainJobs();
    const card = await cardOf(stand, stand.hr, 'screeningReview');
    await refused(press(stand, stand.hr, card, { action: 'reject' }), 'reasonUnfit');
    await press(stand, stand.hr, card, { action: 'reject', reason: 'requirementMissing' });
    await app.drainJobs();
    const status = await statusOf(stand, walker);
    expect(status.outcome).to.equal('notSelected');
    expect(status.letter?.decidedBy).to.equal('许澜');
    expect(status.letter?.strengths, 'nobody was interviewed').to.deep.equal([]);
    expect(await cardsOf(stand, walker, 'thanks')).to.have.length(1);
    expect(status.promises.every((promise) => promise.keptAt !== null)).to.equal(true);
  });

  it('agrees with the file: invited there, the card shows it, and a later press has no effect', async () => {
    const stand = await aStand(app);
    const walker = await apply(stand, { resume: null });
    await app.drainJobs();
    const card = await cardOf(stand, stand.hr, 'screeningReview');
    await app.api(routes.invite, { id: walker.applicationId }, stand.hr.session);
    const late = await press(stand, stand.hr, card, { action: 'reject', reason: 'other' });
    expect(late.effective).to.equal(false);
    await app.drainJobs();
    expect((await cardOf(stand, stand.hr, 'screeningReview')).state).to.equal('done');
    expect(await cardsOf(stand, walker, 'invitation')).to.have.length(1);
    expect((await fileOf(stand, walker)).stage).to.equal('aiInterview');
  });

  describe('of protected attributes', () => {
    it('refuses a rule without a written legal ground', async () => {
      const stand = await aStand(app);
      const content = withRule({ ...healthRule, legalGround: ' ' })(shortPosition());
      const input = { id: stand.position.id, baseVersion: 1, content, note: '' };
      await refused(app.api(routes.savePosition, input, stand.hr.session), 'legalGroundMissing');
    });

    it('does not count a rule before a second person said yes, and that is never who wrote it', async () => {
      const stand = await aStand(app);
      const { company, position, hr } = stand;
      const content = withRule(healthRule)(shortPosition());
      const claimed = withRule({ ...healthRule, approvedBy: stand.head.id })(shortPosition());
      const input = { id: position.id, baseVersion: 1, content: claimed, note: '' };
      const saved = await app.api(routes.savePosition, input, hr.session);
      expect(saved.pendingRules, 'nobody approves in the name of others').to.deep.equal([
        'health-card',
      ]);
      expect(saved.content.requirements).to.deep.equal(content.requirements);
      const before = await apply(stand);
      await app.drainJobs();
      expect((await fileOf(stand, before)).screening?.rules).to.have.length(3);
      const approve = { id: position.id, ruleId: 'health-card' };
      const both = await aStaff(app, { company, roles: ['hr', 'admin'] });
      await refused(app.api(routes.approveRule, approve, hr.session), 'notAllowed');
      const again = { ...input, baseVersion: 2, content, note: '改' };
      await app.api(routes.savePosition, again, both.session);
      await refused(app.api(routes.approveRule, approve, both.session), 'secondApproverNeeded');
      const yes = await app.api(routes.approveRule, approve, stand.head.session);
      expect(yes.pendingRules).to.deep.equal([]);
      const after = await apply(stand);
      await app.drainJobs();
      const file = await fileOf(stand, after);
      const rule = file.screening?.rules.find((one) => one.ruleId === 'health-card');
      expect(rule?.outcome, 'a person checks it, never the machine').to.equal('unknown');
      expect(file.stage).to.equal('screening');
    });

    it('asks for the second yes again when the rule was changed', async () => {
      const stand = await aStand(app, withRule(healthRule));
      const { position, hr, head } = stand;
      const approve = { id: position.id, ruleId: 'health-card' };
      await refused(app.api(routes.approveRule, approve, hr.session), 'notAllowed');
      const yes = await app.api(routes.approveRule, approve, head.session);
      const [kept, changed] = ['有效健康证', '没有传染病'].map((condition) => ({
        ...shortPosition(),
        requirements: [{ ...healthRule, condition }],
      }));
      if (!kept || !changed) {
        throw new Error('two contents');
      }
      const save = (baseVersion: number, content: PositionContent) =>
        app.api(
          routes.savePosition,
          { id: position.id, baseVersion, content, note: '' },
          hr.session,
        );
      const same = await save(yes.version, kept);
      expect(same.pendingRules).to.deep.equal([]);
      const other = await save(same.version, changed);
      expect(other.pendingRules).to.deep.equal(['health-card']);
    });
  });

  it('lets no position turn people down by machine without a written ground', async () => {
    const stand = await aStand(app);
    const content = {
      ...shortPosition(),
      automation: {
        ...shortPosition().automation,
        rejectBelowThreshold: { on: true, lawfulGround: '' },
      },
    };
    const input = { id: stand.position.id, baseVersion: 1, content, note: '' };
    await refused(app.api(routes.savePosition, input, stand.hr.session), 'legalGroundMissing');
  });
});
