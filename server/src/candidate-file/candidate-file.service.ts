import { Injectable } from '@nestjs/common';
import type { ApplicationDetail, Timeline } from '@zhiyu/contracts/application';
import { locales } from '@zhiyu/contracts/basics';
import type { EventMap } from '@zhiyu/contracts/events';
import { staffLanguageFor } from '@zhiyu/contracts/staff';
import { In, Not } from 'typeorm';
import { accommodationsOf, kindsOf } from '../interviews/arrangement.rules.js';
import { Arrangement } from '../interviews/entities/arrangement.entity.js';
import { Answer, AskedQuestion, Interview } from '../interviews/entities/interview.entity.js';
import { CardRow, Delivery } from '../notify/card.entity.js';
import type { StaffActor } from '../platform/auth/actor.js';
import { Vault } from '../platform/crypto/vault.js';
import { Database } from '../platform/database/database.js';
import { EventRow } from '../platform/events/event.entity.js';
import { Consents } from '../privacy/consents.service.js';
import { People } from '../privacy/people.service.js';
import { Applications } from '../recruiting/applications.service.js';
import { mayDecideOn } from '../recruiting/deciding.js';
import {
  type Application,
  Decision,
  PromiseRow,
} from '../recruiting/entities/application.entity.js';
import { ResumeStore } from '../recruiting/resume-store.js';
import { screeningIn } from '../recruiting/screening-words.js';
import { Screenings } from '../recruiting/screenings.service.js';
import { ReportRow } from '../scoring/report.entity.js';
import { mayOn } from '../staff/access.js';
import { opens } from '../staff/rights.js';
import { StaffService } from '../staff/staff.service.js';
import { HandedOver } from './handed-over.service.js';
import { timelineText } from './timeline-text.js';

const timelineAtMost = 500;

/** The candidate file (R37) on one page, with what the reader may see. */
@Injectable()
export class CandidateFile {
  constructor(
    private readonly database: Database,
    private readonly applications: Applications,
    private readonly people: People,
    private readonly consents: Consents,
    private readonly store: ResumeStore,
    private readonly staff: StaffService,
    private readonly vault: Vault,
    private readonly handedOver: HandedOver,
    private readonly screenings: Screenings,
  ) {}

  async view(actor: StaffActor, id: string): Promise<ApplicationDetail> {
    const { application, position } = await this.applications.require(
      actor,
      id,
      'application.view',
    );
    const row = await this.applications.row(actor, application);
    const contact = opens(actor.roles, 'contact')
      ? await this.people.contactOf(application.personId)
      : null;
    const screening = await this.screenings.of(application);
    const resume = contact ? await this.store.read(application.resumeId) : null;
    return {
      ...row,
      locale: locales.find((one) => one === application.locale) ?? 'zh',
      contact,
      resume: resume
        ? {
            id: resume.id,
            fileName: resume.fileName,
            parsed: resume.parsed,
            corrected: resume.corrected,
          }
        : null,
      screening: screening && screeningIn(screening, staffLanguageFor(actor.locale)),
      interviews: await this.interviews(application),
      decisions: await this.decisions(application),
      promises: await this.promises(application),
      consents: await this.consents.ledger(application.id),
      sourceLabel: await this.handedOver.labelOf(application),
      ...(mayOn(actor, 'application.invite', position)
        ? await this.handedOver.invitation(application)
        : { invitationUrl: null, invitationQr: null }),
      openCardId: await this.openCard(actor, application),
      allowed: {
        decide: mayDecideOn(actor, application.stage, position),
        invite: application.stage === 'screening' && mayOn(actor, 'application.invite', position),
        media: mayOn(actor, 'media.view', position),
        scores: mayOn(actor, 'report.view', position),
      },
    };
  }

  async timeline(actor: StaffActor, id: string): Promise<Timeline> {
    await this.applications.require(actor, id, 'application.view');
    const rows = await this.database.read(EventRow).find({
      where: { subjectId: id, companyId: actor.companyId, name: Not('CardChanged') },
      order: { sequence: 'DESC' },
      take: timelineAtMost,
    });
    const decisions = await this.database.read(Decision).findBy({ applicationId: id });
    const names = await this.staff.namesOf(decisions.map((one) => one.decidedBy));
    const byDecision = new Map(
      decisions.map((one) => [one.id, names.get(one.decidedBy ?? '') ?? '']),
    );
    // Two transactions may end in another order than they began; people read by the clock.
    rows.sort((one, other) => other.at - one.at || other.sequence - one.sequence);
    const entries = rows.map((row) => {
      const payload = row.payload as Partial<EventMap['DecisionMade']>;
      const who = byDecision.get(payload.decisionId ?? '') ?? '';
      return {
        at: row.at,
        kind: row.name,
        who,
        text: timelineText(row.name, row.payload, actor.locale),
      };
    });
    return { entries };
  }

  private async interviews(application: Application): Promise<ApplicationDetail['interviews']> {
    const rows = await this.database
      .read(Interview)
      .find({ where: { applicationId: application.id }, order: { round: 'ASC' } });
    const ids = rows.map((row) => row.id);
    const answers = await this.database.read(Answer).findBy({ interviewId: In(ids) });
    const reports = await this.database.read(ReportRow).findBy({ interviewId: In(ids) });
    const asked = await this.database.read(AskedQuestion).findBy({ interviewId: In(ids) });
    const arranged = await this.database.read(Arrangement).findBy({ interviewId: In(ids) });
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      round: row.round,
      state: row.state,
      startedAt: row.startedAt ?? row.startsAt,
      finishedAt: row.finishedAt,
      deadline: row.deadline,
      reportReady: reports.some((report) => report.interviewId === row.id),
      answered: answers.filter((answer) => answer.interviewId === row.id && answer.state === 'done')
        .length,
      questions: answers.filter((answer) => answer.interviewId === row.id).length,
      arranged: arranged.flatMap((one) =>
        one.interviewId === row.id ? kindsOf(accommodationsOf(one)) : [],
      ),
      replaced: asked.flatMap(({ interviewId, content, replaced }) =>
        replaced && interviewId === row.id
          ? [{ was: replaced.text.zh, now: content.text.zh, by: replaced.by }]
          : [],
      ),
    }));
  }

  private async decisions(application: Application): Promise<ApplicationDetail['decisions']> {
    const rows = await this.database
      .read(Decision)
      .find({ where: { applicationId: application.id }, order: { at: 'DESC' } });
    const names = await this.staff.namesOf(rows.map((row) => row.decidedBy));
    const vault = await this.vault.of(application.personId);
    return rows.map((row) => ({
      id: row.id,
      at: row.at,
      kind: row.kind,
      reason: row.reason,
      note: vault.open({ table: 'decision', column: 'note', row: row.id }, row.note) ?? '',
      by: row.decidedBy === null ? row.ground : (names.get(row.decidedBy) ?? ''),
      automatic: row.decidedBy === null,
    }));
  }

  private async promises(application: Application): Promise<ApplicationDetail['promises']> {
    const rows = await this.database
      .read(PromiseRow)
      .find({ where: { applicationId: application.id }, order: { madeAt: 'ASC' } });
    return rows.map((row) => ({
      id: row.id,
      text: row.kind,
      dueAt: row.dueAt,
      keptAt: row.keptAt,
      broken: row.state === 'broken',
    }));
  }

  private async openCard(actor: StaffActor, application: Application): Promise<string | null> {
    const cards = await this.database.read(CardRow).find({
      where: {
        applicationId: application.id,
        kind: In(['approval', 'screeningReview']),
        state: 'open',
      },
      order: { createdAt: 'DESC' },
    });
    const cardIds = cards.map((card) => card.id);
    const mine = await this.database
      .read(Delivery)
      .findBy({ cardId: In(cardIds), recipientId: actor.id });
    return cards.find((card) => mine.some((delivery) => delivery.cardId === card.id))?.id ?? null;
  }
}
