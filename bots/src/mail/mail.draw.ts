import { type Drawer, payloadOf, textPart } from '../drawer.js';
import type { Brand } from '../channel.js';
import { logoId, renderMail } from './mail.render.js';

/** Outside a letter nothing is attached: the picture stands in the page itself. */
function withLogo(html: string, brand: Brand | undefined): string {
  const logo = brand?.logo;
  return logo
    ? html.replace(
        `cid:${logoId}`,
        `data:${logo.mimeType};base64,${Buffer.from(logo.bytes).toString('base64')}`,
      )
    : html;
}

/** The mail as most readers show it, then its plain text. */
export const mailDrawer: Drawer = {
  name: 'mail',
  capabilities: {
    // They stand as words; the one that counts opens the page.
    buttons: 10,
    updateInPlace: false,
    picture: true,
    freeText: false,
    textLength: 100_000,
  },
  draw: ({ card, link, brand }) => {
    const { subject, text, html } = renderMail(card, link, brand);
    const shown = withLogo(html, brand);
    const head = textPart('source', subject);
    const payload = payloadOf({ subject, text, html });
    return [
      { shape: 'html', parts: [...head, { type: 'html', html: shown }], payload },
      { shape: 'plain', parts: [...head, ...textPart('body', text)], payload },
    ];
  },
};
