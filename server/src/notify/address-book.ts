import type { Locale, Text } from '@zhiyu/contracts/basics';
import type { Tx } from '../platform/database/database.js';
import type { Recipient } from './card-content.js';

/** One way to a person: a channel, and what it calls him. */
export interface Way {
  channel: string;
  address: string;
  /** A candidate who works for the company already is reached as its member. */
  asMember?: true;
}

export interface Member {
  staffId: string;
  companyId: string;
  personId: string;
}

/** A file behind a button of a card. */
export interface CardFile {
  name: string;
  mimeType: string;
  bytes: Uint8Array;
}

/** Whose card it is. */
export interface Brand {
  company: string;
  logo: { url: string; mimeType: string; bytes: Uint8Array } | null;
}

/** What the modules above know of people and notify has to ask them; everybody has the web inbox besides. */
export abstract class AddressBook {
  /** The company's name and logo, for cards that carry them. */
  abstract brandOf(companyId: string): Promise<Brand>;
  /** Ways to a person outside the web inbox, in the order they are tried; also those of channels that are off. */
  abstract waysTo(recipient: Recipient): Promise<Way[]>;
  /** What reaches this member of the staff for a message about the channel itself; null where it cannot. */
  abstract ownAddress(staffId: string, channel: string): Promise<string | null>;
  /** The active member of the staff whom a chat calls so. */
  abstract memberAt(at: Way): Promise<Member | null>;
  /** Ties what a chat calls somebody from outside to the application his link was made for; nothing where it is gone. */
  abstract bind(tx: Tx, at: Way, applicationId: string): Promise<void>;
  /** What somebody is told who became a contact of this member by the code of an application; null: nothing. */
  abstract greeting(member: Way, applicationId: string): Promise<string | null>;
  /** The language of an application's candidate; null where it is gone. */
  abstract localeOf(applicationId: string): Promise<Locale | null>;
  /** The language of the cards to the people whose chats these are. */
  abstract staffLocale(): Promise<Locale>;
  /** Writes down that it happened; nothing where the application is gone or another company's. */
  abstract contactAdded(tx: Tx, member: Way, applicationId: string): Promise<void>;
  /** The token that lets a candidate in from a link; null for staff, and where there is none. */
  abstract tokenOf(recipient: Recipient): Promise<string | null>;
  /** When he last did something here, ms; 0 where nothing is known. */
  abstract actedAt(recipient: Recipient): Promise<number>;
  /** The first moment from `at` on that lies on one of the company's working days, ms. */
  abstract workingFrom(companyId: string, at: number): Promise<number>;
  /** What a position of this company is called; null where there is none. */
  abstract positionName(companyId: string, positionId: string): Promise<Text | null>;
  /** The file that a button's `href` leads to; null where it is none that can be sent along. */
  abstract fileAt(href: string): Promise<CardFile | null>;
}
