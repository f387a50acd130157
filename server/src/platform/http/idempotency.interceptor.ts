import { createHash } from 'node:crypto';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { AppError } from '@zhiyu/contracts/errors';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { Keyring } from '../crypto/keyring.js';
import { isDuplicate } from '../database/database.js';
import { Clock } from '../time/clock.js';
import { IdempotencyRow } from './idempotency.entity.js';
import type { KnownRequest } from './known-request.js';

/** After this a request that never ended (its process died) may be made again. */
const abandonedMs = 30_000;

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function fingerprintOf(request: KnownRequest): string {
  const body = Buffer.isBuffer(request.body)
    ? request.body.toString('base64')
    : JSON.stringify(request.body ?? null);
  return sha256(`${request.method} ${request.url} ${body}`);
}

/**
 * The key of the header: a structured-field string, with or without its quotation marks.
 * @throws idempotencyKeyMissing when there is none of 8 to 200 characters
 */
export function keyOf(request: Pick<KnownRequest, 'headers'>): string {
  const header = request.headers['idempotency-key'];
  const key = typeof header === 'string' ? header.trim().replace(/^"(.*)"$/, '$1') : '';
  if (key.length < 8 || key.length > 200) {
    throw new AppError('idempotencyKeyMissing');
  }
  return key;
}

/** IETF draft-ietf-httpapi-idempotency-key-header-07 for every route marked `once`. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly keyring: Keyring,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return from(this.once(context, next));
  }

  private async once(context: ExecutionContext, next: CallHandler): Promise<unknown> {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const id = sha256(`${request.known.actor.id} ${keyOf(request)}`);
    const fingerprint = fingerprintOf(request);
    const rows = this.dataSource.getRepository(IdempotencyRow);
    if (!(await this.claim(id, fingerprint))) {
      const row = await rows.findOneBy({ id });
      if (row && row.fingerprint !== fingerprint) {
        throw new AppError('idempotencyKeyReused');
      }
      // No row: the first request has just failed, or is about to be seen. Ask again.
      if (row?.state === 'done' && row.answer !== null) {
        void context
          .switchToHttp()
          .getResponse<FastifyReply>()
          .header('Idempotency-Replayed', 'true');
        return JSON.parse(this.keyring.open(`idempotency|${id}`, row.answer)) as unknown;
      }
      throw new AppError('requestInProgress');
    }
    try {
      const answer: unknown = await lastValueFrom(next.handle());
      const sealed = this.keyring.seal(`idempotency|${id}`, JSON.stringify(answer));
      await rows.update({ id }, { state: 'done', answer: sealed });
      return answer;
    } catch (error) {
      await rows.delete({ id });
      throw error;
    }
  }

  private async claim(id: string, fingerprint: string): Promise<boolean> {
    const rows = this.dataSource.getRepository(IdempotencyRow);
    const now = this.clock.now();
    try {
      await rows.insert({ id, fingerprint, state: 'running', answer: null, createdAt: now });
      return true;
    } catch (error) {
      if (!isDuplicate(error)) {
        throw error;
      }
    }
    const row = await rows.findOneBy({ id, state: 'running', fingerprint });
    if (!row || row.createdAt > now - abandonedMs) {
      return false;
    }
    const taken = await rows.update(
      { id, createdAt: row.createdAt, state: 'running' },
      { createdAt: now },
    );
    return taken.affected === 1;
  }
}
