import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type { ReviewAnswer, ReviewRoom } from '@zhiyu/contracts/review';
import type { AnswerReport, Report } from '@zhiyu/contracts/scoring';
import { SoundFacts } from '../../interviews/sound/sound-facts.service.js';
import type { StaffActor } from '../../platform/auth/actor.js';
import { People } from '../../privacy/people.service.js';
import { Positions } from '../../recruiting/positions.service.js';
import { mayOn } from '../../staff/access.js';
import { RecordingStates } from '../recording-states.service.js';
import { Reports } from '../reports.service.js';
import { ReviewAccess, type Reviewed } from './review-access.service.js';
import { RatedRounds } from './rated-rounds.service.js';
import { ReviewNotes } from './review-notes.service.js';
import { ReviewPanel } from './review-panel.service.js';

/**
 * The review room (R35): words, recordings and pauses of an interview, and what people say of them. Of a round with
 * people there is only what they say.
 */
@Injectable()
export class ReviewRooms {
  constructor(
    private readonly access: ReviewAccess,
    private readonly positions: Positions,
    private readonly people: People,
    private readonly recordings: RecordingStates,
    private readonly sounds: SoundFacts,
    private readonly reports: Reports,
    private readonly panel: ReviewPanel,
    private readonly notes: ReviewNotes,
    private readonly rounds: RatedRounds,
  ) {}

  /** @throws notFound also before there is a report and once the person was erased, notAllowed */
  async view(actor: StaffActor, interviewId: string): Promise<ReviewRoom> {
    const reviewed = await this.access.enter(actor, interviewId);
    const { application, position } = reviewed;
    const report = await this.reportOf(reviewed);
    return {
      interviewId,
      applicationId: application.id,
      candidateName: await this.people.nameOf(application.personId),
      example: application.example,
      round: await this.rounds.of(actor, reviewed),
      ...(await this.rubricOf(actor, reviewed)),
      answers: report ? await this.answersOf(actor, application.id, report) : [],
      evidence: report ? evidenceOf(report) : [],
      ...(await this.panel.of(actor, reviewed, report)),
      notes: await this.notes.of(actor, interviewId),
      may: {
        media: mayOn(actor, 'media.view', position),
        ask: mayOn(actor, 'review.ask', position),
        file: mayOn(actor, 'application.view', position),
        report: mayOn(actor, 'report.view', position),
      },
    };
  }

  /** Null for a round with people, which has none. */
  private async reportOf({ interview }: Reviewed): Promise<Report | null> {
    if (interview.kind === 'human') {
      return null;
    }
    const row = await this.reports.newestRow(interview.id);
    const report = row && (await this.reports.open(row));
    if (!report) {
      throw new AppError('notFound');
    }
    return report;
  }

  /** What the application's own version of the position says: a later version does not change what is rated. */
  private async rubricOf(actor: StaffActor, { application, interview }: Reviewed) {
    const { content } = await this.positions.version(application.positionVersionId);
    const asked = await this.panel.asked(interview.id);
    const { locale } = actor;
    const dimensions = content.model.dimensions.map(({ code, name, anchors }) => ({
      code,
      name: textIn(name, locale),
      anchors: anchors.map(({ level, text }) => ({ level, text: textIn(text, locale) })),
      asked: asked.includes(code),
    }));
    return { positionName: textIn(content.name, locale), dimensions };
  }

  private async answersOf(
    actor: StaffActor,
    applicationId: string,
    { answers }: Report,
  ): Promise<ReviewAnswer[]> {
    const recordings = await this.recordings.of(actor, applicationId, answers);
    const ids = answers.flatMap(({ attemptId }) => attemptId ?? []);
    const sounds = await this.sounds.of(ids);
    return answers.map((answer) => ({
      ...shownOf(answer),
      recording: recordings[answer.answerId] ?? 'none',
      silences: sounds.get(answer.attemptId ?? '')?.pauses.places ?? null,
    }));
  }
}

/** An answer without its gate: why it has no score is the machine's word. */
function shownOf(answer: AnswerReport): Omit<ReviewAnswer, 'recording' | 'silences'> {
  const { answerId, questionIndex, question, mode, attemptId, seconds, transcript } = answer;
  const { kind, reason } = answer;
  return {
    ...{ answerId, questionIndex, question, mode, attemptId, seconds, transcript },
    ...(kind === undefined ? {} : { kind }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function evidenceOf({ dimensions }: Report): ReviewRoom['evidence'] {
  return dimensions.flatMap(({ code, evidence }) =>
    evidence.map(({ answerId, quote, start, end, seconds }) => ({
      ...{ answerId, quote, start, end, seconds, dimension: code },
    })),
  );
}
