import type { Drawer } from '../drawer.js';

/** The web inbox: the page draws the card itself, and nothing travels. */
export const consoleDrawer: Drawer = {
  name: 'console',
  capabilities: {
    buttons: 10,
    updateInPlace: true,
    picture: true,
    freeText: true,
    textLength: 100_000,
  },
  draw: () => [{ shape: 'page', parts: [], payload: '' }],
};
