import { networkInterfaces } from 'node:os';
import type { DingTalkApi } from '../dingtalk.api.js';
import { DingTalkError } from '../dingtalk.errors.js';
import { textOf } from '../dingtalk.json.js';

/** Addresses of this machine in its networks: DingTalk shows them beside the connection. */
function localAddresses(): string {
  return Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address)
    .join(',');
}

/**
 * Asks for one connection: an address, and a ticket that opens it once within 90 s.
 * @throws DingTalkError
 */
export async function gatewayAddress(
  api: DingTalkApi,
  subscriptions: readonly object[],
): Promise<string> {
  const { clientId, clientSecret } = api.settings;
  const answer = await api.call({
    ...{ family: 'api', method: 'POST', path: '/v1.0/gateway/connections/open' },
    body: { clientId, clientSecret, subscriptions, ua: 'zhiyu/1.0', localIp: localAddresses() },
    ...{ token: 'none', repeatable: false }, // the link has its own growing waits
  });
  const [endpoint, ticket] = [textOf(answer, 'endpoint'), textOf(answer, 'ticket')];
  if (!/^wss?:\/\//.test(endpoint) || ticket === '') {
    throw new DingTalkError('refused', 'noTicket');
  }
  const join = endpoint.includes('?') ? '&' : '?';
  return `${endpoint}${join}ticket=${encodeURIComponent(ticket)}`;
}
