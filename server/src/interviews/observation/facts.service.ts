import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import {
  type ExplainFact,
  type Fact,
  type FactKind,
  type FactList,
  mostFacts,
  type NoteFacts,
  type ToldFact,
} from '@zhiyu/contracts/observation';
import { type EntityManager, In } from 'typeorm';
import type { CandidateActor } from '../../platform/auth/actor.js';
import { Vault } from '../../platform/crypto/vault.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Clock } from '../../platform/time/clock.js';
import { newId } from '../../platform/time/ids.js';
import { Consents } from '../../privacy/consents.service.js';
import { Answer, AskedQuestion, AttemptRow, Interview } from '../entities/interview.entity.js';
import { InterviewReader } from '../interview-reader.js';
import { InterviewFact } from './observation.entity.js';

interface Words {
  detail: string;
  reason: string;
}

const place = (row: string) => ({ table: 'interview_fact', column: 'words', row });
/** What a page could not send before is taken this long after the end, and reasons may be written so long. */
const openMs = 3 * 24 * 3_600_000;
const ofFaces: readonly FactKind[] = ['secondFace', 'noFace'];

function isOpen(interview: Interview, now: number): boolean {
  const { state, finishedAt } = interview;
  return state === 'running' || (state === 'finished' && (finishedAt ?? 0) + openMs > now);
}

/** Facts of an interview (R25): noted with their time, explained by the candidate, judged by nobody here. */
@Injectable()
export class Facts {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly reader: InterviewReader,
    private readonly consents: Consents,
    private readonly clock: Clock,
  ) {}

  /** What the page tells; beyond the bounds it is dropped without a word, as a page may be broken or lie. */
  async note(actor: CandidateActor, { facts }: NoteFacts): Promise<void> {
    await this.database.transaction(async (tx) => {
      const interview = await this.reader.lockOwn(tx, actor);
      if (!isOpen(interview, tx.now)) {
        return;
      }
      const consents = await this.consents.of(interview.applicationId, tx.manager);
      const allowed = facts.filter(
        ({ kind }) => !ofFaces.includes(kind) || consents.facialObservation === true,
      );
      const where = { interviewId: interview.id };
      const known = await tx.manager.find(InterviewFact, { where, select: { told: true } });
      const answers = await tx.manager.findBy(Answer, where);
      const told = new Set(known.map((one) => one.told));
      for (const fact of allowed) {
        if (!told.has(fact.key) && told.size < mostFacts) {
          told.add(fact.key);
          const asked = answers.some(({ id }) => id === fact.answerId);
          await this.write(tx, interview, { ...fact, answerId: asked ? fact.answerId : null });
        }
      }
    });
  }

  /** An attempt begins: at another device than the one before it, that is a fact. */
  async begins(tx: Tx, interview: Interview, attempt: AttemptRow): Promise<void> {
    const answers = await tx.manager.findBy(Answer, { interviewId: interview.id });
    const before = await tx.manager.findOne(AttemptRow, {
      where: { answerId: In(answers.map(({ id }) => id)) },
      order: { startedAt: 'DESC', id: 'DESC' },
    });
    if (before?.session != null && before.session !== attempt.session) {
      const { answerId, startedAt } = attempt;
      const fact = { kind: 'otherDevice' as const, at: startedAt, seconds: 0, detail: '' };
      await this.write(tx, interview, { ...fact, key: attempt.id, answerId });
    }
  }

  async own(actor: CandidateActor): Promise<FactList> {
    const interview = await this.reader.own(actor);
    const facts = await this.of(interview.id);
    return { facts, open: isOpen(interview, this.clock.now()) };
  }

  /** The candidate's reason beside a fact; it stands there for HR, word for word. */
  async explain(actor: CandidateActor, { id, reason }: ExplainFact): Promise<FactList> {
    await this.database.transaction(async (tx) => {
      const interview = await this.reader.lockOwn(tx, actor);
      const row = await tx.manager.findOneBy(InterviewFact, { id, interviewId: interview.id });
      if (!row) {
        throw new AppError('notFound');
      }
      if (!isOpen(interview, tx.now)) {
        throw new AppError('interviewClosed');
      }
      const vault = await this.vault.of(row.personId, tx.manager);
      const words = { ...wordsOf(vault.open(place(id), row.words)), reason: reason.trim() };
      const sealed = vault.seal(place(id), JSON.stringify(words));
      await tx.manager.update(InterviewFact, { id }, { words: sealed });
    });
    return this.own(actor);
  }

  /** In the order they happened. */
  async of(
    interviewId: string,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<Fact[]> {
    const rows = await manager.find(InterviewFact, {
      where: { interviewId },
      order: { at: 'ASC', id: 'ASC' },
    });
    const answers = await manager.findBy(Answer, { interviewId });
    const questions = await manager.findBy(AskedQuestion, { interviewId });
    const vaults = await this.vault.ofMany(
      rows.map(({ personId }) => personId),
      manager,
    );
    return rows.map((row) => {
      const { id, kind, at, seconds } = row;
      const asked = answers.find((one) => one.id === row.answerId)?.questionId;
      const questionIndex = questions.find((one) => one.id === asked)?.position ?? null;
      const words = wordsOf(vaults.get(row.personId)?.open(place(id), row.words) ?? null);
      return { id, kind, at, seconds, questionIndex, ...words };
    });
  }

  private async write(
    tx: Tx,
    interview: Interview,
    fact: Omit<ToldFact, 'kind'> & { kind: FactKind },
  ): Promise<void> {
    const id = newId(tx.now);
    const { companyId, personId, applicationId, startedAt } = interview;
    const at = Math.min(tx.now, Math.max(fact.at, startedAt ?? interview.createdAt));
    const seconds = Math.min(fact.seconds, (tx.now - at) / 1000);
    const vault = await this.vault.of(personId, tx.manager);
    const words: Words = { detail: fact.detail, reason: '' };
    await tx.manager.insert(InterviewFact, {
      ...{ id, companyId, personId, applicationId, interviewId: interview.id },
      ...{ told: fact.key, kind: fact.kind, answerId: fact.answerId, at, seconds },
      words: vault.seal(place(id), JSON.stringify(words)),
    });
  }
}

function wordsOf(opened: string | null): Words {
  return opened === null ? { detail: '', reason: '' } : (JSON.parse(opened) as Words);
}
