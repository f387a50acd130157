import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type { ApplicationReviews, ReviewRoom } from '@zhiyu/contracts/review';
import type { Report } from '@zhiyu/contracts/scoring';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Applications } from '../../recruiting/applications.service.js';
import { Decision } from '../../recruiting/entities/application.entity.js';
import { Positions } from '../../recruiting/positions.service.js';
import { mayOn } from '../../staff/access.js';
import { StaffService } from '../../staff/staff.service.js';
import { apartOn } from './agreement.js';
import { Blindness } from './blindness.service.js';
import { ReviewAccess, type Reviewed } from './review-access.service.js';
import { Reviewers } from './reviewers.service.js';
import { Scorecards } from './scorecards.service.js';

type Panel = Pick<
  ReviewRoom,
  'mine' | 'blind' | 'reviewers' | 'others' | 'apart' | 'machine' | 'colleagues' | 'askable'
>;

/** What several people give one interview (R36), as far as the reader is to know it by now. */
@Injectable()
export class ReviewPanel {
  constructor(
    private readonly database: Database,
    private readonly scorecards: Scorecards,
    private readonly reviewers: Reviewers,
    private readonly access: ReviewAccess,
    private readonly blindness: Blindness,
    private readonly staff: StaffService,
    private readonly applications: Applications,
    private readonly positions: Positions,
  ) {}

  asked(interviewId: string): Promise<string[]> {
    return this.scorecards.asked(interviewId);
  }

  async of(actor: StaffActor, reviewed: Reviewed, report: Report | null): Promise<Panel> {
    const { interview, application } = reviewed;
    const interviewId = interview.id;
    const rows = await this.scorecards.rows({ interviewId });
    const own = rows.find(({ reviewerId }) => reviewerId === actor.id);
    const blind = await this.blindness.of(actor, interviewId, application);
    const submitted = blind ? [] : await this.scorecards.submitted({ interviewId });
    const done = new Map(rows.map((row) => [row.reviewerId, row.submittedAt !== null]));
    const asked = await this.reviewers.asked(interviewId);
    const rating = [...new Set([...done.keys(), ...asked])].filter((id) => id !== actor.id);
    return {
      mine: own ? await this.scorecards.shown(own) : null,
      blind,
      reviewers: (await this.named(rating)).map((one) => ({
        ...one,
        submitted: done.get(one.id) ?? false,
      })),
      others: submitted
        .filter(({ reviewerId }) => reviewerId !== actor.id)
        .map(({ interviewId: _, ...card }) => card),
      apart: apartOn(submitted),
      machine: blind || !report ? null : machineOf(report),
      ...(await this.colleaguesOf(actor, reviewed, asked)),
    };
  }

  /** Scorecards of an application and the decisions they were there for. @throws notFound, notAllowed */
  async ofApplication(actor: StaffActor, id: string): Promise<ApplicationReviews> {
    const { application } = await this.applications.require(actor, id, 'report.view');
    const { content } = await this.positions.version(application.positionVersionId);
    const dimensions = content.model.dimensions.map(({ code, name }) => ({
      ...{ code, name: textIn(name, actor.locale) },
    }));
    const all = await this.scorecards.submitted({ applicationId: id });
    const blind = new Set<string>();
    for (const interviewId of new Set(all.map((one) => one.interviewId))) {
      if (await this.blindness.of(actor, interviewId, application)) {
        blind.add(interviewId);
      }
    }
    const scorecards = all.filter(({ interviewId }) => !blind.has(interviewId));
    const made = await this.database.read(Decision).findBy({ applicationId: id });
    const decisions = made.map((decision) => ({
      decisionId: decision.id,
      scorecardIds: scorecards
        .filter(({ submittedAt }) => submittedAt !== null && submittedAt <= decision.at)
        .map((one) => one.id),
    }));
    return { blind: blind.size > 0, hidden: [...blind], scorecards, decisions, dimensions };
  }

  private async colleaguesOf(actor: StaffActor, reviewed: Reviewed, asked: readonly string[]) {
    const inside = await this.access.whoMayEnter(reviewed);
    const others = inside.filter((id) => id !== actor.id);
    const outside = mayOn(actor, 'review.ask', reviewed.position)
      ? (await this.access.whoCanBeAsked(actor.companyId)).filter(
          (id) => id !== actor.id && !asked.includes(id),
        )
      : [];
    return { colleagues: await this.named(others), askable: await this.named(outside) };
  }

  private async named(ids: string[]): Promise<{ id: string; name: string }[]> {
    const names = await this.staff.namesOf(ids);
    return ids.map((id) => ({ id, name: names.get(id) ?? '' }));
  }
}

function machineOf({ dimensions }: Report): ReviewRoom['machine'] {
  return dimensions.map(({ code, value, standardError }) => ({
    ...{ dimension: code, value, standardError },
  }));
}
