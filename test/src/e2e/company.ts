import type { Locale } from '@zhiyu/contracts/basics';
import type { PositionContent } from '@zhiyu/contracts/position';
import { routes } from '@zhiyu/contracts/routes';
import type { Role } from '@zhiyu/contracts/staff';
import { storeStaff } from '../factories/position.js';
import { TestClient, TestSession } from '../harness/client.js';
import type { Person } from './browser.js';
import type { Product } from './product.js';

export const password = '知遇一面，百里挑一，开店';

interface Staff {
  name: string;
  email: string;
  session: TestSession;
}

/** A company behind the product, made as quickly as the API allows. */
export interface Company {
  client: TestClient;
  admin: TestSession;
  hr: Staff;
  positionId: string;
  /** Of the public page. */
  applyUrl: string;
}

const tokenOf = (link: string) => /[?&]t=([^&]+)/.exec(link)?.[1] ?? '';

/** Trades a one-time link for a session with a password of its own. */
async function signInByLink(client: TestClient, link: string): Promise<TestSession> {
  const session = new TestSession();
  await client.call(routes.useLink, { token: tokenOf(link) }, session);
  await client.call(routes.setPassword, { password }, session);
  return session;
}

/** The seed 门店店员, cut to so many questions: the first of its plan. */
export function shortPosition(questions: number): PositionContent {
  const content = storeStaff();
  const questionCodes = content.plan.questionCodes.slice(0, questions);
  return { ...content, plan: { ...content.plan, questionCodes } };
}

/** An administrator, an HR and an open position of `questions` questions with a tracked link. */
export async function aCompany(
  product: Product,
  questions: number,
  change: (content: PositionContent) => PositionContent = (content) => content,
): Promise<Company> {
  const client = new TestClient(product.base);
  const admin = await signInByLink(client, await product.adminLink());
  const who = { name: '许岚', email: 'xulan@yunshan.example' };
  const invite = { ...who, roles: ['hr' as const], departmentId: null };
  const { url } = await client.call(routes.inviteStaff, invite, admin);
  const session = await signInByLink(client, url);
  const me = await client.call(routes.me, {}, session);
  const content = change(shortPosition(questions));
  const create = { content, headcount: 2, departmentId: null, ownerId: me.id };
  const { id } = await client.call(routes.createPosition, create, session);
  await client.call(routes.changePosition, { id, state: 'open' }, session);
  const label = { positionId: id, source: 'website' as const, label: '官网' };
  const link = await client.call(routes.createLink, label, session);
  return { client, admin, hr: { ...who, session }, positionId: id, applyUrl: link.url };
}

/** Somebody else who works there, signed in. */
export async function aColleague(
  { client, admin }: Company,
  who: { name: string; roles: Role[] },
): Promise<{ id: string; session: TestSession }> {
  const email = `colleague-${who.roles.join('-')}@yunshan.example`;
  const { url } = await client.call(
    routes.inviteStaff,
    { ...who, email, departmentId: null },
    admin,
  );
  const session = await signInByLink(client, url);
  return { id: (await client.call(routes.me, {}, session)).id, session };
}

/** Gives a browser the session that a client of the API holds. */
export async function lendSession(person: Person, base: string, session: TestSession) {
  const cookies = [...session.cookies].map(([name, value]) => ({ name, value, url: base }));
  await person.context.addCookies(cookies);
}

/** Takes the session of a browser for calls of the API. */
export async function borrowSession(person: Person): Promise<TestSession> {
  const session = new TestSession();
  for (const { name, value } of await person.context.cookies()) {
    session.cookies.set(name, value);
  }
  return session;
}

/** Somebody who meets every requirement applies by the link and is invited at once. @returns the link to the own page */
export async function invitedTo(
  company: Company,
  who: { name: string; phone: string; locale?: Locale },
): Promise<string> {
  const code = /code=(\w+)/.exec(company.applyUrl)?.[1] ?? '';
  const { statusPath } = await company.client.call(routes.apply, {
    code,
    draftId: null,
    name: who.name,
    phone: who.phone,
    email: '',
    education: '2016.09-2019.06 杭州第二中学 高中',
    work: '2021.03-2023.05 杭州联华超市有限公司 收银员，收银、理货、盘点',
    consent: true,
    talentPool: false,
    locale: who.locale ?? 'zh',
  });
  return `${new URL(company.applyUrl).origin}/#${statusPath}`;
}
