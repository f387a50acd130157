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
