import { consentTexts, untoldText } from '@zhiyu/contracts/consent-texts';
import { routes } from '@zhiyu/contracts/routes';
import { Consent } from '@zhiyu/server/privacy/consent.entity';
import { expect } from 'chai';
import { aCandidate } from '../factories/candidate.js';
import { startApp, type TestApp } from '../harness/app.js';
import { TestSession } from '../harness/client.js';
import { allConsents, aStand, formOf, invited, type Stand, tokenIn } from './walk.js';

describe('a consent is stored with the version of the sentences that were shown', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());

  async function versionsOf(applicationId: string): Promise<string[]> {
    const order = { at: 'ASC' as const, id: 'ASC' as const };
    const rows = await app.database.read(Consent).find({ where: { applicationId }, order });
    return rows.map(({ purpose, textVersion }) => `${purpose} ${textVersion}`);
  }

  async function applied(textVersion?: string): Promise<string[]> {
    const form = { ...formOf(stand, aCandidate(), null), work: '收银', talentPool: true };
    const { statusPath } = await app.api(routes.apply, { ...form, textVersion });
    const session = new TestSession();
    await app.api(routes.exchange, { token: tokenIn(statusPath) }, session);
    const { applicationId } = await app.api(routes.candidateStatus, {}, session);
    return versionsOf(applicationId);
  }

  it('by the application form: as the page told it', async () => {
    const versions = await applied(consentTexts.application);
    expect(versions).to.deep.equal([`talentPool ${consentTexts.application}`]);
  });

  it('a page of yesterday told yesterday’s; who told none is not said to have seen any', async () => {
    expect(await applied('2026-10')).to.deep.equal(['talentPool 2026-10']);
    expect(await applied()).to.deep.equal([`talentPool ${untoldText}`]);
  });

  it('before the interview, and on the own page when the mind is changed', async () => {
    const { session, applicationId } = await invited(stand);
    const consents = { ...allConsents, talentPool: true, textVersion: consentTexts.interview };
    await app.api(routes.giveConsents, consents, session);
    await app.api(routes.talentPool, { given: false }, session);
    const all = await versionsOf(applicationId);
    expect(all).to.include(`recording ${consentTexts.interview}`);
    expect(all.at(-1)).to.equal(`talentPool ${consentTexts.talentPool}`);
  });
});
