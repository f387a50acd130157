import type { ChatName } from '@zhiyu/contracts/directory';
import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Emulator } from '../bots/dingtalk/emulator-process.js';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { bridge, withinDingTalk as dingTalkBrowser } from './chat-doors.js';
import { aCompany, type Company } from './company.js';
import { makeLink } from './opening.js';
import type { Product } from './product.js';

/** Who works for the company, and what the chat calls them. */
export const people = {
  hr: { name: '许岚', email: 'xulan@yunshan.example', userid: 'xulan' },
  head: { name: '何敬', email: 'hejing@yunshan.example', userid: 'hejing' },
  colleague: { name: '李小满', email: 'lixiaoman@yunshan.example', userid: 'lixiaoman' },
};

/** One spoken and two typed answers to the first questions of 门店店员. */
export const answers = {
  heard: '我先请顾客到旁边坐下，向她道歉，看了小票，问清为什么要退，给她换了一件，补了差价。',
  typed: [
    '我先问她给谁穿，什么场合，预算多少，推荐了两件让她试穿。她选了一件，又搭了一条围巾，后来成了会员。',
    '盘点少了三件，我先重新数了一遍，再查收货单和销售小票，发现是调拨没有登记。如实报告店长，补录以后账实相符。',
  ],
};

/** An open position of three questions in the hiring manager's department; HR, manager and a colleague are in the chat. */
export async function companyInChat(product: Product, chat: ChatName): Promise<Company> {
  const company = await aCompany(product, 3);
  const { client, admin, positionId } = company;
  const invited = async (
    { name, email }: { name: string; email: string },
    role: 'manager' | 'interviewer',
  ) => {
    const invite = { name, email, roles: [role], departmentId: null };
    return (await client.call(routes.inviteStaff, invite, admin)).staffId;
  };
  const managerId = await invited(people.head, 'manager');
  await invited(people.colleague, 'interviewer');
  const department = { name: '湖滨店', parentId: null, managerId };
  const { id: departmentId } = await client.call(routes.saveDepartment, department, admin);
  await client.call(routes.changePosition, { id: positionId, departmentId }, company.hr.session);
  const pairs = Object.values(people).map(({ email, userid }) => `${email}=${userid}`);
  await product.zhiyu('chat', 'link', chat, ...pairs);
  return company;
}

/** One member of the company: his chat with the app in one page, the product in another. */
export interface Member extends Person {
  chat: Page;
}

/** A browser with the page of the emulated chat beside the product. @param userAgent of the chat's own browser */
export async function member(
  browsers: Browsers,
  chat: string,
  userAgent?: string,
): Promise<Member> {
  const within = userAgent === undefined ? {} : { userAgent };
  const person = await browsers.person({ screen: userAgent ? phone : desktop, ...within });
  const page = await person.context.newPage();
  await page.goto(chat);
  return { ...person, chat: page };
}

/** What DingTalk's own browser is: its name, and the bridge that gives codes of this person. */
export async function withinDingTalk(
  browsers: Browsers,
  dingTalk: Emulator,
  userid: string,
): Promise<Member> {
  const one = await member(browsers, dingTalk.base, dingTalkBrowser);
  await one.context.exposeFunction('codeOfDingTalk', async () => {
    const order = { user: userid, kind: 'inside' };
    return (await dingTalk.post<{ code: string }>('code', order)).code;
  });
  await one.context.addInitScript(bridge);
  return one;
}

/** At a desk: the chat's button on the sign-in page, then the own name on the chat's. */
export async function signInAtDesk(
  { page }: Person,
  base: string,
  of: { chat: string; who: RegExp },
) {
  await page.goto(`${base}/#/pages/sign-in/index?next=${encodeURIComponent('/pages/chat/index')}`);
  await page.getByRole('button', { name: `用${of.chat}登录` }).click();
  await page.getByRole('link', { name: of.who }).click();
  await page.getByText('还没有消息').waitFor();
  expect(page.url()).not.to.match(/code=|state=/);
}

/** Within the chat: the page is opened, and he is in. */
export async function signInWithin({ page }: Person, base: string) {
  await page.goto(`${base}/#/pages/chat/index`);
  await page.getByText('还没有消息').waitFor();
}

/** HR's link of the position, made in her browser. @returns the address of the public page */
export async function makeLinkOf(page: Page, position: string): Promise<string> {
  await page.getByRole('navigation').getByRole('link', { name: '岗位' }).click();
  await page.getByRole('link', { name: position }).first().click();
  return makeLink(page);
}

/** Opens what a link or a button of this page opens. */
export async function opened(page: Page, press: () => Promise<unknown>): Promise<Page> {
  const [fresh] = await Promise.all([page.waitForEvent('popup'), press()]);
  await fresh.waitForLoadState();
  return fresh;
}

/** The report, opened from a chat: whose it is, and a score with its error. */
export async function expectReport(page: Page, name: string, picture: string) {
  await page.getByRole('heading', { name }).first().waitFor();
  expect(await page.locator('.total-v').innerText()).to.match(/^\d\.\d±\d\.\d$/);
  await shoot(page, picture);
}

/** 通过 on the report, with its reason. */
export async function passOn(page: Page) {
  await page.getByRole('button', { name: '通过', exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: '达到要求' }).check();
  await sheet.getByRole('button', { name: '通过' }).click();
  await sheet.waitFor({ state: 'hidden' });
}
