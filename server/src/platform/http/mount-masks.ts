import type { FastifyInstance } from 'fastify';
import type { Masks } from '../auth/masks.js';
import type { KnownRequest } from './known-request.js';

const idForm = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Every id that stands somewhere in it. */
function idsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') {
    if (idForm.test(value)) {
      found.add(value);
    }
  } else if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach((one) => idsIn(one, found));
  }
  return found;
}

/** What goes to the company's people passes here: data that they may not see are not sent, whoever made the body. */
export function mountMasks(fastify: FastifyInstance, masks: Masks): void {
  fastify.addHook('preSerialization', async (request, _reply, payload) => {
    const { known } = request as Partial<KnownRequest>;
    if (known?.actor.kind !== 'staff') {
      return payload;
    }
    const ids = [...idsIn(payload, idsIn(known.input))];
    return masks.cover(known.actor, payload, ids);
  });
}
