import { rawPaths, routes } from '@zhiyu/contracts/routes';
import type { ChatName } from '@zhiyu/contracts/directory';
import { ChatIdentity } from '@zhiyu/server/staff/chat-identity.entity';
import { type FeishuEmulator, settingsFor, startFeishu } from '../emulators/feishu/emulator.js';
import { aCompany, type ACompany, aStaff, type AStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import type { TestSession } from '../harness/client.js';

/** The product with Feishu set up, and the company that it belongs to. */
export interface ChatStand {
  app: TestApp;
  feishu: FeishuEmulator;
  company: ACompany;
  admin: AStaff;
  stop: () => Promise<void>;
}

/**
 * @param more further settings by their names in the environment
 * @param runsJobs in the background, as a browser needs it
 */
export async function startChatStand(
  more: Record<string, string> = {},
  runsJobs = false,
): Promise<ChatStand> {
  const feishu = await startFeishu();
  const { apiBase, loginBase, appId, appSecret, verificationToken, encryptKey } = settingsFor(
    feishu.address,
  );
  const env = {
    ...{ FEISHU_API_BASE: apiBase, FEISHU_LOGIN_BASE: loginBase, FEISHU_APP_ID: appId },
    ...{ FEISHU_APP_SECRET: appSecret, FEISHU_VERIFICATION_TOKEN: verificationToken },
    ...{ FEISHU_ENCRYPT_KEY: encryptKey, ...more },
  };
  const app = await startApp({ env, runsJobs });
  const company = await aCompany(app);
  const admin = await aStaff(app, { company, roles: ['admin'] });
  const stop = async () => {
    await app.stop();
    await feishu.stop();
  };
  return { app, feishu, company, admin, stop };
}

/** What a chat gives back to the browser. */
export interface Returned {
  chat: ChatName;
  code: string;
  state: string;
}

/** The browser comes back from the chat: where our own page is opened, and with what. */
export async function comeBack(app: TestApp, chat: ChatName, search: URLSearchParams) {
  const path = `${rawPaths.chatReturn}/${chat}?${search.toString()}`;
  const response = await app.client.raw(path);
  const location = response.headers.get('location') ?? '';
  const query = new URLSearchParams(location.split('?')[1] ?? '');
  const returned: Returned = {
    ...{ chat: query.get('chat') as ChatName, code: query.get('code') ?? '' },
    state: query.get('state') ?? '',
  };
  return { response, location, returned };
}

/** Begins in this browser and lets the person agree on Feishu's page. */
export async function goThroughFeishu(
  { app, feishu }: ChatStand,
  as: string,
  session: TestSession,
): Promise<Returned> {
  const begun = await app.api(routes.chatSignInStart, { chat: 'feishu', inside: false }, session);
  const asked = new URL(begun.url).searchParams;
  const query = new URLSearchParams({
    ...{ as, redirect: asked.get('redirect_uri') ?? '', state: asked.get('state') ?? '' },
  });
  const agreed = await fetch(`${feishu.address}/_control/login?${query.toString()}`, {
    redirect: 'manual',
  });
  const back = new URL(agreed.headers.get('location') ?? '');
  return (await comeBack(app, 'feishu', back.searchParams)).returned;
}

/** Says who of the staff an address in Feishu is. */
export async function isInFeishu(app: TestApp, staff: AStaff, address: string): Promise<void> {
  const { companyId, id: staffId } = staff;
  const who = { channel: 'feishu', address, companyId, staffId };
  const row = { ...who, createdAt: app.clock.now(), leftAt: null };
  await app.database.read(ChatIdentity).insert(row);
}
