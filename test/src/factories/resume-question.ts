import { Vault } from '@zhiyu/server/platform/crypto/vault';
import { newId } from '@zhiyu/server/platform/time/ids';
import { ResumeQuestionRow } from '@zhiyu/server/recruiting/entities/resume-question.entity';
import type { TestApp } from '../harness/app.js';
import type { AnApplication } from './application.js';
import { storeStaff } from './position.js';

/** A question about a résumé that waits for HR's word, whatever the résumé gave; its id. */
export async function aResumeQuestion(app: TestApp, { row }: AnApplication): Promise<string> {
  const now = app.clock.now();
  const id = newId(now);
  const { id: applicationId, companyId, personId } = row;
  const vault = await app.get(Vault).of(personId);
  const place = { table: 'resume_question', column: 'sealed', row: id };
  const sealed = vault.seal(place, JSON.stringify({ reason: '因为您的简历写到“店员”', line: 1 }));
  const whose = { id, applicationId, companyId, personId, place: 90, claim: 'x', sealed };
  const content = storeStaff().questions[0];
  if (!content) throw new Error('the seed has no question');
  const state = { kind: 'result' as const, state: 'proposed' as const, content, at: now };
  const nobody = { interviewId: null, byStaffId: null };
  await app.database.read(ResumeQuestionRow).insert({ ...whose, ...state, ...nobody });
  return id;
}
