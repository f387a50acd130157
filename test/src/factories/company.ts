import { routes } from '@zhiyu/contracts/routes';
import type { Role } from '@zhiyu/contracts/staff';
import { cookieOf } from '@zhiyu/server/platform/auth/credentials';
import { Sessions } from '@zhiyu/server/platform/auth/sessions';
import { staffSessionMs } from '@zhiyu/server/staff/sign-in.service';
import { StaffService } from '@zhiyu/server/staff/staff.service';
import type { TestApp } from '../harness/app.js';
import { TestSession } from '../harness/client.js';

let made = 0;

export interface ACompany {
  id: string;
  name: string;
}

/** A company of its own, with nobody in it. */
export async function aCompany(app: TestApp, given: { name?: string } = {}): Promise<ACompany> {
  made += 1;
  const name = given.name ?? `知遇测试公司 ${made}`;
  const staff = app.get(StaffService);
  const id = await app.database.transaction((tx) =>
    staff.createCompany(tx, { name, example: false }),
  );
  return { id, name };
}

export interface AStaff {
  id: string;
  companyId: string;
  name: string;
  email: string;
  roles: Role[];
  /** Signed in. */
  session: TestSession;
}

export interface GivenStaff {
  company: { id: string };
  roles: Role[];
  name?: string;
  departmentId?: string | null;
}

/** A person who works for the company and is signed in. */
export async function aStaff(app: TestApp, given: GivenStaff): Promise<AStaff> {
  made += 1;
  const companyId = given.company.id;
  const name = given.name ?? `同事${made}`;
  const email = `staff${made}@zhiyu.example`;
  const { roles, departmentId = null } = given;
  const staff = app.get(StaffService);
  const sessions = app.get(Sessions);
  return app.database.transaction(async (tx) => {
    const input = { companyId, name, email, roles, departmentId, example: false };
    const { id } = await staff.add(tx, input);
    const token = await sessions.open(
      tx,
      { kind: 'staff', subjectId: id, companyId },
      staffSessionMs,
    );
    return { id, companyId, name, email, roles, session: TestSession.with(cookieOf.staff, token) };
  });
}

/** The same person in another browser. */
export async function anotherSession(app: TestApp, staff: AStaff): Promise<TestSession> {
  const who = { kind: 'staff' as const, subjectId: staff.id, companyId: staff.companyId };
  const sessions = app.get(Sessions);
  const open = app.database.transaction((tx) => sessions.open(tx, who, staffSessionMs));
  return TestSession.with(cookieOf.staff, await open);
}

/** Gives the person a password, as they would themselves. */
export async function withPassword(app: TestApp, staff: AStaff, password: string): Promise<void> {
  await app.api(routes.setPassword, { password }, staff.session);
}

/** A department, headed by `managerId`. */
export async function aDepartment(
  app: TestApp,
  given: { company: { id: string }; name?: string; managerId?: string; parentId?: string },
): Promise<string> {
  made += 1;
  const staff = app.get(StaffService);
  const input = {
    name: given.name ?? `部门${made}`,
    parentId: given.parentId ?? null,
    managerId: given.managerId ?? null,
  };
  const id = await app.database.transaction((tx) =>
    staff.saveDepartment(tx, given.company.id, input),
  );
  // Sessions are remembered for a second: who heads what is read anew after it.
  app.clock.advance(2000);
  return id;
}
