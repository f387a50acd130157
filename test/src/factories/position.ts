import { loadPositionSeeds } from '@zhiyu/config/content';
import type { PositionContent } from '@zhiyu/contracts/position';
import { Position } from '@zhiyu/server/recruiting/entities/position.entity';
import { Links } from '@zhiyu/server/recruiting/links.service';
import { Positions } from '@zhiyu/server/recruiting/positions.service';
import type { TestApp } from '../harness/app.js';

let seeds: PositionContent[] | undefined;

/** The seed 门店店员 (store-staff) without follow-ups, as a copy that may be changed: only what a test answers is asked. */
export function storeStaff(): PositionContent {
  seeds ??= loadPositionSeeds();
  const seed = seeds.find((one) => one.code === 'store-staff');
  if (!seed) {
    throw new Error('config/content/positions has no store-staff');
  }
  const content = structuredClone(seed);
  return { ...content, plan: { ...content.plan, followUps: 0 } };
}

export interface APosition {
  row: Position;
  id: string;
  companyId: string;
  content: PositionContent;
  /** Code of a tracked link of the website. */
  linkCode: string;
}

export interface GivenPosition {
  company: { id: string };
  ownerId?: string;
  departmentId?: string;
  content?: PositionContent;
  state?: Position['state'];
}

/** An open position of the seed store-staff, with a tracked link. */
export async function aPosition(app: TestApp, given: GivenPosition): Promise<APosition> {
  const content = given.content ?? storeStaff();
  const companyId = given.company.id;
  const { id, linkCode } = await app.database.transaction(async (tx) => {
    const positionId = await app.get(Positions).add(tx, {
      companyId,
      content,
      createdBy: given.ownerId ?? null,
      state: given.state ?? 'open',
      headcount: 3,
      departmentId: given.departmentId ?? null,
      ownerId: given.ownerId ?? null,
      example: false,
    });
    const input = { companyId, positionId, source: 'website' as const, label: '官网' };
    const link = await app.get(Links).add(tx, input);
    return { id: positionId, linkCode: link.code };
  });
  const row = await app.database.read(Position).findOneByOrFail({ id });
  return { row, id, companyId, content, linkCode };
}

/** The seed with a rule on a protected attribute that waits for its second yes. */
export function withProtectedRule() {
  const content = storeStaff();
  const rule = {
    id: 'health-card',
    kind: 'protected' as const,
    attribute: 'health' as const,
    condition: '有效健康证',
    legalGround: '食品安全法第四十五条：接触直接入口食品的人员应当取得健康证明。',
  };
  return { ...content, requirements: [...content.requirements, rule] };
}
