import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, isDuplicate, type Tx } from '../platform/database/database.js';
import { KeptValues } from '../platform/kept-values/kept-values.js';
import { AppLog } from '../platform/log/app-log.js';
import { Runtime } from '../platform/runtime.js';
import { Clock } from '../platform/time/clock.js';
import { AddressBook } from './address-book.js';
import { pageAddress } from './card-links.js';
import { CandidateDialogue, type DialogueAnswer } from './candidate-dialogue.js';
import { CandidateAddress, ChannelEventRow } from './channel.entity.js';
import type { CandidateAnswer, CandidateQuestion, CandidateTopic } from './channels.js';

const hourMs = 3_600_000;
/** Nobody needs to ask more often; what comes beyond is neither answered nor acted on. */
const askedPerHour = 20;

/** What candidates ask in a conversation: each question has its effect once, and stands on the timeline. */
@Injectable()
export class CandidateQuestions {
  constructor(
    private readonly database: Database,
    private readonly runtime: Runtime,
    private readonly dialogue: CandidateDialogue,
    private readonly book: AddressBook,
    private readonly kept: KeptValues,
    private readonly clock: Clock,
    private readonly log: AppLog,
  ) {}

  async answer(channel: string, question: CandidateQuestion): Promise<CandidateAnswer | null> {
    if (!(await this.inMeasure(channel, question.address))) {
      this.log.warn('a candidate asks too often', { channel });
      return null;
    }
    const { manager } = this.database.dataSource;
    const asker = await askerOf(manager, channel, question.address);
    if (!asker) {
      return this.dialogue.toStranger(question);
    }
    const answer = await this.once(asker, question);
    const token = answer
      ? await this.book.tokenOf({ kind: 'candidate', id: asker.applicationId })
      : null;
    return answer && shown(answer, pageAddress(this.runtime.publicUrl, answer.page.href, token));
  }

  /** The answer has arrived, as far as the channel says. */
  async answered(
    tx: Tx,
    channel: string,
    { address, about }: { address: string; about: CandidateTopic },
  ): Promise<void> {
    const asker = await askerOf(tx.manager, channel, address);
    if (asker) {
      const { companyId, applicationId } = asker;
      tx.emit('CandidateAnswered', companyId, { applicationId, channel, about });
    }
  }

  /** A question that comes again is answered from what is so now, without asking for anything a second time. */
  private async once(
    asker: CandidateAddress,
    { eventId, about, locale }: CandidateQuestion,
  ): Promise<DialogueAnswer | null> {
    const { channel, applicationId, companyId } = asker;
    const name = { source: channel, eventId: hash('sha256', `asked ${eventId}`) };
    try {
      return await this.database.transaction(async (tx) => {
        await tx.manager.insert(ChannelEventRow, { ...name, type: 'asked', at: tx.now });
        tx.emit('CandidateAsked', companyId, { applicationId, channel, about });
        return this.dialogue.answer(tx, { applicationId, about, locale });
      });
    } catch (error) {
      if (!isDuplicate(error)) {
        throw error;
      }
    }
    return this.database.transaction(async (tx) => {
      if (!(await tx.manager.existsBy(ChannelEventRow, name))) {
        throw new Error('the question was not kept');
      }
      return this.dialogue.answer(tx, { applicationId, about: 'status', locale });
    });
  }

  /** Counted by the hour of the clock: what matters is that nobody can keep the server busy. */
  private async inMeasure(channel: string, address: string): Promise<boolean> {
    const key = `asked:${channel}:${address}:${Math.floor(this.clock.now() / hourMs)}`;
    const before = Number((await this.kept.get(key)) ?? 0);
    await this.kept.set(key, String(before + 1), hourMs / 1000);
    return before < askedPerHour;
  }
}

/** Of several applications the one whose link was used last is meant. */
function askerOf(
  manager: EntityManager,
  channel: string,
  address: string,
): Promise<CandidateAddress | null> {
  const where = { channel, address };
  return manager.findOne(CandidateAddress, { where, order: { createdAt: 'DESC' } });
}

function shown({ text, locale, page }: DialogueAnswer, url: string): CandidateAnswer {
  return { text, locale, link: { label: page.label, url } };
}
