import { Injectable } from '@nestjs/common';
import type { Apply, ApplyResult, ResumeDraft, UploadResult } from '@zhiyu/contracts/application';
import { untoldText } from '@zhiyu/contracts/consent-texts';
import { AppError } from '@zhiyu/contracts/errors';
import type { Field } from '@zhiyu/contracts/resume';
import { type StaffLanguage, staffLanguageFor } from '@zhiyu/contracts/staff';
import type { StaffActor, Visitor } from '../platform/auth/actor.js';
import { hashToken, newToken } from '../platform/auth/sessions.js';
import { Database, type Tx } from '../platform/database/database.js';
import type { AddedContact } from '../privacy/added-contact.js';
import { Consents } from '../privacy/consents.service.js';
import { People } from '../privacy/people.service.js';
import { requireOn } from '../staff/access.js';
import { Company } from '../staff/company.entity.js';
import { StaffService } from '../staff/staff.service.js';
import { ApplicationStart, type NewApplication } from './application-start.service.js';
import { Application } from './entities/application.entity.js';
import { Position, SourceLinkRow } from './entities/position.entity.js';
import { IntakeBatches } from './intake-batches.service.js';
import { Links } from './links.service.js';
import { Pipeline } from './pipeline.service.js';
import { Positions } from './positions.service.js';
import { type Asked, draftView, typedResume, withTyped } from './resume-view.js';
import { parseResumeFile } from './resume/resume-parser.js';
import { ResumeStore } from './resume-store.js';
import type { KeptScreening } from './screening-finding.js';
import { screeningIn } from './screening-words.js';

const hourMs = 3_600_000;
const statusLifeMs = 180 * 86_400_000;

/** One file as it was taken, before anybody looked for the same person elsewhere. */
export type Uploaded = Omit<UploadResult, 'suspects' | 'last'>;

/** A file for a position, and with which others it came. */
export interface HandIn {
  id: string;
  name: string;
  batch?: string | undefined;
}

export interface Taken {
  application: Application;
  screening: KeptScreening;
  /** The person had been known. */
  known: boolean;
  /** What a person who had been known got beside it. */
  added: AddedContact | null;
  /** An application of this person for this position was under way: it is returned, nothing new was made. */
  repeated: boolean;
}

function valueOf(field: Field<string> | null): string | null {
  return field?.value.trim() ? field.value.trim() : null;
}

/** @param language of who handed it in */
export function uploadedOf(
  candidateName: string,
  { application, known, screening }: Taken,
  language: StaffLanguage,
): Uploaded {
  const { id: applicationId, stage } = application;
  return {
    ...{ applicationId, candidateName, known, stage },
    screening: screeningIn(screening, language),
  };
}

/** How candidates come in: by a link's form, or a file that HR hands in. */
@Injectable()
export class Intake {
  constructor(
    private readonly database: Database,
    private readonly links: Links,
    private readonly positions: Positions,
    private readonly people: People,
    private readonly start: ApplicationStart,
    private readonly consents: Consents,
    private readonly store: ResumeStore,
    private readonly pipeline: Pipeline,
    private readonly staff: StaffService,
    private readonly batches: IntakeBatches,
  ) {}

  /** Reads a file for a visitor; nothing is kept longer than an hour unless it is sent. */
  async readForVisitor(by: Asked, fileName: string, bytes: Buffer): Promise<ResumeDraft> {
    const { position } = await this.links.find(by.code);
    const parsed = await parseResumeFile(bytes, fileName);
    const draftId = await this.store.draft(position.companyId, { fileName, bytes, parsed });
    return draftView({ draftId, fileName }, parsed, by.locale);
  }

  async apply(_visitor: Visitor, input: Apply): Promise<ApplyResult> {
    const { link, position } = await this.links.find(input.code);
    if (position.state !== 'open') {
      throw new AppError('stageRefused', { from: position.state, to: 'applied' });
    }
    const token = newToken();
    const answerBy = await this.database.transaction(async (tx) => {
      const file = input.draftId
        ? await this.store.takeDraft(tx, position.companyId, input.draftId)
        : null;
      const { name, phone, email, education, work } = input;
      const corrected = { name, phone, email, education, work };
      const parsed = file ? withTyped(file.parsed, corrected) : typedResume(corrected);
      const where = {
        position,
        source: link.source,
        linkId: link.id,
        locale: input.locale,
        example: position.example,
      };
      const taken = await this.take(tx, {
        ...where,
        name,
        phone,
        email: email || null,
        file,
        parsed,
        corrected,
      });
      await this.agree(tx, taken.application, input);
      await this.giveToken(tx, taken.application, token);
      if (!taken.repeated) {
        await tx.manager.increment(SourceLinkRow, { id: link.id }, 'applications', 1);
      }
      return this.promiseAnswer(tx, taken, position);
    });
    if (input.draftId) {
      await this.store.dropDraft(input.draftId);
    }
    const owners = await this.staff.namesOf([position.ownerId]);
    const company = await this.staff.company(position.companyId);
    const contactName = owners.get(position.ownerId ?? '') ?? company.name;
    return { statusPath: `/pages/status/index?t=${token}`, answerBy, contactName };
  }

  /** One file that HR hands in: the answer says who it is and what the rules found. */
  async upload(actor: StaffActor, input: HandIn, bytes: Buffer): Promise<Uploaded> {
    const position = await this.database.read(Position).findOneBy({ id: input.id });
    requireOn(actor, 'application.add', position);
    const parsed = await parseResumeFile(bytes, input.name);
    const name = valueOf(parsed.name) ?? input.name.replace(/\.[^.]+$/, '');
    const taken = await this.database.transaction(async (tx) => {
      const came = await this.take(tx, {
        position,
        name,
        phone: valueOf(parsed.phone),
        email: valueOf(parsed.email),
        source: 'upload',
        linkId: null,
        file: { fileName: input.name, bytes, parsed },
        parsed,
        corrected: {},
        locale: 'zh',
        example: position.example,
      });
      await this.batches.note(tx, { actor, key: input.batch, kind: 'files' }, came);
      return came;
    });
    return uploadedOf(name, taken, staffLanguageFor(actor.locale));
  }

  /** Makes the application, screens it and says so; a person under way for this position stays the one they are. */
  async take(tx: Tx, input: NewApplication): Promise<Taken> {
    const { position } = input;
    // One after the other in a company: two at once would both find that nobody is there.
    await tx.manager.findOne(Company, {
      where: { id: position.companyId },
      lock: { mode: 'pessimistic_write' },
    });
    const contact = { phone: input.phone, email: input.email };
    const knownId = await this.people.recognise(tx.manager, position.companyId, contact);
    if (knownId) {
      const running = await this.start.running(tx, position.id, knownId);
      if (running) {
        return {
          application: running,
          screening: await this.start.screeningOf(tx, running),
          known: true,
          added: null,
          repeated: true,
        };
      }
    }
    const added = knownId ? await this.people.complete(tx, knownId, contact) : null;
    const { companyId } = position;
    const { name, locale, example } = input;
    const personId =
      knownId ??
      (await this.people.create(tx, { companyId, name, ...contact, locale, example })).id;
    const started = await this.start.begin(tx, input, personId);
    return { ...started, known: knownId !== null, added, repeated: false };
  }

  private async agree(tx: Tx, application: Application, input: Apply): Promise<void> {
    const { companyId, personId, id: applicationId } = application;
    const { talentPool, textVersion = untoldText, locale } = input;
    const whose = { companyId, personId, applicationId, textVersion, locale };
    await this.consents.give(tx, whose, { talentPool });
  }

  private async giveToken(tx: Tx, application: Application, token: string): Promise<void> {
    const row = {
      tokenHash: hashToken(token),
      tokenExpiresAt: tx.now + statusLifeMs,
      tokenUsedAt: null,
      openedBy: null,
      codeTries: 0,
    };
    await tx.manager.update(Application, { id: application.id }, row);
  }

  /** A new word for a new application; who applies again keeps the one that was given. */
  private async promiseAnswer(
    tx: Tx,
    { application, repeated }: Taken,
    position: Position,
  ): Promise<number> {
    const given = repeated ? await this.pipeline.newestPromise(tx, application) : null;
    if (given) {
      return given.dueAt;
    }
    const { content } = await this.positions.version(application.positionVersionId, tx.manager);
    const dueAt = tx.now + content.plan.answerHours * hourMs;
    const made = { kind: 'answerApplication' as const, dueAt, byStaffId: position.ownerId };
    await this.pipeline.promise(tx, application, made);
    return dueAt;
  }
}
