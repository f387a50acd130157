import { hash as digest, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Tx } from '../database/database.js';
import { Clock } from '../time/clock.js';
import type { Actor } from './actor.js';
import { Session } from './session.entity.js';

/** How long another process may still take an ended session for open. */
const rememberMs = 1000;
const rememberAtMost = 20_000;

type Loader = (session: Session) => Promise<Actor | null>;

export function hashToken(token: string): string {
  return digest('sha256', token);
}

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Opens, finds and ends sessions. Who stands behind one is told by the module that registered its kind. */
@Injectable()
export class Sessions {
  private readonly loaders = new Map<string, Loader>();
  private readonly remembered = new Map<string, { actor: Actor | null; until: number }>();
  /** The same by who stands behind them. */
  private readonly recently = new Map<string, { actor: Actor; until: number }>();
  /** Requests that arrive together ask the database once. */
  private readonly asking = new Map<string, Promise<Actor | null>>();
  /** Until then nothing is remembered: what is read while a session ends may be from before. */
  private forgetfulUntil = 0;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  register(kind: Session['kind'], loader: Loader): void {
    this.loaders.set(kind, loader);
  }

  /** @returns the token: shown once, never stored. */
  async open(
    tx: Tx,
    who: Pick<Session, 'kind' | 'subjectId' | 'companyId'>,
    lifeMs: number,
  ): Promise<string> {
    const token = newToken();
    const times = { createdAt: tx.now, expiresAt: tx.now + lifeMs };
    await tx.manager.insert(Session, { hash: hashToken(token), ...who, ...times });
    return token;
  }

  /** The actor of a token, or null when it is unknown, over or its owner no longer active. */
  async actor(token: string): Promise<Actor | null> {
    const hash = hashToken(token);
    const now = this.clock.now();
    const known = this.remembered.get(hash);
    if (known && known.until > now) {
      return known.actor;
    }
    if (now <= this.forgetfulUntil) {
      return this.load(hash, now);
    }
    const asked =
      this.asking.get(hash) ?? this.load(hash, now).finally(() => this.asking.delete(hash));
    this.asking.set(hash, asked);
    return asked;
  }

  /** Who was found behind a session of this subject within the last second; null when nobody was. */
  recent(subjectId: string): Actor | null {
    const known = this.recently.get(subjectId);
    return known && known.until > this.clock.now() ? known.actor : null;
  }

  async end(tx: Tx, hash: string): Promise<void> {
    this.forget();
    await tx.manager.delete(Session, { hash });
    this.remembered.delete(hash);
  }

  /** Ends all sessions of a subject: at once here, within a second in other processes. */
  async endAll(tx: Tx, subjectId: string): Promise<void> {
    this.forget();
    await tx.manager.delete(Session, { subjectId });
    this.remembered.clear();
  }

  /** Who asks from now on is not given an answer from before. */
  private forget(): void {
    this.forgetfulUntil = this.clock.now() + rememberMs;
    this.asking.clear();
    this.recently.clear();
  }

  private async load(hash: string, now: number): Promise<Actor | null> {
    const session = await this.dataSource.manager.findOneBy(Session, { hash });
    const loader = session && session.expiresAt > now ? this.loaders.get(session.kind) : undefined;
    const actor = session && loader ? await loader(session) : null;
    if (this.remembered.size > rememberAtMost) {
      this.remembered.clear();
      this.recently.clear();
    }
    if (this.clock.now() > this.forgetfulUntil) {
      const until = now + rememberMs;
      this.remembered.set(hash, { actor, until });
      if (session && actor) {
        this.recently.set(session.subjectId, { actor, until });
      }
    }
    return actor;
  }
}
