import { hash } from 'node:crypto';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Locale } from '@zhiyu/contracts/basics';
import type { CardAction, PressResult } from '@zhiyu/contracts/card';
import { AppError } from '@zhiyu/contracts/errors';
import { Masks } from '../platform/auth/masks.js';
import { Database, isDuplicate, type Tx } from '../platform/database/database.js';
import { errorText } from '../platform/http/error-text.js';
import { LessThan } from 'typeorm';
import { AddressBook, type Way } from './address-book.js';
import { CardRow, Delivery } from './card.entity.js';
import { CandidateQuestions } from './candidate-questions.js';
import { Cards } from './cards.service.js';
import { CandidateAddress, ChannelEventRow } from './channel.entity.js';
import {
  type ChannelDeskPort,
  type ChannelEvent,
  type ChannelPress,
  type CandidateAnswer,
  type CandidateQuestion,
  Channels,
  type PressAnswer,
} from './channels.js';
import { Deliveries } from './deliveries.service.js';

const idLength = 128;
const dayMs = 86_400_000;
/** No chat tells an event again after so long a time. */
const rememberMs = 90 * dayMs;
/** The channel whose links are signed: only there the scene says who somebody is. */
const signedLinks = 'wecomkf';
type Presser = CardAction['actor'];

const stranger: Record<Locale, string> = {
  zh: '知遇还不认识您的账号。请先在这里打开知遇登录一次，再来按。',
  en: 'Zhiyu doesn’t know your account yet. Open Zhiyu here and sign in once, then press again.',
  ja: '知遇はまだあなたのアカウントを知りません。ここで知遇を開いて一度ログインしてから、押してください。',
  fr: 'Zhiyu ne connaît pas encore votre compte. Ouvrez Zhiyu ici, connectez-vous une fois, puis appuyez.',
};

/** Takes what happens in the chats: presses by who pressed, and events, each once. */
@Injectable()
export class ChannelDesk implements ChannelDeskPort, OnModuleDestroy {
  private forgotAt = 0;

  constructor(
    private readonly database: Database,
    private readonly channels: Channels,
    private readonly cards: Cards,
    private readonly book: AddressBook,
    private readonly deliveries: Deliveries,
    private readonly questions: CandidateQuestions,
    private readonly masks: Masks,
  ) {}

  /** Called once, where the server's own address is known. */
  begin(): Promise<void> {
    return this.channels.listen(this);
  }

  onModuleDestroy(): Promise<void> {
    return this.channels.stop();
  }

  /** @throws Error with a sentence for the person who pressed; anything else means: not kept, to be sent again */
  async press(channel: string, press: ChannelPress): Promise<PressAnswer> {
    const recipient = await this.whoIs(channel, press);
    if (!recipient) {
      throw new Error(stranger[await this.cards.localeOf(press.cardId)]);
    }
    const { cardId, action, value, text, seenVersion } = press;
    const eventId = identityOf(press.eventId);
    const order = { cardId, action, value, text, actor: recipient, source: channel, eventId };
    try {
      const pressed = await this.cards.press(order, seenVersion);
      const result = recipient.kind === 'staff' ? await this.covered(cardId, pressed) : pressed;
      const token = await this.book.tokenOf(recipient);
      const shown = this.channels.answer(channel, { recipient, token }, result.card);
      return { effective: result.effective, message: result.message, ...shown };
    } catch (error) {
      throw asSentence(error, await this.cards.localeOf(cardId));
    }
  }

  private async covered(id: string, pressed: PressResult): Promise<PressResult> {
    const row = await this.database.read(CardRow).findOneByOrFail({ id });
    return this.masks.coverCard(row.companyId, row.applicationId, pressed);
  }

  async event(channel: string, event: ChannelEvent): Promise<void> {
    const name = { source: channel, eventId: identityOf(event.eventId) };
    const left = event.type === 'memberLeft';
    const member = left ? await this.book.memberAt({ channel, address: event.address }) : null;
    try {
      await this.database.transaction(async (tx) => {
        await tx.manager.insert(ChannelEventRow, { ...name, type: event.type, at: tx.now });
        await this.forgetOld(tx);
        if (member) {
          const { staffId, companyId } = member;
          tx.emit('ChatMemberLeft', companyId, { staffId, channel });
        }
        await this.follow(tx, channel, event);
      });
    } catch (error) {
      // It was taken before; asked for in a transaction, because the other may still wait for the commit both share.
      const known =
        isDuplicate(error) &&
        (await this.database.transaction(({ manager }) => manager.existsBy(ChannelEventRow, name)));
      if (!known) {
        throw error;
      }
    }
  }

  locale(cardId: string | null): Promise<Locale> {
    return cardId === null ? this.book.staffLocale() : this.cards.localeOf(cardId);
  }

  candidateLocale(applicationId: string): Promise<Locale | null> {
    return this.book.localeOf(applicationId);
  }

  greeting(member: Way, applicationId: string): Promise<string | null> {
    return this.book.greeting(member, applicationId);
  }

  /** Only by signed links it is known who asks. */
  async candidateSays(
    channel: string,
    question: CandidateQuestion,
  ): Promise<CandidateAnswer | null> {
    return channel === signedLinks ? this.questions.answer(channel, question) : null;
  }

  private async follow(tx: Tx, channel: string, event: ChannelEvent): Promise<void> {
    if (event.type === 'notDelivered') {
      await this.notDelivered(tx, channel, event);
    } else if (event.type === 'outsiderEntered' && event.member !== undefined) {
      await this.book.contactAdded(tx, { channel, address: event.member }, event.scene ?? '');
    } else if (event.type === 'answered') {
      await this.questions.answered(tx, channel, event);
    } else if (channel === signedLinks) {
      await this.followCandidate(tx, channel, event);
    }
  }

  private async followCandidate(tx: Tx, channel: string, event: ChannelEvent): Promise<void> {
    if (event.type === 'outsiderEntered' && event.scene !== null) {
      await this.book.bind(tx, { channel, address: event.address }, event.scene);
    } else if (event.type === 'said') {
      await this.deliveries.cameIn(tx, { channel, address: event.address });
    }
  }

  private async forgetOld(tx: Tx): Promise<void> {
    if (tx.now - this.forgotAt > dayMs) {
      this.forgotAt = tx.now;
      await tx.manager.delete(ChannelEventRow, { at: LessThan(tx.now - rememberMs) });
    }
  }

  private async notDelivered(
    tx: Tx,
    channel: string,
    { externalId, reason }: { externalId: string; reason: string },
  ): Promise<void> {
    const delivery = await tx.manager.findOneBy(Delivery, { externalId, channel });
    if (delivery) {
      await this.deliveries.giveUp(tx, delivery, reason);
    }
  }

  private async whoIs(channel: string, press: ChannelPress): Promise<Presser | null> {
    const { address, cardId } = press;
    const member = await this.book.memberAt({ channel, address });
    const { manager } = this.database.dataSource;
    const card = await manager.findOneBy(CardRow, { id: cardId });
    const applicationId = card?.applicationId ?? '';
    if (member) {
      // Whom the card is about is its candidate, also as a member of the company.
      return member.personId === card?.personId
        ? { kind: 'candidate', id: applicationId }
        : { kind: 'staff', id: member.staffId };
    }
    const at = { channel, address, applicationId };
    const bound = await this.database.read(CandidateAddress).existsBy(at);
    return bound ? { kind: 'candidate', id: applicationId } : null;
  }
}

function identityOf(eventId: string): string {
  return eventId.length <= idLength ? eventId : hash('sha256', eventId);
}

/** What the product says to a person becomes a sentence in the language of his card; a fault of its machinery stays one. */
function asSentence(error: unknown, locale: Locale): unknown {
  return error instanceof AppError && error.status < 500
    ? new Error(errorText(error.code, locale, error.details))
    : error;
}
