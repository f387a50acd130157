import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { locales } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type { CodeInput, DeviceCode, Exchange, ExchangeResult } from '@zhiyu/contracts/interview';
import { type EntityManager, IsNull } from 'typeorm';
import type { CandidateActor } from '../platform/auth/actor.js';
import { hashToken, Sessions } from '../platform/auth/sessions.js';
import { Keyring } from '../platform/crypto/keyring.js';
import { Database, type Tx } from '../platform/database/database.js';
import { Clock } from '../platform/time/clock.js';
import { People } from '../privacy/people.service.js';
import { normalPhone } from '../privacy/search.js';
import { Application } from '../recruiting/entities/application.entity.js';
import { Pipeline } from '../recruiting/pipeline.service.js';
import { Interview } from './entities/interview.entity.js';
import { InterviewReader } from './interview-reader.js';

const dayMs = 86_400_000;
export const candidateSessionMs = 30 * dayMs;
const challengeLifeMs = 30 * 60_000;
const codeLifeMs = 10 * 60_000;
const triesAllowed = 5;
/** How long the device that opened a link first may open it again without digits: its answer may have been lost. */
const againMs = 10 * 60_000;

export interface Opened extends ExchangeResult {
  /** The session's token, when one was opened. */
  session: string | null;
}

/** What a token leads to: an interview's invitation, or the status page of an application. */
interface Door {
  application: Application;
  interview: Interview | null;
  usedAt: number | null;
  /** Hash of the secret of the device that used it; null where that had none. */
  openedBy: string | null;
}

interface Challenge {
  applicationId: string;
  expiresAt: number;
}

function same(a: string, b: string): boolean {
  const key = 'compare';
  const digest = (text: string) => createHmac('sha256', key).update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** The device that used the link comes again soon after: the answer was lost on the way. */
function opensAgain({ usedAt, openedBy }: Door, by: string | null, now: number): boolean {
  const sameDevice = by !== null && openedBy !== null && same(by, openedBy);
  return sameDevice && usedAt !== null && now - usedAt < againMs;
}

/** How a candidate comes in: the token once, a second device with digits of the first or of the phone number. */
@Injectable()
export class CandidateDoor implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly keyring: Keyring,
    private readonly people: People,
    private readonly reader: InterviewReader,
    private readonly pipeline: Pipeline,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sessions.register('candidate', (session) => this.actorOf(session.subjectId, session.hash));
  }

  /**
   * @param input.device the device's secret: with it the same device may repeat the first trade for ten minutes
   * @param on where the page was opened; null where that is not told
   * @param current the session the browser already has, so that an old link on the same phone just goes on.
   */
  async exchange(
    input: Pick<Exchange, 'token' | 'device'>,
    current: CandidateActor | null,
    on: string | null = null,
  ): Promise<Opened> {
    const by = input.device === undefined ? null : hashToken(input.device);
    return this.database.transaction(async (tx) => {
      const door = await this.doorOf(tx.manager, hashToken(input.token));
      if (!door) {
        throw new AppError('notFound');
      }
      const next = door.interview ? ('interview' as const) : ('status' as const);
      const plain = { next, challenge: null, triesLeft: null };
      if (current?.applicationId === door.application.id) {
        return { ...plain, session: null };
      }
      this.refuseClosed(door);
      const first =
        door.usedAt === null && (await this.markUsed(tx, door, { openedBy: by, openedOn: on }));
      if (!first && !opensAgain(door, by, tx.now)) {
        const triesLeft = triesAllowed - door.application.codeTries;
        const challenge = this.challenge(door.application.id);
        return {
          next: 'code' as const,
          challenge,
          triesLeft: Math.max(0, triesLeft),
          session: null,
        };
      }
      return { ...plain, session: await this.open(tx, door.application) };
    });
  }

  async enterCode(input: CodeInput): Promise<Opened> {
    const { applicationId } = this.readChallenge(input.challenge);
    const outcome = await this.database.transaction(async (tx) => {
      // Locked first: tries that come all at once are counted one by one.
      const application = await this.pipeline.lock(tx, applicationId);
      const interview = await this.reader.newest(applicationId, tx.manager);
      const tries = application.codeTries;
      if (tries >= triesAllowed) {
        return { locked: true } as const;
      }
      if (!(await this.fits(tx, { application, interview, digits: input.digits }))) {
        await tx.manager.increment(Application, { id: applicationId }, 'codeTries', 1);
        return { left: triesAllowed - tries - 1 } as const;
      }
      await this.clearTries(tx, interview, application);
      const next = interview ? ('interview' as const) : ('status' as const);
      return { next, challenge: null, triesLeft: null, session: await this.open(tx, application) };
    });
    if ('locked' in outcome) {
      throw new AppError('codeLocked');
    }
    if ('left' in outcome && outcome.left !== undefined) {
      throw new AppError(outcome.left > 0 ? 'codeWrong' : 'codeLocked', { left: outcome.left });
    }
    return outcome;
  }

  /** Six digits for a second device, good for ten minutes. */
  async deviceCode(actor: CandidateActor): Promise<DeviceCode> {
    const digits = String(randomInt(0, 1_000_000)).padStart(6, '0');
    return this.database.transaction(async (tx) => {
      const interview = await this.reader.lockOwn(tx, actor);
      const expiresAt = tx.now + codeLifeMs;
      const codeHash = this.codeHash(interview.id, digits);
      await tx.manager.update(
        Interview,
        { id: interview.id },
        { codeHash, codeExpiresAt: expiresAt },
      );
      return { digits, expiresAt };
    });
  }

  async actorOf(applicationId: string, sessionId: string): Promise<CandidateActor | null> {
    const application = await this.database.read(Application).findOneBy({ id: applicationId });
    if (!application) {
      return null;
    }
    const locale = locales.find((one) => one === application.locale) ?? 'zh';
    const { companyId, personId } = application;
    return { kind: 'candidate', id: personId, companyId, applicationId, locale, sessionId };
  }

  private async open(tx: Tx, application: Application): Promise<string> {
    const { id: subjectId, companyId } = application;
    return this.sessions.open(tx, { kind: 'candidate', subjectId, companyId }, candidateSessionMs);
  }

  private async doorOf(manager: EntityManager, hash: string): Promise<Door | null> {
    const interview = await manager.findOneBy(Interview, { tokenHash: hash });
    if (interview) {
      const application = await manager.findOneByOrFail(Application, {
        id: interview.applicationId,
      });
      const { exchangedAt: usedAt, openedBy } = interview;
      return { application, interview, usedAt, openedBy };
    }
    const application = await manager.findOneBy(Application, { tokenHash: hash });
    if (!application) {
      return null;
    }
    const { tokenUsedAt: usedAt, openedBy } = application;
    return { application, interview: null, usedAt, openedBy };
  }

  private refuseClosed(door: Door): void {
    const now = this.clock.now();
    const { interview, application } = door;
    if (interview ? interview.deadline + 30 * dayMs < now : application.tokenExpiresAt < now) {
      throw new AppError('linkExpired');
    }
  }

  /** @returns false when another device was faster. */
  private async markUsed(
    tx: Tx,
    { interview, application }: Door,
    { openedBy, openedOn }: Pick<Interview, 'openedBy' | 'openedOn'>,
  ): Promise<boolean> {
    const { affected } = interview
      ? await tx.manager.update(
          Interview,
          { id: interview.id, exchangedAt: IsNull() },
          { exchangedAt: tx.now, openedBy, openedOn },
        )
      : await tx.manager.update(
          Application,
          { id: application.id, tokenUsedAt: IsNull() },
          { tokenUsedAt: tx.now, openedBy },
        );
    return affected === 1;
  }

  private async fits(
    tx: Tx,
    input: { application: Application; interview: Interview | null; digits: string },
  ): Promise<boolean> {
    const { application, interview, digits } = input;
    if (digits.length === 6) {
      const live = interview?.codeHash && interview.codeExpiresAt > tx.now;
      return Boolean(live && same(interview.codeHash ?? '', this.codeHash(interview.id, digits)));
    }
    const { phone } = await this.people.contactOf(application.personId, tx.manager);
    const last = phone ? normalPhone(phone).slice(-4) : '';
    return last.length === 4 && same(last, digits);
  }

  private codeHash(interviewId: string, digits: string): string {
    return this.keyring.token('device-code', `${interviewId} ${digits}`);
  }

  private async clearTries(
    tx: Tx,
    interview: Interview | null,
    application: Application,
  ): Promise<void> {
    await tx.manager.update(Application, { id: application.id }, { codeTries: 0 });
    if (interview) {
      await tx.manager.update(
        Interview,
        { id: interview.id },
        { codeHash: null, codeExpiresAt: 0 },
      );
    }
  }

  private challenge(applicationId: string): string {
    const challenge: Challenge = { applicationId, expiresAt: this.clock.now() + challengeLifeMs };
    return this.keyring.seal('challenge', JSON.stringify(challenge));
  }

  private readChallenge(sealed: string): Challenge {
    let challenge: Challenge;
    try {
      challenge = JSON.parse(this.keyring.open('challenge', sealed)) as Challenge;
    } catch {
      throw new AppError('notFound');
    }
    if (challenge.expiresAt < this.clock.now()) {
      throw new AppError('linkExpired');
    }
    return challenge;
  }
}
