import { routes } from '@zhiyu/contracts/routes';
import { goodResume } from '../flow/walk.js';
import { TestSession } from '../harness/client.js';
import type { Company } from './company.js';
import { eventually } from './filmed.js';

interface Who {
  name: string;
  phone: string;
  email: string;
  locale: 'zh' | 'en' | 'ja' | 'fr';
}

/** Applies with a résumé, is turned down, and agreed to be told of other positions: the candidate's session. */
export async function joinPool({ client, hr, applyUrl }: Company, who: Who): Promise<TestSession> {
  const session = new TestSession();
  const code = /code=(\w+)/.exec(applyUrl)?.[1] ?? '';
  const file = new TextEncoder().encode(goodResume(who));
  const draft = await client.call(routes.readResume, { code, name: '简历.txt' }, undefined, {
    file,
  });
  const { statusPath } = await client.call(routes.apply, {
    ...{ code, draftId: draft.draftId, ...who, education: '', work: '' },
    ...{ consent: true as const, talentPool: true },
  });
  await client.call(routes.exchange, { token: statusPath.split('t=')[1] ?? '' }, session);
  const found = await client.call(routes.listApplications, { q: who.phone }, hr.session);
  const id = found.applications[0]?.id ?? '';
  const decision = { id, kind: 'reject' as const, reason: 'positionFilled' as const, note: '' };
  await eventually(() => client.call(routes.decide, decision, hr.session));
  return session;
}
