import { Injectable, type OnModuleInit } from '@nestjs/common';
import { consentTexts } from '@zhiyu/contracts/consent-texts';
import { AppError } from '@zhiyu/contracts/errors';
import { poolMonths, poolMs } from '@zhiyu/contracts/talent-pool';
import { textIn } from '@zhiyu/contracts/basics';
import { Interview } from '../interviews/entities/interview.entity.js';
import { InterviewReader, type Whose } from '../interviews/interview-reader.js';
import { CardActions, type CardPress, type PressOutcome } from '../notify/card-actions.js';
import { Cards } from '../notify/cards.service.js';
import { thanksJoined } from '../notify/cards/thanks.card.js';
import { contentOf } from '../notify/card-content.js';
import type { CandidateActor } from '../platform/auth/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { Consents } from '../privacy/consents.service.js';
import { mayMove } from '../recruiting/pipeline.states.js';
import { Pipeline } from '../recruiting/pipeline.service.js';
import { Reports } from '../scoring/reports.service.js';
import { StaffService } from '../staff/staff.service.js';
import { type Application, Decision } from '../recruiting/entities/application.entity.js';
import { pointsOf } from './letter.js';
import { pages } from './pages.js';

/** What a candidate may choose at any time: a person instead, the talent pool, to withdraw. */
@Injectable()
export class CandidateChoices implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly pipeline: Pipeline,
    private readonly consents: Consents,
    private readonly reader: InterviewReader,
    private readonly reports: Reports,
    private readonly staff: StaffService,
    private readonly actions: CardActions,
    private readonly cards: Cards,
  ) {}

  onModuleInit(): void {
    this.actions.on('thanks', (tx, press) => this.pressedThanks(tx, press));
  }

  async askForPerson(actor: CandidateActor): Promise<void> {
    await this.database.transaction((tx) => {
      tx.emit('PersonAsked', actor.companyId, { applicationId: actor.applicationId });
      return Promise.resolve();
    });
  }

  async talentPool(actor: CandidateActor, given: boolean): Promise<void> {
    await this.database.transaction(async (tx) => {
      const whose = await this.reader.whose(actor.applicationId, tx.manager);
      await this.join(tx, whose, given);
    });
  }

  async withdraw(actor: CandidateActor): Promise<void> {
    await this.database.transaction(async (tx) => {
      const application = await this.pipeline.lock(tx, actor.applicationId);
      if (application.stage !== 'withdrawn') {
        await this.out(tx, application);
      }
    });
  }

  /** Withdraws where the application is still under way. */
  async leave(tx: Tx, applicationId: string): Promise<void> {
    const application = await this.pipeline.lock(tx, applicationId);
    if (mayMove(application.stage, 'withdrawn')) {
      await this.out(tx, application);
    }
  }

  private async out(tx: Tx, application: Application): Promise<void> {
    await this.pipeline.move(tx, application, 'withdrawn');
    await this.pipeline.keepPromises(tx, application);
    await this.closeCards(tx, application);
    const interview = await this.reader.newest(application.id, tx.manager);
    if (interview && interview.state !== 'finished') {
      await tx.manager.update(Interview, { id: interview.id }, { state: 'cancelled' });
    }
  }

  /** Nobody is asked any more to decide on an application that was withdrawn. */
  private async closeCards(tx: Tx, application: Application): Promise<void> {
    for (const kind of ['approval', 'screening']) {
      const topic = `${kind}:${application.id}:${application.round}`;
      const found = await this.cards.byTopic(tx.manager, topic);
      if (found?.row.state === 'open') {
        const content = contentOf(found.card);
        const title = content.locale === 'zh' ? '候选人已退出' : 'The candidate withdrew';
        const record = { type: 'record' as const, glyph: 'unknown' as const, title, detail: '' };
        const buttons = content.buttons.filter((button) => button.href !== undefined);
        await this.cards.change(
          tx,
          found.row.id,
          { ...content, blocks: [record], buttons },
          'done',
        );
      }
    }
  }

  /** The consent counts; a person who was not chosen is then found in the pool. */
  private async join(tx: Tx, whose: Whose, given: boolean): Promise<void> {
    const application = await this.pipeline.lock(tx, whose.application.id);
    const { companyId, personId, id: applicationId } = application;
    const said = {
      companyId,
      personId,
      applicationId,
      textVersion: consentTexts.talentPool,
      locale: whose.locale,
    };
    await this.consents.give(tx, said, { talentPool: given });
    if (given && application.stage === 'rejected') {
      await this.pipeline.move(tx, application, 'talentPool');
    }
    if (!given && application.stage === 'talentPool') {
      await this.pipeline.move(tx, application, 'rejected');
    }
  }

  private async pressedThanks(tx: Tx, { card, row, action }: CardPress): Promise<PressOutcome> {
    if (action.action !== 'talentPool' || !row.applicationId) {
      throw new AppError('invalidInput', {}, [{ path: 'action', message: card.kind }]);
    }
    const whose = await this.reader.whose(row.applicationId, tx.manager);
    await this.join(tx, whose, true);
    const report = await this.reports.ofApplication(row.applicationId, tx.manager);
    const decision = await tx.manager.findOne(Decision, {
      where: { applicationId: row.applicationId },
      order: { round: 'DESC' },
    });
    const names = await this.staff.namesOf([decision?.decidedBy ?? null], tx.manager);
    const letter = {
      locale: whose.locale,
      candidateName: whose.candidateName,
      companyName: whose.companyName,
      positionName: textIn(whose.content.name, whose.locale),
      now: tx.now,
      deciderName: names.get(decision?.decidedBy ?? '') ?? whose.companyName,
      interviewed: report !== null,
      ...pointsOf(report),
      checkedBy: null,
      poolMonths,
      letterHref: pages.status,
    };
    const joined = thanksJoined(letter, tx.now + poolMs);
    const content = { ...contentOf(card), ...joined };
    return { effective: true, message: '', content, state: 'done' };
  }
}
