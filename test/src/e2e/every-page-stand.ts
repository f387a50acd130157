import { routes } from '@zhiyu/contracts/routes';
import { aTestContent } from '../factories/written-test.js';
import { TestClient, TestSession } from '../harness/client.js';
import { type Company, password, shortPosition } from './company.js';
import type { Ids, Who } from './every-page.js';
import type { Product } from './product.js';
import { begun, passed } from './round.js';

/** The people of the example company who look at the pages, and what there is to see. */
export interface Stand {
  client: TestClient;
  ids: Ids;
  sessions: Record<Exclude<Who, 'visitor'>, TestSession>;
  /** Somebody of the staff who may not do this. */
  without(act: string): Promise<Who>;
}

const tokenOf = (link: string) => /[?&]t=([^&\s]+)/.exec(link)?.[1] ?? '';

async function byLink(client: TestClient, link: string): Promise<TestSession> {
  const session = new TestSession();
  const { needsPassword } = await client.call(routes.useLink, { token: tokenOf(link) }, session);
  if (needsPassword) {
    await client.call(routes.setPassword, { password }, session);
  }
  return session;
}

/** A sign-in link that the terminal printed. */
function printed(product: Product, who: string): string {
  const found = new RegExp(`${who}\\s+\\S*\\s*(http\\S+)`).exec(product.printed())?.[1];
  if (found === undefined) {
    throw new Error(`no link for ${who} in\n${product.printed()}`);
  }
  return found;
}

/** A position of one question in the example company, open to whoever has its link. */
async function aShortOne(
  client: TestClient,
  admin: TestSession,
  hr: TestSession,
): Promise<Company> {
  const me = await client.call(routes.me, {}, hr);
  const content = shortPosition(1);
  content.plan = { ...content.plan, resumeQuestions: 0 };
  const create = { content, headcount: 2, departmentId: null, ownerId: me.id };
  const { id: positionId } = await client.call(routes.createPosition, create, hr);
  await client.call(routes.changePosition, { id: positionId, state: 'open' }, hr);
  const label = { positionId, source: 'website' as const, label: '官网' };
  const { url: applyUrl } = await client.call(routes.createLink, label, hr);
  const who = { name: me.name, email: '', session: hr };
  return { client, admin, hr: who, positionId, applyUrl };
}

/** One finished application of the example, its interview, its position and a link; and the alert that it has. */
async function exampleIds(client: TestClient, session: TestSession) {
  const { applications } = await client.call(routes.listApplications, { stage: 'review' }, session);
  const application = applications[0]?.id ?? '';
  const file = await client.call(routes.application, { id: application }, session);
  const interview = file.interviews.find(({ kind }) => kind === 'ai')?.id ?? '';
  const position = file.positionId;
  const { links } = await client.call(routes.listLinks, { id: position }, session);
  const { alerts } = await client.call(routes.passAlerts, {}, session);
  const alert = alerts[0]?.id ?? '';
  return { application, interview, position, alert, code: links[0]?.code ?? '' };
}

/** A question of which several answers can be graded. */
async function aCalibration(
  client: TestClient,
  session: TestSession,
  of: { positionId: string },
): Promise<string> {
  const { entries } = await client.call(routes.listCalibrations, of, session);
  const [first] = entries;
  if (!first) throw new Error('no question to calibrate');
  const { positionId, code, dimension } = first;
  return (await client.call(routes.openCalibration, { positionId, code, dimension }, session)).id;
}

/** Two candidates on their way, a published test that was sent, and a session for everybody. */
export async function aStand(product: Product): Promise<Stand> {
  const client = new TestClient(product.base);
  const admin = await byLink(client, printed(product, '管理员'));
  const hr = await byLink(client, printed(product, 'HR'));
  const { staff } = await client.call(routes.listStaff, {}, admin);
  const id = staff.find(({ roles }) => roles.includes('auditor'))?.id ?? '';
  const auditor = await byLink(client, (await client.call(routes.resetStaff, { id }, admin)).url);
  const company = await aShortOne(client, admin, hr);
  const walker = await begun(company, { name: '郑在答', phone: '13866660001' });
  const invited = await begun(company, { name: '安小排', phone: '13866660002' });
  await passed(company, invited);
  const made = await client.call(routes.createTest, { content: aTestContent() }, hr);
  await client.call(routes.publishTest, { id: made.id, revision: made.revision }, hr);
  const order = { id: walker.id, testId: made.id, days: 5 };
  const { sittings } = await client.call(routes.sendTest, order, hr);
  const { rows } = await client.call(routes.liveInterviews, {}, hr);
  const roles = ['interviewer' as const];
  const guest = { name: '顾面', email: 'gumian@example.com', roles, departmentId: null };
  const interviewer = await byLink(
    client,
    (await client.call(routes.inviteStaff, guest, admin)).url,
  );
  const bank = await client.call(routes.listBank, {}, hr);
  const example = await exampleIds(client, hr);
  const ids = {
    ...example,
    running: rows[0]?.interviewId ?? '',
    test: made.id,
    sitting: sittings[0]?.id ?? '',
    question: bank.items[0]?.code ?? '',
    calibration: await aCalibration(client, hr, { positionId: example.position }),
  };
  const sessions = {
    ...{ admin, hr, auditor, interviewer },
    ...{ walker: walker.session, invited: invited.session },
  };
  const without = async (act: string): Promise<Who> => {
    for (const who of ['interviewer', 'auditor'] as const) {
      const { may } = await client.call(routes.me, {}, sessions[who]);
      if (!may.includes(act)) return who;
    }
    throw new Error(`everybody may ${act}`);
  };
  return { client, ids, sessions, without };
}

/** Somebody who may look at every page of a company in which nothing has happened yet. */
export async function anEmptyOne(product: Product): Promise<TestSession> {
  const client = new TestClient(product.base);
  const admin = await byLink(client, await product.adminLink());
  const roles = ['hr' as const, 'admin' as const, 'auditor' as const];
  const all = { name: '许岚', email: 'xulan@yunshan.example', roles, departmentId: null };
  return byLink(client, (await client.call(routes.inviteStaff, all, admin)).url);
}
