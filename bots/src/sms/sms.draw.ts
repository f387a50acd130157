import { type Drawer, payloadOf, textPart } from '../drawer.js';
import { smsWords } from './sms.text.js';

export const smsDrawer: Drawer = {
  name: 'sms',
  capabilities: {
    ...{ buttons: 0, updateInPlace: false, picture: false, freeText: false },
    textLength: 200,
  },
  draw: (of) => {
    const words = smsWords(of, { sign: of.sender, link: of.shortLink });
    return [{ shape: 'sms', parts: textPart('body', words.text), payload: payloadOf(words) }];
  },
};
