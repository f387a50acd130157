import type { Card } from '@zhiyu/contracts/card';
import type { Recipient } from './card-content.js';

/** What a link needs beside the page: what lets a candidate in; null where nothing does. */
interface Entered {
  cardId: string;
  token: string | null;
}

/** A group's members have not got its card in their chat page. */
const pages = { staff: 'chat', candidate: 'inbox', group: 'board' } as const;

function signed(path: string, token: string | null): string {
  return token === null ? path : `${path}${path.includes('?') ? '&' : '?'}t=${token}`;
}

/** A page of the mini-app as an address; with the token it lets its candidate in. */
export function pageAddress(publicUrl: string, path: string, token: string | null): string {
  return `${publicUrl}/#${signed(path, token)}`;
}

/** Outside the mini-app its paths are addresses, and a candidate's let him in. */
export function withAddresses(publicUrl: string, card: Card, token: string | null): Card {
  const whole = (href: string) => {
    if (!href.startsWith('/pages/')) {
      return href.startsWith('/') ? `${publicUrl}${href}` : href;
    }
    return pageAddress(publicUrl, href, /[?&]t=/.test(href) ? null : token);
  };
  const buttons = card.buttons.map((button) =>
    button.href === undefined ? button : { ...button, href: whole(button.href) },
  );
  return { ...card, buttons };
}

/** The page on which somebody finds the card. */
export function pageOf(publicUrl: string, { kind }: Recipient, { cardId, token }: Entered): string {
  return pageAddress(publicUrl, `/pages/${pages[kind]}/index?card=${cardId}`, token);
}
