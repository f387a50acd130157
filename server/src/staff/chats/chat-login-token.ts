import type { ChatName } from '@zhiyu/contracts/directory';
import type { Keyring } from '../../platform/crypto/keyring.js';

/**
 * What stands in the place of the mail address's index for an account that came from a chat without one: unique, known
 * again after its link was lost, and nothing that anybody can type in.
 */
export function chatLoginToken(
  keyring: Keyring,
  of: { companyId: string; chat: ChatName; address: string },
): string {
  return keyring.token('chat login', `${of.companyId} ${of.chat} ${of.address}`);
}
