import { Injectable } from '@nestjs/common';
import { type OutsideChannel, outsideChannels } from '@zhiyu/contracts/channels';
import { contentOf } from '../notify/card-content.js';
import { alertCard, alertEnded } from '../notify/cards/alert.card.js';
import { Cards } from '../notify/cards.service.js';
import { type ChannelHealth, Channels } from '../notify/channels.js';
import { Database } from '../platform/database/database.js';
import { KeptValues } from '../platform/kept-values/kept-values.js';
import { Clock } from '../platform/time/clock.js';
import { chatCompany } from '../staff/chats/chat-company.js';
import { languageIn } from '../staff/staff-language.js';
import { StaffService } from '../staff/staff.service.js';
import { pages } from './pages.js';

const minuteMs = 60_000;
/** A channel that is back sooner is nobody's business. */
const patienceMs = 15 * minuteMs;
/** At most one alert of a channel in this time. */
const silenceMs = 360 * minuteMs;
const rememberSeconds = 30 * 86_400;

const troubled: readonly ChannelHealth['state'][] = ['failing', 'connecting'];

interface Trouble {
  /** First seen failing, ms; null: it works. */
  since: number | null;
  alertedAt: number | null;
  /** Of the alert that is open. */
  topic: string | null;
}

const none: Trouble = { since: null, alertedAt: null, topic: null };

/** Long enough in trouble, not told of yet, and nobody was told of the channel for some time. */
function isDue({ since, alertedAt, topic }: Trouble, now: number): boolean {
  const quiet = alertedAt !== null && now - alertedAt < silenceMs;
  return topic === null && !quiet && since !== null && now - since >= patienceMs;
}

const keyOf = (channel: OutsideChannel) => `alert:channel:${channel}`;

/** Tells the administrators of a channel that fails, and that it works again. */
@Injectable()
export class ChannelAlerts {
  constructor(
    private readonly database: Database,
    private readonly channels: Channels,
    private readonly kept: KeptValues,
    private readonly staff: StaffService,
    private readonly cards: Cards,
    private readonly clock: Clock,
  ) {}

  async look(): Promise<void> {
    for (const channel of outsideChannels) {
      const text = await this.kept.get(keyOf(channel));
      const known = text === null ? none : (JSON.parse(text) as Trouble);
      const next = await this.next(channel, known);
      if (next !== known) {
        await this.kept.set(keyOf(channel), JSON.stringify(next), rememberSeconds);
      }
    }
  }

  private async next(channel: OutsideChannel, known: Trouble): Promise<Trouble> {
    const health = this.channels.health(channel);
    const { since } = known;
    if (health === null || !troubled.includes(health.state)) {
      return since === null ? known : this.worksAgain(known);
    }
    const now = this.clock.now();
    if (since === null) {
      return { ...known, since: now };
    }
    if (!isDue(known, now)) {
      return known;
    }
    const reason = health.lastError?.text ?? '';
    return { since, alertedAt: now, topic: await this.raise({ channel, since, reason }) };
  }

  private async raise(of: {
    channel: OutsideChannel;
    since: number;
    reason: string;
  }): Promise<string> {
    const topic = `${keyOf(of.channel)}:${of.since}`;
    await this.database.transaction(async (tx) => {
      const company = await chatCompany(tx.manager);
      if (company) {
        const { id: companyId } = company;
        const admins = await this.staff.withRole(tx.manager, companyId, 'admin');
        const locale = languageIn(company);
        const props = { locale, now: tx.now, href: pages.channels };
        await this.cards.send(tx, {
          ...{ kind: 'alert', topic, companyId, applicationId: null, personId: companyId },
          recipients: admins.map(({ id }) => ({ kind: 'staff', id })),
          content: alertCard(props, { about: 'channel', ...of }),
        });
      }
    });
    return topic;
  }

  private async worksAgain({ topic, alertedAt }: Trouble): Promise<Trouble> {
    if (topic !== null) {
      await this.database.transaction(async (tx) => {
        const found = await this.cards.byTopic(tx.manager, topic);
        if (found?.card.state === 'open') {
          const content = alertEnded(contentOf(found.card), { by: 'worksAgain', at: tx.now });
          await this.cards.change(tx, found.card.id, content, 'done');
        }
      });
    }
    return { since: null, topic: null, alertedAt };
  }
}
