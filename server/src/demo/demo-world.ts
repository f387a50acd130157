import type { INestApplicationContext } from '@nestjs/common';
import type { DemoCompanyContent } from '@zhiyu/config/demo';
import { planSchema } from '@zhiyu/contracts/position';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { Links } from '../recruiting/links.service.js';
import { PositionSeeds } from '../recruiting/position-seeds.js';
import { Positions } from '../recruiting/positions.service.js';
import { SignIn } from '../staff/sign-in.service.js';
import { StaffService } from '../staff/staff.service.js';
import type { StaffUser } from '../staff/staff-user.entity.js';

const minuteMs = 60_000;

/** What the candidates' stories need to know of the company. */
export interface DemoWorld {
  app: INestApplicationContext;
  companyId: string;
  /** Staff by code. */
  staff: Map<string, StaffUser>;
  /** Positions by template. */
  positions: Map<string, string>;
  /** Codes of links as the database has them, by their code in the content. */
  links: Map<string, string>;
}

/** What happens, told by yielding the next moment: everything due before it has happened when it goes on. */
export type Story = AsyncGenerator<number, void, void>;

/** The person of this code, signed in. */
export async function actorOf(world: DemoWorld, code: string): Promise<StaffActor> {
  const user = world.staff.get(code);
  const actor = user ? await world.app.get(SignIn).actorOf(user.id, '') : null;
  if (!actor) {
    throw new Error(`the example company has nobody called ${code}`);
  }
  return actor;
}

/** The company with its people, each of whom has signed in once. */
export async function found(
  app: INestApplicationContext,
  content: DemoCompanyContent,
): Promise<DemoWorld> {
  const staff = app.get(StaffService);
  const database = app.get(Database);
  const world: DemoWorld = {
    app,
    companyId: '',
    staff: new Map(),
    positions: new Map(),
    links: new Map(),
  };
  await database.transaction(async (tx) => {
    world.companyId = await staff.createCompany(tx, { name: content.name, example: true });
    const { companyId } = world;
    for (const { name, email, roles, code } of content.people) {
      const person = { companyId, name, email, roles, departmentId: null, example: true };
      world.staff.set(code, await staff.add(tx, person));
    }
  });
  const signIn = app.get(SignIn);
  for (const user of world.staff.values()) {
    const token = await database.transaction((tx) =>
      signIn.makeLink(tx, user, 'example', minuteMs),
    );
    await signIn.byLink(token);
  }
  return world;
}

/** Departments, each with its head and its people. */
export async function organise(
  world: DemoWorld,
  content: DemoCompanyContent,
): Promise<Map<string, string>> {
  const staff = world.app.get(StaffService);
  const ids = new Map<string, string>();
  await world.app.get(Database).transaction(async (tx) => {
    for (const { code, name, manager } of content.departments) {
      const managerId = world.staff.get(manager ?? '')?.id ?? null;
      ids.set(
        code,
        await staff.saveDepartment(tx, world.companyId, { name, parentId: null, managerId }),
      );
    }
  });
  const admin = await actorOf(world, 'shenlan');
  for (const { code, department } of content.people) {
    const id = world.staff.get(code)?.id;
    const departmentId = ids.get(department ?? '');
    if (id && departmentId) {
      await staff.change(admin, { id, departmentId });
    }
  }
  return ids;
}

/** One position from its template, with its tracked links. */
export async function openPosition(
  world: DemoWorld,
  position: DemoCompanyContent['positions'][number],
  departments: Map<string, string>,
): Promise<void> {
  const { app, companyId } = world;
  const seed = app.get(PositionSeeds).find(position.template);
  const owner = world.staff.get(position.owner);
  if (!seed || !owner) {
    throw new Error(`the example company cannot open ${position.template}`);
  }
  const content = { ...seed, plan: planSchema.parse({ ...seed.plan, ...position.plan }) };
  await app.get(Database).transaction(async (tx) => {
    const positionId = await app.get(Positions).add(tx, {
      companyId,
      content,
      createdBy: owner.id,
      headcount: position.headcount,
      departmentId: departments.get(position.department) ?? null,
      ownerId: owner.id,
      state: 'open',
      example: true,
    });
    world.positions.set(position.template, positionId);
    for (const { code, source, label } of position.links) {
      const link = await app.get(Links).add(tx, { companyId, positionId, source, label });
      world.links.set(code, link.code);
    }
  });
}
