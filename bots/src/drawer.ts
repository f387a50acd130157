import type { Drawing, DrawnChannelName, DrawnPart } from '@zhiyu/contracts/gallery';
import type { Capabilities, OutgoingCard } from './channel.js';

/** A card to be shown as a channel would send it. */
export interface CardToDraw extends OutgoingCard {
  /** What stands in a text message in place of `link`. */
  shortLink: string;
  /** Who signs a text message. */
  sender: string;
}

/** How a channel draws: its own renderer, with no settings, no network and nobody to send to. */
export interface Drawer {
  readonly name: DrawnChannelName;
  readonly capabilities: Capabilities;
  /** @param of its card degraded to the capabilities; what the channel would try first stands first */
  readonly draw: (of: CardToDraw) => Drawing[];
}

type TextRole = Extract<DrawnPart, { type: 'text' }>['role'];

/** A text as a part; nothing for an empty one. */
export function textPart(role: TextRole, text: string | undefined): DrawnPart[] {
  return text === undefined || text === '' ? [] : [{ type: 'text', role, text }];
}

/** The message as it travels, to be read by a person. */
export function payloadOf(message: object): string {
  return JSON.stringify(message, null, 2);
}
