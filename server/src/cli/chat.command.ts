import { parseArgs } from 'node:util';
import { type ChatName, chats } from '@zhiyu/contracts/directory';
import { In } from 'typeorm';
import { CardRow, Delivery } from '../notify/card.entity.js';
import { Database, type Tx } from '../platform/database/database.js';
import { newId } from '../platform/time/ids.js';
import { AuditLog } from '../privacy/audit.service.js';
import { ChatIdentity } from '../staff/chat-identity.entity.js';
import { SignIn } from '../staff/sign-in.service.js';
import { StaffUser } from '../staff/staff-user.entity.js';
import { CommandError, type CommandIo, UsageError } from './io.js';
import { withApp } from './open-app.js';

const usage = 'chat link CHAT MAIL=ADDRESS… [--cards]';
const longestAddress = 128;
/** The newest deliveries of the web inbox that are looked through for cards still open. */
const lookedThrough = 50;

interface Link {
  chat: ChatName;
  email: string;
  address: string;
}

function linkOf(chat: ChatName, pair: string): Link {
  const at = pair.indexOf('=');
  const email = pair.slice(0, Math.max(at, 0)).trim();
  const address = pair.slice(at + 1).trim();
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || address === '' || address.length > longestAddress) {
    throw new UsageError(`不是 邮箱=聊天账号 not MAIL=ADDRESS: ${pair}`);
  }
  return { chat, email, address };
}

/** @throws CommandError when the address is another person's, or the person has another one in this chat */
async function write(tx: Tx, user: StaffUser, { chat, email, address }: Link): Promise<boolean> {
  const there = await tx.manager.findBy(ChatIdentity, [
    { channel: chat, address },
    { channel: chat, staffId: user.id },
  ]);
  if (there.some((one) => one.staffId === user.id && one.address === address)) {
    return false;
  }
  if (there.some((one) => one.staffId !== user.id)) {
    throw new CommandError(`${address} 已经是别人的账号  belongs to somebody else`);
  }
  if (there.length > 0) {
    throw new CommandError(`${email} 在这个聊天里已经有账号  has an account in this chat already`);
  }
  const who = { channel: chat, address, companyId: user.companyId, staffId: user.id };
  await tx.manager.insert(ChatIdentity, { ...who, createdAt: tx.now, leftAt: null });
  return true;
}

/**
 * Orders that the cards waiting for him in the web inbox come to the chat as well: now, because an administrator
 * asks for it. @returns how many
 */
async function sendOpen(tx: Tx, user: StaffUser, channel: ChatName): Promise<number> {
  const { id: recipientId, companyId } = user;
  const mine = await tx.manager.find(Delivery, {
    where: { recipientId, recipientKind: 'staff' },
    order: { createdAt: 'DESC' },
    take: lookedThrough,
  });
  const cardId = In([...new Set(mine.map((one) => one.cardId))]);
  const open = await tx.manager.find(CardRow, {
    where: { id: cardId, state: 'open' },
    order: { createdAt: 'ASC' },
  });
  const of = (card: CardRow) => mine.filter((one) => one.cardId === card.id);
  const missing = open.filter((card) => of(card).every((one) => one.channel !== channel));
  for (const card of missing) {
    const id = newId(tx.now);
    const turn = of(card).filter((one) => one.turn !== null).length;
    await tx.manager.insert(Delivery, {
      ...{ id, companyId, cardId: card.id, channel, turn, recipientKind: 'staff', recipientId },
      ...{ state: 'queued', failure: '', read: false, createdAt: tx.now, deliveredAt: null },
    });
    tx.enqueue('card.deliver', { deliveryId: id }, { key: `card.deliver:${id}` });
  }
  return missing.length;
}

/**
 * `zhiyu chat link`: tells by which account colleagues are known in a chat, for chats whose directory does not tell
 * their company mail. A running server goes on with it by itself.
 */
export async function chatCommand(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { cards: { type: 'boolean', default: false } },
  });
  const [verb, name, ...pairs] = positionals;
  const chat = chats.find((one) => one === name);
  if (verb !== 'link' || chat === undefined || pairs.length === 0) {
    throw new UsageError(usage);
  }
  const links = pairs.map((pair) => linkOf(chat, pair));
  return withApp(async (app) => {
    const database = app.get(Database);
    for (const link of links) {
      const loginToken = app.get(SignIn).loginToken(link.email);
      const user = await database.read(StaffUser).findOneBy({ loginToken, active: true });
      if (!user) {
        throw new CommandError(`没有这位同事 no such colleague: ${link.email}`);
      }
      const done = await database.transaction(async (tx) => ({
        fresh: await write(tx, user, link),
        cards: values.cards ? await sendOpen(tx, user, chat) : 0,
      }));
      if (done.fresh) {
        await app.get(AuditLog).record({
          ...{ companyId: user.companyId, actor: 'command line', verb: 'chat.link', object: chat },
          ...{ ground: `staff:${user.id}`, allowed: true },
        });
      }
      const sent = values.cards ? `，卡片 cards ${done.cards}` : '';
      io.out(`${link.email}  ${chat}:${link.address}${sent}\n`);
    }
    return 0;
  });
}
