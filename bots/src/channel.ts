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

/** A card on its way to one person. */
export interface OutgoingCard {
  /** Of this card to this person; sending it twice is one message. */
  deliveryId: string;
  recipient: { kind: 'staff' | 'candidate'; id: string };
  card: Card;
  /** The page where the card can be read and answered in full; holds the card's id. */
  link: string;
}

/** One way to reach people: a chat product, or the own web inbox. It holds no state of its own. */
export interface Channel {
  /** Lower-case word of at most 20 letters; stands in deliveries and presses. */
  readonly name: string;
  readonly capabilities: Capabilities;
  /**
   * Sends the card; the same delivery sent again is the same message.
   * @returns how the channel calls the message
   * @throws when it did not arrive: the reason in words, without personal data
   */
  send(message: OutgoingCard): Promise<{ externalId: string }>;
  /** Shows the card as it stands now in the message that `send` made; nothing where the channel cannot. */
  update(message: OutgoingCard): Promise<void>;
}

/** What a channel remembers, kept by the server. */
export interface KeyValueStore {
  get(key: string): Promise<string | null>;
  /** @param seconds how long it is kept */
  set(key: string, value: string, seconds: number): Promise<void>;
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
    body: string | null;
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
