import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import { Interview } from '../../interviews/entities/interview.entity.js';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Application } from '../../recruiting/entities/application.entity.js';
import { Position } from '../../recruiting/entities/position.entity.js';
import { mayOn, requireOn, type Standing } from '../../staff/access.js';
import { scopesOf } from '../../staff/rights.js';
import { SignIn } from '../../staff/sign-in.service.js';
import { StaffUser } from '../../staff/staff-user.entity.js';
import { AskedReviewer } from './scorecard.entity.js';

/** An interview that is reviewed, with all that it belongs to. */
export interface Reviewed {
  interview: Interview;
  application: Application;
  position: Position;
}

const enters = 'review.enter';

/** Enters where he was asked to rate, whatever the position says. */
const isAskable = ({ roles }: Standing) => scopesOf(roles, enters).includes('asked');

/** A round with people that does not take place: there is nothing to rate. */
const isOff = ({ kind, state }: Interview) => kind === 'human' && state === 'cancelled';

/** Who may enter the review room of an interview. */
@Injectable()
export class ReviewAccess {
  constructor(
    private readonly database: Database,
    private readonly signIn: SignIn,
  ) {}

  /** By the position, or because one was asked to rate this interview. @throws notFound, notAllowed */
  async enter(actor: StaffActor, interviewId: string): Promise<Reviewed> {
    const reviewed = await this.find(actor, interviewId);
    if (!(await this.mayEnter(actor, reviewed))) {
      throw new AppError('notAllowed');
    }
    return reviewed;
  }

  /** By the position alone. @throws notFound, notAllowed */
  async require(actor: StaffActor, interviewId: string, act: string): Promise<Reviewed> {
    const reviewed = await this.find(actor, interviewId);
    requireOn(actor, act, reviewed.position);
    return reviewed;
  }

  /** Active colleagues who may enter. */
  async whoMayEnter({ interview, position }: Reviewed): Promise<string[]> {
    const { id: interviewId, companyId } = interview;
    const asked = await this.database.read(AskedReviewer).findBy({ interviewId, companyId });
    const invited = new Set(asked.map(({ staffId }) => staffId));
    const everybody = await this.signIn.standings(companyId);
    return everybody
      .filter((one) => mayOn(one, enters, position) || (isAskable(one) && invited.has(one.id)))
      .map(({ id }) => id);
  }

  /** Active colleagues who could be asked. */
  async whoCanBeAsked(companyId: string): Promise<string[]> {
    return (await this.colleagues(companyId)).map(({ id }) => id);
  }

  private async colleagues(companyId: string): Promise<StaffUser[]> {
    const users = await this.database.read(StaffUser).findBy({ companyId, active: true });
    return users.filter(({ roles }) => scopesOf(roles, enters).length > 0);
  }

  private async find(actor: StaffActor, interviewId: string): Promise<Reviewed> {
    const { companyId } = actor;
    const interview = await this.database.read(Interview).findOneBy({ id: interviewId, companyId });
    const application =
      interview &&
      (await this.database.read(Application).findOneBy({ id: interview.applicationId }));
    const position =
      application && (await this.database.read(Position).findOneBy({ id: application.positionId }));
    if (!interview || isOff(interview) || !application || !position) {
      throw new AppError('notFound');
    }
    return { interview, application, position };
  }

  private async mayEnter(actor: StaffActor, { interview, position }: Reviewed): Promise<boolean> {
    if (mayOn(actor, enters, position)) {
      return true;
    }
    return (
      isAskable(actor) &&
      this.database
        .read(AskedReviewer)
        .existsBy({ interviewId: interview.id, staffId: actor.id, companyId: actor.companyId })
    );
  }
}
