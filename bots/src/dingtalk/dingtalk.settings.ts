import type { CardKind } from '@zhiyu/contracts/card';

/** How a card reaches somebody: as interactive card, as robot's message, as work notice. */
export type DingTalkWay = 'card' | 'robot' | 'notice';

/** What the administrator filled in; addresses without a slash at the end. */
export interface DingTalkSettings {
  apiBase: string;
  oapiBase: string;
  loginBase: string;
  clientId: string;
  clientSecret: string;
  corpId: string;
  robotCode: string;
  /** Needed for work notices only. */
  agentId: string | null;
  /** Ids of published templates by kind; `default` for the kinds that are not named. */
  cardTemplates: Partial<Record<CardKind | 'default', string>>;
  /** Tried from the first to the last. */
  ways: readonly DingTalkWay[];
  /** Listen by the long connection; otherwise DingTalk calls `callbackUrl`. */
  stream: boolean;
  callbackUrl: string;
  /** Of the event push over HTTP. */
  eventToken: string | null;
  eventAesKey: string | null;
  /** Calls a month that the plan includes. */
  monthlyCalls: number;
}
