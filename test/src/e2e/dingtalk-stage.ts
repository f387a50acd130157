import type { Locator } from 'playwright-core';
import { until } from '../harness/until.js';
import { type Emulator, startEmulator } from '../bots/dingtalk/emulator-process.js';
import { startMailEmulator } from '../emulators/mail/emulator.js';
import type { Browsers } from './browser.js';
import {
  answers,
  companyInChat,
  makeLinkOf,
  member,
  type Member,
  people,
  signInAtDesk,
  signInWithin,
  withinDingTalk,
} from './chat-company.js';
import { dingTalkEnv } from './chat-doors.js';
import type { Product } from './product.js';
import { hearing, microphoneWords } from './spoken.js';
import type { Stage } from './stage.js';

/** The product beside an emulated DingTalk and a mail server, with HR and a hiring manager signed in. */
export interface DingTalkStage {
  product: Product;
  dingTalk: Emulator;
  mail: Awaited<ReturnType<typeof startMailEmulator>>;
  browsers: Browsers;
  hr: Member;
  head: Member;
  /** Of the public page of the position. */
  applyUrl: string;
  stop: () => Promise<void>;
}

/** HR by the button of the sign-in page at a desk, the manager within DingTalk; HR makes the link. */
export async function dingTalkStage(stage: Stage): Promise<DingTalkStage> {
  const dingTalk = await startEmulator();
  const mail = await startMailEmulator(0);
  const members = Object.values(people).map((one) => ({ ...one, department: 2 }));
  await dingTalk.post('people', { members });
  const channels = {
    ...{ ...dingTalkEnv(dingTalk), SMTP_URL: `smtp://127.0.0.1:${mail.smtpPort}` },
    MAIL_FROM: '云杉零售招聘 <hr@yunshan.example>',
  };
  const [product, browsers] = await Promise.all([
    stage.product({ hears: hearing([answers.heard]), channels }),
    stage.browsers({ words: microphoneWords }),
  ]);
  await until(async () => (await dingTalk.state()).stream.serving === 1);
  await companyInChat(product, 'dingtalk');
  const hr = await member(browsers, dingTalk.base);
  const head = await withinDingTalk(browsers, dingTalk, people.head.userid);
  await signInAtDesk(hr, product.base, { chat: '钉钉', who: /许岚/ });
  await signInWithin(head, product.base);
  const applyUrl = await makeLinkOf(hr.page, '零售店员');
  const stop = async () => {
    await dingTalk.stop();
    await mail.stop();
  };
  return { product, dingTalk, mail, browsers, hr, head, applyUrl, stop };
}

/** The newest card with these words in somebody's chat. */
export async function cardIn(
  { chat }: Member,
  who: { name: string },
  words: string,
): Promise<Locator> {
  const person = chat.getByRole('navigation').getByRole('button', { name: who.name });
  const chosen = chat.locator('nav button[aria-current=true]').filter({ hasText: who.name });
  // The list is drawn anew every second: a press may fall between two drawings.
  for (let tries = 0; tries < 10 && !(await chosen.isVisible()); tries += 1) {
    await person.click();
    await chat.waitForTimeout(300);
  }
  return chat.locator('.card').filter({ hasText: words }).last();
}

/** Presses 通过 and says why: first the button, then the form that the card turns into. */
export async function passIn(card: Locator): Promise<void> {
  await card.getByRole('button', { name: '通过', exact: true }).click();
  await card.locator('select').selectOption({ label: '达到要求' });
  await card.locator('form button').click();
}
