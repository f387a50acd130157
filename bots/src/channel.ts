import type { Locale } from '@zhiyu/contracts/basics';
import type { Card } from '@zhiyu/contracts/card';

/** What a way of reaching people can do; a card degrades to it. */
export interface Capabilities {
  /** Buttons on one card at most; 0 = none, only a link in the text. */
  buttons: number;
  /** A card that was sent can change where it stands. */
  updateInPlace: boolean;
  /** Score bars and other drawings. */
  picture: boolean;
  /** A person can write words together with a press. */
  freeText: boolean;
  /** Characters of all texts of one card together. */
  textLength: number;
}

/** Who gets a message: our id of him, and what the channel calls him. */
export interface ChannelRecipient {
  kind: 'staff' | 'candidate' | 'group';
  id: string;
  /** The channel's own name for the person: a user id of the chat, a mail address, a phone number. */
  address: string;
}

/** A file that goes with a message where the channel can carry one, e.g. the calendar entry behind a card's button. */
export interface CardAttachment {
  /** Letters, digits, `.`, `-` and `_`. */
  name: string;
  mimeType: string;
  bytes: Uint8Array;
}

/** Whose card it is, as far as a channel can show it. */
export interface Brand {
  company: string;
  /** A picture anybody may look at; null = none, the company's first character stands for it. */
  logo: { url: string; mimeType: string; bytes: Uint8Array } | null;
}

/** A card on its way to one person. */
export interface OutgoingCard {
  /** Of this card to this person; sending it twice is one message. */
  deliveryId: string;
  recipient: ChannelRecipient;
  card: Card;
  /** The page where the card can be read and answered in full; holds the card's id. */
  link: string;
  attachments?: CardAttachment[];
  /** The card's chart as a PNG, for a channel with `takesCharts`; the card itself says it in text as well. */
  chart?: Uint8Array;
  brand?: Brand;
}

/**
 * Thrown by `send` when trying again cannot help: the address does not exist, the text is refused. Its message is the
 * reason in words, without personal data. Every other error means that a later try may work.
 */
export class DeliveryRefused extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'DeliveryRefused';
  }
}

/** A button that was pressed in a chat, as the channel read it from its callback. */
export interface ChannelPress {
  /** Full identity of the event in the channel, at most 128 characters: the same for every redelivery. */
  eventId: string;
  cardId: string;
  /** The message that was pressed, where the channel tells; null otherwise. */
  deliveryId: string | null;
  action: string;
  /** The chosen option. */
  value: string | null;
  text: string | null;
  /** The channel's own name for the person who pressed. */
  address: string;
  /** Version of the card that the message showed. */
  seenVersion: number;
}

/** What the person who pressed is shown. */
export interface PressAnswer {
  effective: boolean;
  /** One sentence. */
  message: string;
  /** The card as it stands now, degraded to the channel. */
  card: Card;
  /** Page of the card. */
  link: string;
}

/** What happened in the chat besides presses, in one form for every chat. */
export type ChannelEvent = { eventId: string; at: number } & (
  | { type: 'memberJoined' | 'memberLeft' | 'memberChanged'; address: string }
  /** A record of the chat's own HR system changed. */
  | { type: 'employmentChanged'; address: string }
  /** An approval form of the chat: as a whole, or one person's task in it. */
  | {
      type: 'approvalChanged' | 'approvalTaskChanged';
      instanceId: string;
      processCode: string;
      state: 'started' | 'agreed' | 'refused' | 'terminated' | 'redirected';
      /** Whose task; null for the whole form. */
      address: string | null;
    }
  /** Somebody from outside came to the company's service account; `scene` is what the link carried. */
  | {
      type: 'outsiderEntered';
      address: string;
      scene: string | null;
      /** The member whose contact he became; absent where he came to the service account. */
      member?: string;
    }
  | { type: 'said'; address: string; text: string; audience: 'person' | 'group' }
  /** A message that was taken did not arrive after all. */
  | { type: 'notDelivered'; externalId: string; reason: string }
  /** A candidate's words were answered in the conversation. */
  | { type: 'answered'; address: string; about: CandidateTopic }
);

/** What a candidate may want who writes in a conversation; `other`: the bot did not understand. */
export const candidateTopics = [
  'status',
  'reschedule',
  'person',
  'help',
  'thanks',
  'other',
] as const;
export type CandidateTopic = (typeof candidateTopics)[number];

/** Words of a candidate as a channel's bot understood them. The words themselves do not leave the channel. */
export interface CandidateQuestion {
  /** Full identity of the message in the channel; asked again it is the same question, and has its effect once. */
  eventId: string;
  /** The channel's own name for the person. */
  address: string;
  about: CandidateTopic;
  /** The language of the words; null where they do not tell. */
  locale: Locale | null;
}

/** What a candidate is answered: facts of the server, drawn by the channel. */
export interface CandidateAnswer {
  text: string;
  locale: Locale;
  /** His own page, with what lets him in. */
  link: { label: string; url: string } | null;
}

/** The server behind a channel. */
export interface ChannelHost {
  /** One effect however often the event arrives. @throws with a sentence for the person. */
  press(press: ChannelPress): Promise<PressAnswer>;
  /** Resolves when the event is kept durably: only then may the channel confirm it. */
  event(event: ChannelEvent): Promise<void>;
  /**
   * Answers a candidate; null where nothing is to be said. Absent where the server behind has no candidates: what is
   * said is then only kept.
   */
  candidateSays?(question: CandidateQuestion): Promise<CandidateAnswer | null>;
  /** The language of a card; without one, of the cards to the company's own people. Absent: Chinese. */
  locale?(cardId: string | null): Promise<Locale>;
}

/** A request of the chat's server to ours. */
export interface CallbackRequest {
  method: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  /** As it came. */
  body: string;
}

/** What the administrator's page shows of a channel. */
export interface ChannelHealth {
  /** off: settings are missing; ready: speaks when asked; connected: holds an open connection. */
  state: 'off' | 'ready' | 'connecting' | 'connected' | 'failing';
  /** Since when, ms. */
  since: number;
  lastError: { at: number; text: string } | null;
  /** The access token's end, ms; null where there is none. */
  tokenUntil: number | null;
  /** Quotas that the chat counts, e.g. messages of this month. */
  quotas: { name: string; used: number; limit: number | null }[];
}

/** One way to reach people: a chat product, mail, or the own web inbox. What it remembers lies in `ChannelTools.store`. */
export interface Channel {
  /** Lower-case word of at most 20 letters; stands in deliveries and presses. */
  readonly name: string;
  readonly capabilities: Capabilities;
  /** A chart goes along as a picture, a message of its own behind the card. */
  readonly takesCharts?: true;
  /**
   * Sends the card; the same delivery sent again is the same message.
   * @returns how the channel calls the message
   * @throws when it did not arrive: the reason in words, without personal data
   */
  send(message: OutgoingCard): Promise<{ externalId: string }>;
  /** Shows the card as it stands now in the message that `send` made; nothing where the channel cannot. */
  update(message: OutgoingCard): Promise<void>;
  /** Begins to listen: a long connection, or a cursor. Absent where the channel only speaks. */
  listen?(host: ChannelHost): Promise<void>;
  /** Ends what `listen` began; what was being answered is answered first. */
  stop?(): Promise<void>;
  /** Answers `/api/callbacks/<name>`; the caller has checked nothing. */
  callback?(request: CallbackRequest): Promise<HttpAnswer>;
  health?(): ChannelHealth;
}

/** Who signed in through a chat. */
export type ChatIdentity =
  | { kind: 'member'; address: string }
  /** Of another company, or of none: an outsider has no rights by this. */
  | { kind: 'outsider'; address: string };

/** Signing in with the chat's account. */
export interface ChatSignIn {
  /** Where the browser is sent. `inside`: within the chat, without a password; otherwise by QR code or the chat's page. */
  authorizeUrl(of: { redirect: string; state: string; inside: boolean }): string;
  /**
   * @param of `redirect` as `authorizeUrl` was given it: a chat that keeps to OAuth compares the two
   * @throws when the code is unknown, used or over.
   */
  identify(of: { code: string; inside: boolean; redirect?: string }): Promise<ChatIdentity>;
  /** What the page gives to the chat's JavaScript: signed for exactly this address without its fragment. */
  jsConfig(url: string): Promise<Record<string, string | number>>;
}

export interface ChatDepartment {
  id: string;
  parentId: string | null;
  name: string;
  /** Addresses of its heads. */
  heads: string[];
}

export interface ChatMember {
  address: string;
  name: string;
  departmentIds: string[];
  managerAddress: string | null;
  active: boolean;
  /** A mail box that the company itself gave; absent where the chat does not tell, or where people fill it in themselves. */
  companyEmail?: string;
}

/** The people of the chat's company, page by page read to the end. */
export interface Directory {
  departments(): Promise<ChatDepartment[]>;
  members(): Promise<ChatMember[]>;
}

/** What a channel remembers, kept by the server. */
export interface KeyValueStore {
  get(key: string): Promise<string | null>;
  /** @param seconds how long it is kept */
  set(key: string, value: string, seconds: number): Promise<void>;
  /** Sets it only where nothing is. @returns whether it was set: of several at once exactly one gets true. */
  claim(key: string, value: string, seconds: number): Promise<boolean>;
  delete(key: string): Promise<void>;
}

export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export interface HttpClient {
  request(call: {
    method: string;
    url: string;
    headers: Record<string, string>;
    body: string | Uint8Array<ArrayBuffer> | null;
  }): Promise<HttpAnswer>;
}

/** What the server gives to a channel when it builds it. */
export interface ChannelTools {
  store: KeyValueStore;
  /** Milliseconds since 1970, UTC. */
  now: () => number;
  log: (message: string, facts: Record<string, string | number>) => void;
  http: HttpClient;
}
