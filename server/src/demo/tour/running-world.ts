import type { INestApplicationContext } from '@nestjs/common';
import type { DemoContent } from '@zhiyu/config/demo';
import { Database } from '../../platform/database/database.js';
import { Position, SourceLinkRow } from '../../recruiting/entities/position.entity.js';
import { SignIn } from '../../staff/sign-in.service.js';
import { StaffUser } from '../../staff/staff-user.entity.js';
import type { DemoWorld } from '../demo-world.js';

/** The example company that is there, as its stories need it. */
export async function runningWorld(
  app: INestApplicationContext,
  companyId: string,
  { company }: DemoContent,
): Promise<DemoWorld> {
  const database = app.get(Database);
  const signIn = app.get(SignIn);
  const world: DemoWorld = {
    ...{ app, companyId, staff: new Map(), positions: new Map(), links: new Map() },
  };
  for (const { code, email } of company.people) {
    const loginToken = signIn.loginToken(email);
    const user = await database.read(StaffUser).findOneBy({ companyId, loginToken });
    if (user) {
      world.staff.set(code, user);
    }
  }
  for (const { template, links } of company.positions) {
    const position = await database.read(Position).findOneBy({ companyId, code: template });
    if (!position) {
      continue;
    }
    world.positions.set(template, position.id);
    for (const { code, label } of links) {
      const where = { positionId: position.id, label };
      const link = await database.read(SourceLinkRow).findOneBy(where);
      if (link) {
        world.links.set(code, link.code);
      }
    }
  }
  return world;
}
