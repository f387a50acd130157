import { routes } from '@zhiyu/contracts/routes';
import type { AStaff } from '../factories/company.js';
import type { TestApp } from './app.js';

/** What a person has beside the list. */
export interface Kept {
  savedViewId: string;
  /** An order that can still be taken back. */
  bulkOrderId: string;
}

async function aSavedView(app: TestApp, { session }: AStaff): Promise<string> {
  const input = { name: '等我看', filter: { waiting: 'true' } };
  const { views } = await app.api(routes.saveView, input, session);
  return views[0]?.id ?? '';
}

async function aBulkOrder(
  app: TestApp,
  { session }: AStaff,
  applicationId: string,
): Promise<string> {
  const input = { kind: 'hold' as const, reason: 'needsTalk' as const, ids: [applicationId] };
  return (await app.api(routes.startBulk, input, session)).id;
}

/** A saved filter of this person, and an order on an application that waits. */
export async function kept(app: TestApp, hr: AStaff, applicationId: string): Promise<Kept> {
  const bulkOrderId = await aBulkOrder(app, hr, applicationId);
  return { bulkOrderId, savedViewId: await aSavedView(app, hr) };
}

interface Piped extends Kept {
  position: { id: string };
  application: { id: string };
  departmentId: string;
}

/** Many applications at once. */
export function pipelineInputs(of: Piped) {
  const { id } = of.application;
  return {
    pipeline: { positionId: of.position.id, departmentId: of.departmentId },
    today: {},
    crossing: { ids: id },
    railCounts: {},
    digestPlan: {},
    saveDigestPlan: {
      ...{ rhythm: 'weekly' as const, weekday: 1, time: '09:00', group: true, monthly: true },
    },
    outcomes: { days: '30' as const, scope: 'all' as const },
    outcomeTrend: { days: '30' as const, scope: 'all' as const },
    listViews: {},
    viewCounts: {},
    saveView: { name: '本周', filter: { week: '2026-11-23' } },
    removeView: { id: of.savedViewId },
    previewBulk: { kind: 'hold' as const, ids: id },
    listBulk: {},
    startBulk: { kind: 'hold' as const, reason: 'needsTalk' as const, ids: [id] },
    undoBulk: { id: of.bulkOrderId },
    holdDecision: { id, kind: 'hold' as const, reason: 'needsTalk' as const, note: '' },
    heldDecision: { id },
    undoDecision: { id },
  };
}
