import type { Card } from '@zhiyu/contracts/card';
import { routes } from '@zhiyu/contracts/routes';
import { newId } from '@zhiyu/server/platform/time/ids';
import { Decision } from '@zhiyu/server/recruiting/entities/application.entity';
import { PassRateFlow } from '@zhiyu/server/workflow/pass-rate/pass-rate.flow';
import { anApplication } from '../factories/application.js';
import type { AStaff } from '../factories/company.js';
import type { TestApp } from '../harness/app.js';
import { day, type Stand } from './walk.js';

/** So many decisions after the AI interview, that long ago. */
export async function decided(
  { app, position }: Pick<Stand, 'app' | 'position'>,
  kind: 'pass' | 'reject',
  count: number,
  daysAgo = 1,
): Promise<void> {
  const { id: applicationId, companyId } = await anApplication(app, { position });
  const at = app.clock.now() - daysAgo * day;
  const rows = Array.from({ length: count }, (_, n) => ({
    ...{ id: newId(at), companyId, applicationId, round: n + 1, kind, reason: 'other' },
    ...{ note: null, decidedBy: null, ground: '', fromStage: 'review' as const, at },
  }));
  await app.database.read(Decision).insert(rows);
}

/** What happens on the morning of a working day. */
export async function looksAgain(app: TestApp): Promise<void> {
  await app.get(PassRateFlow).watch({ due: app.clock.now() });
  await app.drainJobs();
}

export async function alertsOf(app: TestApp, reader: AStaff): Promise<Card[]> {
  const { items } = await app.api(routes.inbox, {}, reader.session);
  return items.map(({ card }) => card).filter(({ kind }) => kind === 'alert');
}

export function pressOn(
  app: TestApp,
  reader: AStaff,
  of: { card: Card | undefined; action: string; text?: string },
) {
  const { id: cardId = '', version: seenVersion = 0 } = of.card ?? {};
  const input = { cardId, action: of.action, value: null, text: of.text ?? null, seenVersion };
  return app.api(routes.press, input, reader.session);
}
