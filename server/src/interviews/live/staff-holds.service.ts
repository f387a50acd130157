import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type {
  GiveTime,
  Hold,
  OwnWord,
  StaffWord,
  StaffWordKind,
  TellCandidate,
} from '@zhiyu/contracts/live';
import type { CandidateActor, StaffActor } from '../../platform/auth/actor.js';
import { Vault } from '../../platform/crypto/vault.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Clock } from '../../platform/time/clock.js';
import { newId } from '../../platform/time/ids.js';
import { Applications } from '../../recruiting/applications.service.js';
import { Pipeline } from '../../recruiting/pipeline.service.js';
import { StaffService } from '../../staff/staff.service.js';
import { Answer, AttemptRow, Interview } from '../entities/interview.entity.js';
import { InterviewReader } from '../interview-reader.js';
import { isOpen } from '../interview-view.js';
import { Pauses } from '../pauses.service.js';
import { StaffWordRow } from './staff-word.entity.js';

const minuteMs = 60_000;
/** For so long a word is news on the candidate's page. */
const newsMs = 15 * minuteMs;

const place = (row: string) => ({ table: 'staff_word', column: 'text', row });

interface Said {
  kind: StaffWordKind;
  text: string;
  minutes: number;
}

/** What HR does in a running interview beside asking: a pause, a word, more time; the candidate sees who did it. */
@Injectable()
export class StaffHolds {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly applications: Applications,
    private readonly pipeline: Pipeline,
    private readonly reader: InterviewReader,
    private readonly pauses: Pauses,
    private readonly staff: StaffService,
    private readonly clock: Clock,
  ) {}

  /** An answer that runs is finished first. @throws interviewClosed when it does not run */
  async hold(actor: StaffActor, { id, minutes, text }: Hold): Promise<void> {
    await this.inRunning(actor, id, async (tx, interview) => {
      await this.pauses.hold(tx, interview, { until: tx.now + minutes * minuteMs, by: actor.id });
      await this.write(tx, interview, actor, { kind: 'hold', text, minutes });
      const { applicationId, companyId } = interview;
      const fact = { applicationId, interviewId: id, minutes, byStaffId: actor.id };
      tx.emit('InterviewHeld', companyId, fact);
    });
  }

  async release(actor: StaffActor, id: string): Promise<void> {
    await this.inRunning(actor, id, (tx, interview) => this.pauses.release(tx, interview));
  }

  /** @throws questionNotOpen between two questions */
  async giveTime(actor: StaffActor, { id, minutes }: GiveTime): Promise<void> {
    await this.inRunning(actor, id, async (tx, interview) => {
      const open = (await this.reader.parts(id, tx.manager)).find(isOpen);
      const running = open?.attempts.find(({ state }) => state === 'recording');
      const more = minutes * minuteMs;
      if (open?.answer.state === 'thinking' && open.answer.thinkingEndsAt !== null) {
        const thinkingEndsAt = Math.max(open.answer.thinkingEndsAt, tx.now) + more;
        await tx.manager.update(Answer, { id: open.answer.id }, { thinkingEndsAt });
      } else if (running) {
        const endsAt = Math.max(running.endsAt, tx.now) + more;
        await tx.manager.update(AttemptRow, { id: running.id }, { endsAt });
      } else {
        throw new AppError('questionNotOpen');
      }
      await this.write(tx, interview, actor, { kind: 'time', text: '', minutes });
      const { applicationId, companyId } = interview;
      tx.emit('TimeGiven', companyId, {
        applicationId,
        interviewId: id,
        minutes,
        byStaffId: actor.id,
      });
    });
  }

  async tell(actor: StaffActor, { id, text }: TellCandidate): Promise<void> {
    await this.inRunning(actor, id, async (tx, interview) => {
      await this.write(tx, interview, actor, { kind: 'message', text, minutes: 0 });
      const { applicationId, companyId } = interview;
      tx.emit('CandidateTold', companyId, { applicationId, interviewId: id, byStaffId: actor.id });
    });
  }

  /** Everything of an interview, in its order. */
  async of(interviewId: string): Promise<StaffWord[]> {
    const rows = await this.database
      .read(StaffWordRow)
      .find({ where: { interviewId }, order: { at: 'ASC', id: 'ASC' } });
    const names = await this.staff.namesOf(rows.map(({ staffId }) => staffId));
    const vaults = await this.vault.ofMany(rows.map(({ personId }) => personId));
    return rows.map(({ id, kind, minutes, at, staffId, personId, text }) => ({
      ...{ kind, minutes, at, byName: names.get(staffId) ?? '' },
      text: vaults.get(personId)?.open(place(id), text) ?? '',
    }));
  }

  /** The newest, while it is news. */
  async own(actor: CandidateActor): Promise<OwnWord> {
    const { id, state } = await this.reader.own(actor);
    const last = state === 'running' ? (await this.of(id)).at(-1) : undefined;
    const lasts = last?.kind === 'hold' ? last.minutes * minuteMs : newsMs;
    return { word: last && last.at + lasts > this.clock.now() ? last : null };
  }

  /** @throws notFound, notAllowed, interviewClosed */
  private async inRunning(
    actor: StaffActor,
    id: string,
    work: (tx: Tx, interview: Interview) => Promise<void>,
  ): Promise<void> {
    const found = await this.database.read(Interview).findOneBy({ id, kind: 'ai' });
    if (!found) {
      throw new AppError('notFound');
    }
    await this.applications.require(actor, found.applicationId, 'interview.ask');
    await this.database.transaction(async (tx) => {
      await this.pipeline.lock(tx, found.applicationId);
      const interview = await tx.manager.findOneByOrFail(Interview, { id });
      if (interview.state !== 'running' || interview.deadline < tx.now) {
        throw new AppError('interviewClosed');
      }
      await work(tx, interview);
    });
  }

  /** What was said or done, for the candidate's page and for the record of the interview. */
  async write(tx: Tx, interview: Interview, actor: StaffActor, said: Said): Promise<void> {
    const id = newId(tx.now);
    const { companyId, personId, id: interviewId } = interview;
    const vault = await this.vault.of(personId, tx.manager);
    await tx.manager.insert(StaffWordRow, {
      ...{ id, companyId, interviewId, personId, staffId: actor.id },
      ...{ kind: said.kind, minutes: said.minutes, at: tx.now },
      text: vault.seal(place(id), said.text),
    });
  }
}
