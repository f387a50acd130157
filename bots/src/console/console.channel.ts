import type { Capabilities, Channel, OutgoingCard } from '../channel.js';
import { consoleDrawer } from './console.draw.js';

/**
 * The web inbox (R50): everybody has it, and it needs no account anywhere. The delivery's row is the message and
 * the page reads the card from the database, so there is nothing to carry and nothing to bring up to date.
 */
export class ConsoleChannel implements Channel {
  readonly name = 'console';
  readonly capabilities: Capabilities = consoleDrawer.capabilities;

  send(message: OutgoingCard): Promise<{ externalId: string }> {
    return Promise.resolve({ externalId: message.deliveryId });
  }

  update(_message: OutgoingCard): Promise<void> {
    return Promise.resolve();
  }
}
