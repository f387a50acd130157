import type { FastifyRequest } from 'fastify';
import type { AnyActor } from '../auth/actor.js';

/** What the guard leaves on the request. */
export interface Known {
  actor: AnyActor;
  input: unknown;
}

export type KnownRequest = FastifyRequest & { known: Known };
