import { Injectable } from '@nestjs/common';
import { locales } from '@zhiyu/contracts/basics';
import type { EventJob } from '@zhiyu/contracts/jobs';
import type { PositionContent, Question } from '@zhiyu/contracts/position';
import type { ResumeQuestion } from '@zhiyu/contracts/question-drafts';
import { type EntityManager, In } from 'typeorm';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Vault } from '../../platform/crypto/vault.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/jobs/on.js';
import { newId } from '../../platform/time/ids.js';
import type { Application } from '../entities/application.entity.js';
import { ResumeQuestionRow } from '../entities/resume-question.entity.js';
import { Pipeline } from '../pipeline.service.js';
import { Positions } from '../positions.service.js';
import { ResumeStore } from '../resume-store.js';
import { claimQuestion, type ClaimQuestion } from './claim-questions.js';
import { type Claim, claimsOf } from './resume-claims.js';
import { SkillSeeds } from './skill-seeds.js';

/** How many a plan asks that does not say. */
const usualMost = 1;

/** What the plan and the automation of a position say about questions on résumés. */
export function resumeQuestionRules(content: PositionContent): { most: number; approval: boolean } {
  return {
    most: content.plan.resumeQuestions ?? usualMost,
    approval: content.automation.approveGenerated ?? true,
  };
}

/** A question as an interview asks it, with the reason that quotes the line. */
export interface AskableQuestion {
  content: Question;
  reason: string;
}

const placeOf = (row: string) => ({ table: 'resume_question', column: 'sealed', row });

interface SealedWords {
  reason: string;
  line: number | null;
}

/** Questions about one candidate's résumé: made once an application, then approved, dropped or asked. */
@Injectable()
export class ResumeQuestions {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly keyring: Keyring,
    private readonly resumes: ResumeStore,
    private readonly positions: Positions,
    private readonly pipeline: Pipeline,
    private readonly seeds: SkillSeeds,
  ) {}

  /** Ready when HR opens the file, before anybody is invited. */
  @OnEvent('ScreeningDecided', 'recruiting.questions')
  async screened(event: EventJob<'ScreeningDecided'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const application = await this.pipeline.find(tx, event.payload.applicationId);
      if (!application) {
        return;
      }
      const version = await this.positions.version(application.positionVersionId, tx.manager);
      await this.propose(tx, application, version.content);
    });
  }

  /** Makes the questions of an application, once; the caller holds its lock. */
  async propose(tx: Tx, application: Application, content: PositionContent): Promise<void> {
    const { id: applicationId, personId, companyId } = application;
    if (await tx.manager.existsBy(ResumeQuestionRow, { applicationId })) return;
    const resume = await this.resumes.read(application.resumeId, tx.manager);
    if (!resume) return;
    const fresh = await this.fresh(tx, personId, claimsOf(resume.parsed, content));
    const locale = locales.find((one) => one === application.locale) ?? 'zh';
    const from = { content, catalogue: this.seeds.all(), locale };
    const vault = await this.vault.of(personId, tx.manager);
    const made = fresh
      .map((one) => ({
        token: one.token,
        ...claimQuestion(one.claim, `cv-${one.claim.kind}`, from),
      }))
      .filter((one) => !isPlanned(one, content));
    for (const [place, one] of made.entries()) {
      const id = newId(tx.now);
      const words: SealedWords = { reason: one.reason, line: one.claim.line };
      await tx.manager.insert(ResumeQuestionRow, {
        ...{ id, companyId, applicationId, personId, place, kind: one.claim.kind },
        ...{ state: 'proposed', claim: one.token, interviewId: null, byStaffId: null, at: tx.now },
        content: { ...one.question, code: `${one.question.code}-${String(place + 1)}` },
        sealed: vault.seal(placeOf(id), JSON.stringify(words)),
      });
    }
  }

  /**
   * The questions that an interview asks now, marked as asked: approved ones, and where the position needs
   * no approval the most telling of the others; with those asked before not more than the plan allows.
   */
  async take(
    tx: Tx,
    application: Application,
    content: PositionContent,
    interviewId: string,
  ): Promise<AskableQuestion[]> {
    const { most, approval } = resumeQuestionRules(content);
    const rows = await this.rowsOf(application.id, tx.manager);
    const asked = rows.filter((row) => row.interviewId === interviewId).length;
    const approved = rows.filter(({ state }) => state === 'approved');
    const others = approval ? [] : rows.filter(({ state }) => state === 'proposed');
    const taken = [...approved, ...others].slice(0, Math.max(0, most - asked));
    const ids = taken.map(({ id }) => id);
    if (ids.length > 0) {
      const now = { state: 'asked' as const, interviewId, at: tx.now };
      await tx.manager.update(ResumeQuestionRow, { id: In(ids) }, now);
    }
    const words = await this.wordsOf(application.personId, taken, tx.manager);
    return taken.map((row) => ({ content: row.content, reason: words.get(row.id)?.reason ?? '' }));
  }

  rowsOf(applicationId: string, manager?: EntityManager): Promise<ResumeQuestionRow[]> {
    const rows = manager?.getRepository(ResumeQuestionRow) ?? this.database.read(ResumeQuestionRow);
    return rows.find({ where: { applicationId }, order: { place: 'ASC' } });
  }

  /** The rows as HR reads them. */
  async views(application: Application): Promise<ResumeQuestion[]> {
    const rows = await this.rowsOf(application.id);
    const words = await this.wordsOf(application.personId, rows);
    const locale = locales.find((one) => one === application.locale) ?? 'zh';
    return rows.map(({ id, kind, state, content }) => ({
      id,
      kind,
      state,
      text: content.text[locale] ?? content.text.zh,
      reason: words.get(id)?.reason ?? '',
      line: words.get(id)?.line ?? null,
    }));
  }

  private async wordsOf(
    personId: string,
    rows: ResumeQuestionRow[],
    manager?: EntityManager,
  ): Promise<Map<string, SealedWords>> {
    const vault = await this.vault.of(personId, manager);
    const nothing = JSON.stringify({ reason: '', line: null });
    return new Map(
      rows.map(({ id, sealed }) => {
        const opened = vault.open(placeOf(id), sealed) ?? nothing;
        return [id, JSON.parse(opened) as SealedWords];
      }),
    );
  }

  /** Claims that this person was never asked about, for whatever position. */
  private async fresh(
    tx: Tx,
    personId: string,
    claims: Claim[],
  ): Promise<{ claim: Claim; token: string }[]> {
    const named = claims.map((claim) => ({
      claim,
      token: this.keyring.token('resumeClaim', `${personId}|${claim.kind}|${claim.quote}`),
    }));
    const before = await tx.manager.findBy(ResumeQuestionRow, {
      personId,
      claim: In(named.map(({ token }) => token)),
      state: 'asked',
    });
    const asked = new Set(before.map(({ claim }) => claim));
    return named.filter(({ token }) => !asked.has(token));
  }
}

/** A planned question asks about the same skill already. */
function isPlanned({ question }: ClaimQuestion, content: PositionContent): boolean {
  const about = question.origin?.about;
  const planned = content.questions.filter(({ code }) => content.plan.questionCodes.includes(code));
  return about !== undefined && planned.some(({ origin }) => origin?.about === about);
}
