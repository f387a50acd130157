import { locales } from '@zhiyu/contracts/basics';
import type { PositionContent } from '@zhiyu/contracts/position';
import { routes } from '@zhiyu/contracts/routes';
import { europeanNotice } from '@zhiyu/server/interviews/european-notice';
import { Decision } from '@zhiyu/server/recruiting/entities/application.entity';
import { expect } from 'chai';
import { aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { allConsents, assessed, aStand, interviewOf, invited, type Stand } from './walk.js';

const lawfulGround = '劳动合同法第三条，候选人可向人事部申诉。';
const ground = '客服岗位要整天接电话，工会已经同意。';

/** Observes faces and turns down by machine: what is allowed elsewhere. */
const bold = (content: PositionContent): PositionContent => ({
  ...content,
  model: { ...content.model, threshold: 95 },
  plan: { ...content.plan, faceObservation: { on: true, lawfulGround } },
  automation: { ...content.automation, rejectBelowThreshold: { on: true, lawfulGround } },
});

/** The same under the European rules. */
const european = (content: PositionContent): PositionContent => ({
  ...content,
  plan: { ...content.plan, faceObservation: { on: false, lawfulGround } },
  automation: {
    ...content.automation,
    european: true,
    rejectBelowThreshold: { on: false, lawfulGround },
  },
});

describe('a position that recruits in the European Union, of a company elsewhere (R39)', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
  });
  after(() => app.stop());
  beforeEach(async () => {
    stand = await aStand(app, bold);
    const admin = await aStaff(app, { company: stand.company, roles: ['admin'] });
    const weights = { voice: 5, face: 10, ground, knowsNoEvidence: true };
    await app.api(routes.setDeliveryWeights, weights, admin.session);
  });

  const save = async (change: (content: PositionContent) => PositionContent) => {
    const { id } = stand.position;
    const { content, version } = await app.api(routes.position, { id }, stand.hr.session);
    const input = { id, baseVersion: version, content: change(content), note: '' };
    return app.api(routes.savePosition, input, stand.hr.session);
  };

  it('cannot be saved with what the rules forbid', async () => {
    const only = (part: 'plan' | 'automation') => (content: PositionContent) => ({
      ...european(content),
      ...(part === 'plan'
        ? { plan: content.plan }
        : { automation: { ...content.automation, european: true } }),
    });
    await refused(save(only('plan')), 'invalidInput');
    await refused(save(only('automation')), 'invalidInput');
    await save(european);
  });

  it('asks about no face, weighs nothing and says so, also to who applied before', async () => {
    const walker = await invited(stand);
    const elsewhere = await interviewOf(stand, walker);
    expect(elsewhere.asked).to.include('facialObservation');
    expect(elsewhere.weighed?.version).to.match(/\.v5f10$/);
    expect(elsewhere.european).to.equal(null);
    await save(european);
    const there = await interviewOf(stand, walker);
    expect(there.asked).not.to.include('facialObservation');
    expect(there.weighed).to.equal(null);
    expect(there.european).to.deep.equal(europeanNotice('zh'));
    const said = { ...allConsents, facialObservation: true };
    const textVersion = there.european?.version ?? '';
    await app.api(routes.giveConsents, { ...said, textVersion }, walker.session);
    expect((await interviewOf(stand, walker)).consents.facialObservation ?? null).to.equal(null);
  });

  it('the company’s word counts for a position that says nothing', async () => {
    const walker = await invited(stand);
    const admin = await aStaff(app, { company: stand.company, roles: ['admin'] });
    await app.api(routes.changeCompany, { europeanRules: true }, admin.session);
    const there = await interviewOf(stand, walker);
    expect(there.asked).not.to.include('facialObservation');
    expect(there.european?.version).to.match(/\.eu$/);
  });

  it('turns nobody down by a machine alone, where elsewhere it does', async () => {
    const decided = async () => {
      const { applicationId } = await assessed(stand, 'middling');
      return app.database.read(Decision).findOneBy({ applicationId });
    };
    const machine = await decided();
    expect(machine).to.include({ kind: 'reject', decidedBy: null });
    await save(european);
    expect(await decided(), 'a person is asked').to.equal(null);
  });

  it('is told in four languages', () => {
    for (const locale of locales) {
      const { text, version } = europeanNotice(locale);
      expect(text, locale)
        .to.match(/22/)
        .and.to.match(/GDPR|RGPD/);
      expect(version.length, 'fits the column').to.be.at.most(20);
    }
  });
});
