import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppError } from '@zhiyu/contracts/errors';
import { type Route, type Side, timeZoneHeader } from '@zhiyu/contracts/routes';
import type { FastifyRequest } from 'fastify';
import type { AnyActor } from '../auth/actor.js';
import { AuditSink, type Guarded, guardedKey, Rights } from '../auth/can.js';
import { Clock } from '../time/clock.js';
import { tokensOf } from '../auth/credentials.js';
import { Presence } from '../auth/presence.js';
import { Sessions } from '../auth/sessions.js';
import { nameOf, readInput, routeKey } from './bind.js';
import type { KnownRequest } from './known-request.js';
import { localeOf } from './locale-of.js';
import { RepeatedViews } from './repeated-views.js';

/** Denied by default: a session of the route's side, a right to the act, and a line in the audit log. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly repeated = new RepeatedViews();

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly rights: Rights,
    private readonly audit: AuditSink,
    private readonly clock: Clock,
    private readonly presence: Presence,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<Route<unknown, unknown> | undefined>(
      routeKey,
      context.getHandler(),
    );
    const guarded = this.reflector.get<Guarded | undefined>(guardedKey, context.getHandler());
    if (!route || !guarded) {
      throw new AppError('notAllowed');
    }
    const request = context.switchToHttp().getRequest<KnownRequest>();
    refuseForeignOrigin(request);
    const actor = await this.actorOf(request, route.side);
    const ground = this.rights.ground(actor, guarded.act);
    const input = ground === null ? {} : readInput(nameOf(route), request);
    await this.writeDown(actor, { guarded, route, input, ground });
    if (ground === null) {
      throw new AppError('notAllowed');
    }
    request.known = { actor, input };
    this.note(actor, request);
    return true;
  }

  private note(actor: AnyActor, { headers, method }: FastifyRequest): void {
    if (actor.kind !== 'visitor') {
      const zone = headers[timeZoneHeader];
      const acts = method !== 'GET';
      this.presence.seen(actor, { zone: typeof zone === 'string' ? zone : '', acts });
    }
  }

  private async actorOf(request: FastifyRequest, side: Side): Promise<AnyActor> {
    for (const token of tokensOf(request, side)) {
      const actor = await this.sessions.actor(token);
      if (actor && (side === 'any' || actor.kind === side)) {
        // Staff read in the language of their page; a candidate's is the application's.
        return actor.kind === 'staff' ? { ...actor, locale: localeOf(request.headers) } : actor;
      }
    }
    if (side !== 'public') {
      throw new AppError('notSignedIn');
    }
    return { kind: 'visitor', id: request.ip, locale: localeOf(request.headers) };
  }

  private async writeDown(actor: AnyActor, act: Act): Promise<void> {
    const worthIt = act.ground === null || changes(act) || act.guarded.views;
    if (actor.kind === 'visitor' || !worthIt) {
      return;
    }
    const look = isLookAtList(act)
      ? this.repeated.keyOf(actor.sessionId, act.guarded.act, act.input)
      : null;
    if (look !== null && this.repeated.has(look, this.clock.now())) {
      return;
    }
    await this.audit.record({
      companyId: actor.companyId,
      actor: `${actor.kind}:${actor.id}`,
      verb: act.guarded.act,
      object: objectOf(act),
      ground: act.ground ?? 'none',
      allowed: act.ground !== null,
    });
    if (look !== null) {
      this.repeated.remember(look, this.clock.now());
    }
  }
}

/** What somebody is about to do. */
interface Act {
  guarded: Guarded;
  route: Route<unknown, unknown>;
  input: unknown;
  /** Null when it is denied. */
  ground: string | null;
}

function changes({ route }: Act): boolean {
  return route.method !== 'GET';
}

/** What is about one record, changes anything or was denied is written down each time. */
function isLookAtList(act: Act): boolean {
  return !changes(act) && act.ground !== null && act.guarded.object === null;
}

function objectOf({ guarded, input }: Act): string {
  const named = guarded.object ? (input as Record<string, unknown>)[guarded.object] : undefined;
  return typeof named === 'string' ? named : '';
}

/** A page of another site cannot act with our cookie. */
export function refuseForeignOrigin(request: FastifyRequest): void {
  const { origin, host } = request.headers;
  if (request.method === 'GET' || !origin) {
    return;
  }
  if (!URL.canParse(origin) || new URL(origin).host !== (request.host || host)) {
    throw new AppError('originRefused');
  }
}
