import { setTimeout as sleep } from 'node:timers/promises';
import type { Card, PressResult } from '@zhiyu/contracts/card';
import type { ErrorBody } from '@zhiyu/contracts/errors';
import { routes } from '@zhiyu/contracts/routes';
import { Interview } from '@zhiyu/server/interviews/entities/interview.entity';
import { CardRow, Press } from '@zhiyu/server/notify/card.entity';
import { Application, Decision } from '@zhiyu/server/recruiting/entities/application.entity';
import { anApplication } from '../factories/application.js';
import type { AStaff } from '../factories/company.js';
import { aPosition, type APosition } from '../factories/position.js';
import type { TestApp } from '../harness/app.js';
import type { ServerProcess } from './server-process.js';

/** A card that asks HR about one application. */
export interface Question {
  applicationId: string;
  card: Card;
}

/** Applications whose résumé a person has to look at: a card each for their HR. */
export async function questionsFor(app: TestApp, hr: AStaff, count: number): Promise<Question[]> {
  const position: APosition = await aPosition(app, {
    company: { id: hr.companyId },
    ownerId: hr.id,
  });
  for (let n = 0; n < count; n++) {
    await anApplication(app, { position });
  }
  await app.drainJobs();
  const { items } = await app.api(routes.inbox, {}, hr.session);
  const rows = await app.database.read(CardRow).findBy({ kind: 'screeningReview' });
  const about = new Map(rows.map((row) => [row.id, row.applicationId]));
  return items.flatMap(({ card }) => {
    const applicationId = about.get(card.id);
    return applicationId ? [{ applicationId, card }] : [];
  });
}

/** What a press brought: its answer, or null when the server died before it answered, or took it no more. */
export async function invite(
  server: ServerProcess,
  hr: AStaff,
  of: { card: Card; key: string; action?: string; value?: string },
): Promise<PressResult | null> {
  const { card, key, action = 'invite', value = null } = of;
  const input = { cardId: card.id, action, value, text: null, seenVersion: card.version };
  for (;;) {
    let response: Response;
    let body: unknown;
    try {
      response = await server.client.send(routes.press, input, hr.session, { key });
      body = await response.json();
    } catch {
      return null;
    }
    if (response.status === 200) {
      return body as PressResult;
    }
    if (response.status === 503) {
      // The server ends and takes nothing more.
      return null;
    }
    const { code } = body as ErrorBody;
    if (code !== 'requestInProgress') {
      throw new Error(`a press was answered with ${response.status} ${code}`);
    }
    await sleep(50);
  }
}

/** All that a press of 邀请面试 leaves, for one application. */
export async function effectsOf(app: TestApp, applicationId: string) {
  const read = app.database.read.bind(app.database);
  const cards = await read(CardRow).findBy({ applicationId });
  const ids = cards.map((card) => card.id);
  const presses = await read(Press).find();
  return {
    stage: (await read(Application).findOneByOrFail({ id: applicationId })).stage,
    decisions: await read(Decision).countBy({ applicationId }),
    interviews: await read(Interview).countBy({ applicationId }),
    invitations: cards.filter((card) => card.kind === 'invitation').length,
    effective: presses.filter((one) => one.effective && ids.includes(one.cardId)).length,
  };
}

/** What one press leaves, whatever was repeated. */
export const once = {
  stage: 'aiInterview',
  decisions: 1,
  interviews: 1,
  invitations: 1,
  effective: 1,
} as const;
