import { routes } from '@zhiyu/contracts/routes';
import { ChannelDesk } from '@zhiyu/server/notify/channel-desk';
import { Delivery } from '@zhiyu/server/notify/card.entity';
import { Decision } from '@zhiyu/server/recruiting/entities/application.entity';
import { ChatIdentity } from '@zhiyu/server/staff/chat-identity.entity';
import type { AStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import type { SmtpStand, TakenMail } from '../emulators/mail/smtp.js';
import type { Stand, Walker } from './walk.js';

/** The product with mail and one chat, listening to it. */
export async function listening(smtp: SmtpStand, chat: Record<string, string>): Promise<TestApp> {
  const mail = { SMTP_URL: `smtp://127.0.0.1:${smtp.port}`, MAIL_FROM: '知遇 <hr@zhiyu.example>' };
  const app = await startApp({ env: { ...mail, ...chat } });
  await app.get(ChannelDesk).begin();
  return app;
}

/** What the company's directory knows: this person is called so in the chat. */
export async function isKnownAs(
  app: TestApp,
  { id: staffId, companyId }: AStaff,
  at: { channel: string; address: string },
): Promise<void> {
  const row = { ...at, staffId, companyId, createdAt: app.clock.now(), leftAt: null };
  await app.database.read(ChatIdentity).insert(row);
}

export function mailsTo(smtp: SmtpStand, { candidate }: Walker): TakenMail[] {
  return smtp.mails.filter(({ to }) => to.includes(candidate.email));
}

export function textOfMail(mail: TakenMail | undefined): string {
  return mail?.parts.find(({ type }) => type === 'text/plain')?.text ?? '';
}

export async function timelineOf(stand: Stand, { applicationId: id }: Walker): Promise<string[]> {
  const { entries } = await stand.app.api(routes.timeline, { id }, stand.hr.session);
  return entries.map((entry) => entry.text);
}

export function decisionsOf({ app }: Stand, { applicationId }: Walker): Promise<Decision[]> {
  return app.database.read(Decision).findBy({ applicationId });
}

/** Deliveries outside the web inbox to somebody, in the order in which they were tried. */
export async function outsideTo(app: TestApp, recipientId: string): Promise<Delivery[]> {
  const all = await app.database
    .read(Delivery)
    .find({ where: { recipientId }, order: { createdAt: 'ASC', turn: 'ASC' } });
  return all.filter(({ turn }) => turn !== null);
}
