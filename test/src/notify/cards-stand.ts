import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '@zhiyu/config/settings';
import type { CardAction } from '@zhiyu/contracts/card';
import { AddressBook } from '@zhiyu/server/notify/address-book';
import { CardActions } from '@zhiyu/server/notify/card-actions';
import type { CardContent, Recipient } from '@zhiyu/server/notify/card-content';
import { CardStore } from '@zhiyu/server/notify/card-store';
import { CardRow, Delivery, Press } from '@zhiyu/server/notify/card.entity';
import { Cards, type CardOrder } from '@zhiyu/server/notify/cards.service';
import { Channels } from '@zhiyu/server/notify/channels';
import { ChartPictures } from '@zhiyu/server/notify/pictures/chart-pictures';
import { DeliverJob } from '@zhiyu/server/notify/deliver.job';
import { Deliveries } from '@zhiyu/server/notify/deliveries.service';
import { Presses } from '@zhiyu/server/notify/presses.service';
import type { StaffActor } from '@zhiyu/server/platform/auth/actor';
import { Masks } from '@zhiyu/server/platform/auth/masks';
import { DataKey } from '@zhiyu/server/platform/crypto/data-key.entity';
import { Keyring } from '@zhiyu/server/platform/crypto/keyring';
import { Vault } from '@zhiyu/server/platform/crypto/vault';
import { makeDataSource } from '@zhiyu/server/platform/database/data-source';
import { watchTransactions } from '@zhiyu/server/platform/database/sqlite-serial';
import { Database } from '@zhiyu/server/platform/database/database';
import { EventLog } from '@zhiyu/server/platform/events/event-log';
import { EventCounter, EventRow } from '@zhiyu/server/platform/events/event.entity';
import { Subscribers } from '@zhiyu/server/platform/events/subscribers';
import { JobQueue } from '@zhiyu/server/platform/jobs/job-queue';
import { Job } from '@zhiyu/server/platform/jobs/job.entity';
import { ChannelState } from '@zhiyu/server/platform/kept-values/channel-state.entity';
import { KeptValues } from '@zhiyu/server/platform/kept-values/kept-values';
import { AppLog } from '@zhiyu/server/platform/log/app-log';
import { Runtime } from '@zhiyu/server/platform/runtime';
import { SystemClock } from '@zhiyu/server/platform/time/clock';
import { newId } from '@zhiyu/server/platform/time/ids';

/** A company that hides nobody. */
class NoMasks extends Masks {
  hidden(): Promise<Set<string>> {
    return Promise.resolve(new Set());
  }

  cover<T>(_actor: StaffActor, body: T): Promise<T> {
    return Promise.resolve(body);
  }

  coverCard<T>(_companyId: string, _applicationId: string | null, card: T): Promise<T> {
    return Promise.resolve(card);
  }
}

export const anId = () => newId(Date.now());

export const aContent = (more: Partial<CardContent> = {}): CardContent => ({
  locale: 'zh',
  eyebrow: '线上面试完成',
  title: '陈雨桐，门店店长',
  figure: { value: '8.5', error: '±0.3', note: '要求 7.5' },
  blocks: [{ type: 'text', text: '先看 07:50' }],
  buttons: [
    { action: 'pass', label: '通过', style: 'plain' },
    { action: 'hold', label: '待定', style: 'plain' },
    {
      action: 'reject',
      label: '不通过',
      style: 'plain',
      ask: { label: '为什么', options: [{ value: 'other', label: '其他' }], freeText: true },
    },
    { action: 'open', label: '完整报告', style: 'quiet', href: '#/pages/report/index' },
  ],
  footnote: '',
  ...more,
});

/** Everybody has the web inbox and nothing else. */
class NoAddresses extends AddressBook {
  waysTo = () => Promise.resolve([]);
  ownAddress = () => Promise.resolve(null);
  memberAt = () => Promise.resolve(null);
  bind = () => Promise.resolve();
  greeting = () => Promise.resolve(null);
  localeOf = () => Promise.resolve(null);
  staffLocale = () => Promise.resolve('zh' as const);
  contactAdded = () => Promise.resolve();
  tokenOf = () => Promise.resolve(null);
  actedAt = () => Promise.resolve(0);
  workingFrom = (_companyId: string, at: number) => Promise.resolve(at);
  brandOf = () => Promise.resolve({ company: '云杉零售', logo: null });
  positionName = () => Promise.resolve({ zh: '门店店员', en: 'Shop assistant' });
  fileAt = () => Promise.resolve(null);
}

/** Cards on a real database, with nothing of HTTP or of workflow. */
export class CardsStand {
  readonly companyId = anId();
  readonly personId = anId();
  database: Database;
  vault: Vault;
  cards: Cards;
  actions: CardActions;
  channels: Channels;
  deliverJob: DeliverJob;

  private constructor(
    readonly dir: string,
    private readonly owner: boolean,
  ) {}

  static make(): Promise<CardsStand> {
    return new CardsStand(mkdtempSync(join(tmpdir(), 'zhiyu cards ')), true).open();
  }

  /** One more connection to the database of another stand, as a second server process has it. */
  static beside(dir: string): Promise<CardsStand> {
    return new CardsStand(dir, false).open();
  }

  private async open(): Promise<this> {
    const env = { DATA_DIR: this.dir, LOG_LEVEL: 'silent', DATABASE_URL: process.env.DATABASE_URL };
    const settings = loadSettings(env);
    const runtime = new Runtime(settings, { runsJobs: false, serves: false, version: 'test' });
    runtime.publicUrl = 'http://127.0.0.1:3000';
    const entities = [CardRow, Delivery, Press, DataKey, Job, EventCounter, EventRow, ChannelState];
    const place = { dataDir: this.dir, url: settings.data.DATABASE_URL };
    watchTransactions();
    const dataSource = makeDataSource(place, entities);
    await dataSource.initialize();
    if (this.owner) {
      await dataSource.runMigrations({ transaction: 'each' });
    }
    const queue = new JobQueue();
    const log = new EventLog(new Subscribers());
    const clock = new SystemClock();
    const keyring = new Keyring(runtime);
    this.database = new Database(dataSource, log, queue, clock);
    this.vault = new Vault(keyring, dataSource);
    const store = new CardStore(this.database, this.vault);
    this.actions = new CardActions();
    const kept = new KeptValues(this.database, keyring, clock);
    this.channels = new Channels(runtime, kept, keyring, clock, new AppLog(runtime));
    const presses = new Presses(this.database, store, this.actions, this.channels);
    this.cards = new Cards(this.database, store, this.channels, presses);
    const book = new NoAddresses();
    const deliveries = new Deliveries();
    this.deliverJob = new DeliverJob(
      this.database,
      store,
      this.channels,
      book,
      deliveries,
      kept,
      new NoMasks(),
      clock,
      new ChartPictures(new AppLog(runtime)),
    );
    if (this.owner) {
      await this.database.transaction((tx) => this.vault.create(tx, this.companyId, this.personId));
    }
    return this;
  }

  async close(): Promise<void> {
    await this.database.dataSource.destroy();
    if (this.owner) {
      rmSync(this.dir, { recursive: true, force: true });
    }
  }

  send(recipients: Recipient[], more: Partial<CardOrder> = {}): Promise<string> {
    const order: CardOrder = {
      kind: 'approval',
      topic: `approval:${anId()}:1`,
      companyId: this.companyId,
      applicationId: anId(),
      personId: this.personId,
      recipients,
      content: aContent(),
      ...more,
    };
    return this.database.transaction((tx) => this.cards.send(tx, order));
  }

  /** Answers presses on approvals as workflow does: the first counts and the card becomes its record. */
  decide(names: Record<string, string>): { count: number } {
    const ran = { count: 0 };
    this.actions.on('approval', (_tx, { action }) => {
      ran.count += 1;
      const name = names[action.actor.id] ?? '';
      const content = aContent({
        blocks: [
          { type: 'record', glyph: 'pass', title: `${name}选了${action.action}`, detail: '10:31' },
        ],
        buttons: [],
      });
      const message = `${name}，已记下`;
      return Promise.resolve({ effective: true, message, content, state: 'done' as const });
    });
    return ran;
  }
}

export function aPress(
  cardId: string,
  actor: CardAction['actor'],
  more: Partial<CardAction> = {},
): CardAction {
  const answer = { action: 'pass', value: null, text: null };
  return { cardId, actor, source: 'console', eventId: anId(), ...answer, ...more };
}
