import type {
  CandidateAnswer,
  CandidateQuestion,
  ChannelEvent,
  ChannelPress,
  PressAnswer,
} from '@zhiyu/bots/channel';
import type { Locale } from '@zhiyu/contracts/basics';
import type { Brand, CardFile, Way } from './address-book.js';
import type { Delivery } from './card.entity.js';

/** A delivery with what its channel needs beside the card. */
export interface Carried {
  delivery: Delivery;
  /** The message is there already and is brought up to date. */
  there: boolean;
  way: Way;
  /** What lets a candidate in from a link. */
  token: string | null;
  files: CardFile[];
  /** Null where nothing outside the product shows it. */
  brand: Brand | null;
  /** The card's chart as a picture; null where there is none, or the channel takes none. */
  chart: Buffer | null;
}

/** Who takes what happens in the channels. */
export interface ChannelDeskPort {
  press(channel: string, press: ChannelPress): Promise<PressAnswer>;
  event(channel: string, event: ChannelEvent): Promise<void>;
  /** What a new contact of this member is told; null: nothing. */
  greeting(member: Way, applicationId: string): Promise<string | null>;
  /** Of a card, or of the company's own people. */
  locale(cardId: string | null): Promise<Locale>;
  /** Of an application's candidate; null where it is gone. */
  candidateLocale(applicationId: string): Promise<Locale | null>;
  candidateSays(channel: string, question: CandidateQuestion): Promise<CandidateAnswer | null>;
}
