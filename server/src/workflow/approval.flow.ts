import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type DecisionKind, decisionReasons, decisions } from '@zhiyu/contracts/application';
import type { Stage } from '@zhiyu/contracts/stage-values';
import { type Locale, textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type { EventJob } from '@zhiyu/contracts/jobs';
import { potentialOf } from '@zhiyu/contracts/potential';
import { sentencesOn } from '@zhiyu/contracts/score-sentences';
import type { Report } from '@zhiyu/contracts/scoring';
import { Interview } from '../interviews/entities/interview.entity.js';
import { InterviewReader, type Whose } from '../interviews/interview-reader.js';
import { CardActions, type CardPress, type PressOutcome } from '../notify/card-actions.js';
import {
  approvalCard,
  approvalDecided,
  approvalLate,
  type ApprovalProps,
  type Decided,
  decisionTitle,
} from '../notify/cards/approval.card.js';
import { staffLocale } from '../notify/cards/staff-locale.js';
import { contentOf } from '../notify/card-content.js';
import { Cards } from '../notify/cards.service.js';
import { Database, type Tx } from '../platform/database/database.js';
import { OnEvent } from '../platform/jobs/on.js';
import { Consents } from '../privacy/consents.service.js';
import { type Application, PromiseRow } from '../recruiting/entities/application.entity.js';
import { Pipeline } from '../recruiting/pipeline.service.js';
import { Reports } from '../scoring/reports.service.js';
import { SignIn } from '../staff/sign-in.service.js';
import { scaleIn } from '../staff/score-scale.js';
import { staffLanguageOf } from '../staff/staff-language.js';
import { IsNull } from 'typeorm';
import { factsOf } from './approval-facts.js';
import { Audience } from './audience.js';
import { Decisions, type Outcome, reasonOf } from './decisions.service.js';
import { pages } from './pages.js';
import { afterReport } from './rules.js';

/** Stages in which the interview itself is decided on. */
const ofInterview: readonly Stage[] = ['aiInterview', 'review'];
const typedShare = { recognised: 'none', typed: 'all', mixed: 'some', none: 'none' } as const;

function topicOf(application: Application): string {
  return `approval:${application.id}:${application.round}`;
}

function roundOf(topic: string): number {
  return Number(topic.split(':')[2]);
}

function weighedOf({ weighed, total }: Report): ApprovalProps['weighed'] {
  const percent = (part?: { weight: number }) => Math.round((part?.weight ?? 0) * 100);
  return weighed
    ? {
        ...{ voice: percent(weighed.voice), face: percent(weighed.face) },
        ...{ words: weighed.words.value, differs: weighed.words.verdict !== total.verdict },
      }
    : null;
}

function decidedOf({ decision, byName, note }: Omit<Outcome, 'effective'>): Decided {
  const reason = reasonOf(decision.reason, decisionReasons);
  return { kind: decision.kind, byName, at: decision.at, reason, note, next: '' };
}

/** From the report to a decision: rules propose, people decide, from the chat or from the file. */
@Injectable()
export class ApprovalFlow implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly pipeline: Pipeline,
    private readonly reader: InterviewReader,
    private readonly reports: Reports,
    private readonly consents: Consents,
    private readonly audience: Audience,
    private readonly cards: Cards,
    private readonly actions: CardActions,
    private readonly decisions: Decisions,
    private readonly signIn: SignIn,
  ) {}

  onModuleInit(): void {
    this.actions.on('approval', (tx, press) => this.pressed(tx, press));
  }

  @OnEvent('ReportReady', 'workflow')
  async reportReady(event: EventJob<'ReportReady'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const application = await this.pipeline.lock(tx, event.payload.applicationId);
      const report = await this.reports.ofApplication(application.id, tx.manager);
      if (!report || !['aiInterview', 'review'].includes(application.stage)) {
        return;
      }
      if (application.stage === 'aiInterview') {
        await this.pipeline.move(tx, application, 'review');
      }
      await this.propose(tx, application, report);
    });
  }

  private async propose(tx: Tx, application: Application, report: Report): Promise<void> {
    const whose = await this.reader.whose(application.id, tx.manager);
    const consents = await this.consents.of(application.id, tx.manager);
    const proposal = afterReport(report, whose.content.automation, {
      consented: consents.automatedAssessment === true,
      european: whose.european,
    });
    if (proposal.act === 'askPerson') {
      await this.ask(tx, whose, report);
      return;
    }
    const kind = proposal.act;
    const reason = kind === 'pass' ? ('meetsRequirement' as const) : ('belowRequirement' as const);
    const wanted = {
      applicationId: application.id,
      kind,
      reason,
      note: '',
      actor: null,
      ground: proposal.ground,
    };
    const outcome = await this.decisions.decide(tx, wanted, application.round);
    await this.showDecided(tx, outcome);
  }

  /** The card to all who may decide; a newer report changes the card that is there. */
  private async ask(tx: Tx, whose: Whose, report: Report): Promise<void> {
    const { application } = whose;
    const topic = topicOf(application);
    const content = approvalCard(await this.props(tx, whose, report));
    const there = await this.cards.byTopic(tx.manager, topic);
    if (there) {
      await this.cards.change(tx, there.row.id, content, 'open');
      return;
    }
    await this.cards.send(tx, {
      kind: 'approval',
      topic,
      companyId: application.companyId,
      applicationId: application.id,
      personId: application.personId,
      recipients: await this.audience.deciders(tx.manager, whose),
      content,
    });
  }

  /**
   * After a decision on the interview that was made elsewhere (the file, a setting) the card shows it to everybody,
   * also after a 待定. Decisions of later rounds leave it as it is.
   */
  async showDecided(tx: Tx, { effective, ...outcome }: Outcome): Promise<void> {
    if (!ofInterview.includes(outcome.decision.fromStage)) {
      return;
    }
    const there = await this.cards.newestOf(tx.manager, outcome.application.id, 'approval');
    if (there && (effective || there.row.state === 'open')) {
      const content = approvalDecided(contentOf(there.card), decidedOf(outcome));
      await this.cards.change(tx, there.row.id, content, 'done');
    }
  }

  /** What a person who came too late is told. */
  lateMessage(
    outcome: Outcome,
    pressed: { kind: DecisionKind; at: number; locale: Locale },
  ): string {
    const { decision, byName } = outcome;
    const decided = { kind: decision.kind, byName, at: decision.at };
    const locale = staffLocale(pressed.locale);
    return approvalLate({ locale, decided, pressed: pressed.kind, pressedAt: pressed.at });
  }

  doneMessage({ decision, byName }: Outcome, locale: Locale): string {
    return decisionTitle(staffLocale(locale), decision.kind, byName);
  }

  private async pressed(tx: Tx, { card, row, action }: CardPress): Promise<PressOutcome> {
    const kind = decisions.find((one) => one === action.action);
    const actor = await this.signIn.actorOfPress(action.actor.id, tx.manager);
    if (!kind || !actor || !row.applicationId) {
      throw new AppError('notAllowed');
    }
    const outcome = await this.decisions.decide(
      tx,
      {
        applicationId: row.applicationId,
        kind,
        reason: reasonOf(action.value, decisionReasons),
        note: kind === 'askMore' ? '' : (action.text ?? ''),
        question: kind === 'askMore' ? (action.text ?? '') : '',
        actor,
        ground: 'card',
      },
      roundOf(row.topic),
    );
    return {
      effective: outcome.effective,
      message: outcome.effective
        ? this.doneMessage(outcome, card.locale)
        : this.lateMessage(outcome, { kind, at: tx.now, locale: card.locale }),
      content: approvalDecided(contentOf(card), decidedOf(outcome)),
      state: 'done',
    };
  }

  private async props(tx: Tx, whose: Whose, report: Report): Promise<ApprovalProps> {
    const { application } = whose;
    const interview = await tx.manager.findOneByOrFail(Interview, { id: report.interviewId });
    const deciders = await this.audience.deciders(tx.manager, whose);
    const promise = await tx.manager.findOneBy(PromiseRow, {
      applicationId: application.id,
      keptAt: IsNull(),
    });
    const locale = await staffLanguageOf(tx.manager, application.companyId);
    const scale = await scaleIn(tx.manager, application.companyId);
    return {
      ...{ locale, scale },
      candidateName: whose.candidateName,
      positionName: textIn(whose.content.name, locale),
      finishedAt: interview.finishedAt ?? tx.now,
      now: tx.now,
      total: report.total,
      dimensions: report.dimensions.map(({ name, value, standardError, requirement, verdict }) => ({
        name,
        value,
        standardError,
        requirement,
        verdict,
      })),
      facts: factsOf(sentencesOn(report, scale)),
      typed: typedShare[report.wordsFrom],
      holderNames: deciders.length > 1 ? await this.audience.names(tx.manager, deciders) : [],
      weighed: weighedOf(report),
      highPotential: potentialOf(report, whose.content.potential)?.standing === 'met',
      promiseAt: promise?.dueAt ?? null,
      reportHref: pages.report(interview.id),
    };
  }
}
