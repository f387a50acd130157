import { consentTexts } from '@zhiyu/contracts/consent-texts';
import { routes } from '@zhiyu/contracts/routes';
import { TestSession } from '../harness/client.js';
import { type Company, invitedTo } from './company.js';
import { eventually } from './filmed.js';

const consents = {
  ...{ recording: true, transcription: true, automatedAssessment: true, talentPool: false },
  textVersion: consentTexts.interview,
};

/** Somebody who applied, with the session of his own page. */
export interface Walker {
  id: string;
  session: TestSession;
}

/** Applies, agrees, and has the first question of the AI interview before him, to be answered in writing. */
export async function begun(
  company: Company,
  who: { name: string; phone: string },
): Promise<Walker> {
  const { client } = company;
  const session = new TestSession();
  const own = await invitedTo(company, who);
  await client.call(routes.exchange, { token: own.split('t=')[1] ?? '' }, session);
  await eventually(() => client.call(routes.giveConsents, consents, session));
  await client.call(routes.nextQuestion, {}, session);
  const { applicationId: id } = await client.call(routes.candidateStatus, {}, session);
  return { id, session };
}

/** Answers the one question in writing and is passed: the next round has its time. */
export async function passed({ client, hr }: Company, { id, session }: Walker): Promise<void> {
  const { current } = await client.call(routes.nextQuestion, {}, session);
  const answerId = current?.answerId ?? '';
  const begin = { answerId, mode: 'text' as const, mimeType: '', audioMimeType: '' };
  const { attemptId } = await client.call(routes.beginAttempt, begin, session);
  const said = { text: '我先道歉，再换货，最后记下原因。', pasted: false, offline: false };
  await client.call(routes.finishAttempt, { attemptId, durationMs: 9000, ...said }, session);
  await client.call(routes.chooseAttempt, { answerId, attemptId }, session);
  await client.call(routes.finishInterview, {}, session);
  const decision = { id, kind: 'pass' as const, reason: 'meetsRequirement' as const, note: '' };
  await eventually(() => client.call(routes.decide, decision, hr.session));
  await eventually(async () => {
    const { meeting } = await client.call(routes.ownMeeting, {}, session);
    if (meeting === null) throw new Error('no time yet');
  });
}
