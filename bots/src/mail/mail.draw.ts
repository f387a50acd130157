import { type Drawer, payloadOf, textPart } from '../drawer.js';
import { renderMail } from './mail.render.js';

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
  draw: ({ card, link }) => {
    const { subject, text, html } = renderMail(card, link);
    const head = textPart('source', subject);
    const payload = payloadOf({ subject, text, html });
    return [
      { shape: 'html', parts: [...head, { type: 'html', html }], payload },
      { shape: 'plain', parts: [...head, ...textPart('body', text)], payload },
    ];
  },
};
