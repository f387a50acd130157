import { Injectable } from '@nestjs/common';
import { type Locale, textIn } from '@zhiyu/contracts/basics';
import type { EntityManager } from 'typeorm';
import { Interview } from '../interviews/entities/interview.entity.js';
import { MeetingRow, planOf } from '../interviews/meetings/meeting.entity.js';
import { InterviewReader, type Whose } from '../interviews/interview-reader.js';
import { CandidateDialogue, type DialogueAnswer } from '../notify/candidate-dialogue.js';
import type { CandidateAnswer, CandidateTopic } from '../notify/channels.js';
import { timeText } from '../notify/time-text.js';
import type { Tx } from '../platform/database/database.js';
import { Pipeline } from '../recruiting/pipeline.service.js';
import { dialogueWords, type Standing } from './candidate-dialogue.words.js';
import { InvitationFlow } from './invitation.flow.js';
import { pages } from './pages.js';
import { promiseText } from './promise-text.js';

interface Case {
  tx: Tx;
  whose: Whose;
  /** The newest online interview. */
  interview: Interview | null;
  /** The newest round with people that has a time. */
  meeting: Interview | null;
  locale: Locale;
}

type Asked = { about: CandidateTopic; locale: Locale | null };

const open = ['invited', 'consented', 'running'];
const ended: Record<Locale, string> = { zh: '。', en: '.', ja: '。', fr: '.' };
/** What a few words cannot tell apart: Japanese in Chinese characters, French without accents. */
const lookAlike: Partial<Record<Locale, Locale>> = { ja: 'zh', fr: 'en' };

/** The language he writes in; his own where the words could be that as well. */
function localeFor(written: Locale | null, own: Locale): Locale {
  return written === null || lookAlike[own] === written ? own : written;
}

/** What a candidate hears who asks in a conversation: facts that stand in the rows, and ways out that cost nothing. */
@Injectable()
export class CandidateDialogueFlow extends CandidateDialogue {
  constructor(
    private readonly reader: InterviewReader,
    private readonly invitations: InvitationFlow,
    private readonly pipeline: Pipeline,
  ) {
    super();
  }

  async answer(tx: Tx, asked: Asked & { applicationId: string }): Promise<DialogueAnswer | null> {
    await this.pipeline.lock(tx, asked.applicationId);
    const whose = await this.reader.whose(asked.applicationId, tx.manager);
    const locale = localeFor(asked.locale, whose.locale);
    const interview = await this.reader.newest(asked.applicationId, tx.manager);
    const meeting = await meetingOf(tx.manager, asked.applicationId);
    const text = await this.textOf({ tx, whose, interview, meeting, locale }, asked.about);
    const page = { href: pages.status, label: dialogueWords[locale].page };
    return text === null ? null : { text, locale, page };
  }

  toStranger({ about, locale: asked }: Asked): CandidateAnswer | null {
    const locale = asked ?? 'zh';
    const text = dialogueWords[locale].stranger;
    return about === 'thanks' ? null : { text, locale, link: null };
  }

  private async textOf(of: Case, about: CandidateTopic): Promise<string | null> {
    const say = dialogueWords[of.locale];
    switch (about) {
      case 'status':
        return this.status(of);
      case 'reschedule':
        return this.otherTime(of);
      case 'person':
        return this.person(of);
      case 'help':
        return say.help;
      case 'thanks':
        return null;
      case 'other':
        return say.notUnderstood;
    }
  }

  private async status(of: Case): Promise<string> {
    const { tx, whose, interview, locale } = of;
    const say = dialogueWords[locale];
    const { application, content, companyName, contactName } = whose;
    const head = say.position(companyName, textIn(content.name, locale));
    const standing = standingOf(application.stage, interview, {
      deadline: timeText(interview?.deadline ?? 0, tx.now, locale),
      next: await this.nextOf(of),
    });
    const promise = await this.pipeline.newestPromise(tx, application);
    const given = promise?.keptAt === null && promise.dueAt > tx.now ? promise.dueAt : null;
    const promised =
      given === null ? '' : promiseText(locale, contactName, given, tx.now) + ended[locale];
    return [head + say.standing(standing), promised].filter((line) => line !== '').join('\n');
  }

  /** The newest round with people, by its own name. */
  private async nextOf({ tx, whose, meeting, locale }: Case) {
    if (!meeting) {
      return null;
    }
    const row = await tx.manager.findOneBy(MeetingRow, { interviewId: meeting.id });
    return {
      name: textIn(planOf(row, whose.content).name, locale),
      time: timeText(meeting.startsAt ?? 0, tx.now, locale),
    };
  }

  /** What the invitation offers where it offers it; otherwise HR is told, where there is a time to move. */
  private async otherTime(of: Case): Promise<string> {
    const { tx, whose, interview, locale } = of;
    const say = dialogueWords[locale];
    const time = (at: number) => timeText(at, tx.now, locale);
    const { contactName, application } = whose;
    if (application.stage === 'aiInterview' && interview && isOpen(interview, tx.now)) {
      const remindAt = await this.invitations.postpone(tx, interview);
      const deadline = time(interview.deadline);
      return remindAt === null ? say.putOff(deadline) : say.postponed(time(remindAt), deadline);
    }
    if (movable(of, tx.now)) {
      const { answerBy } = await this.invitations.askPerson(tx, application.id, 'reschedule');
      return say.timeAsked(contactName, time(answerBy));
    }
    return say.nothingToMove;
  }

  /** As the invitation's third button; nobody is promised an answer about what he has withdrawn himself. */
  private async person({ tx, whose, interview, locale }: Case): Promise<string> {
    const say = dialogueWords[locale];
    const { application, contactName } = whose;
    if (application.stage === 'withdrawn') {
      return say.standing({ at: 'withdrawn' });
    }
    const inPlace = interview !== null && interview.state !== 'finished';
    const answerBy = inPlace
      ? await this.invitations.personInstead(tx, application.id)
      : (await this.invitations.askPerson(tx, application.id)).answerBy;
    return say.personAsked(contactName, timeText(answerBy, tx.now, locale));
  }
}

const isOpen = (interview: Interview, now: number) =>
  open.includes(interview.state) && interview.deadline > now;

/** An online interview that ran out, or a round with people that is still to come. */
function movable({ whose, interview, meeting }: Case, now: number): boolean {
  const missed = whose.application.stage === 'aiInterview' && interview?.state === 'expired';
  return missed || (meeting?.startsAt ?? 0) > now;
}

function meetingOf(manager: EntityManager, applicationId: string): Promise<Interview | null> {
  const where = { applicationId, kind: 'human' as const };
  return manager.findOne(Interview, { where, order: { round: 'DESC' } });
}

function standingOf(
  stage: Whose['application']['stage'],
  interview: Interview | null,
  { deadline, next }: { deadline: string; next: { name: string; time: string } | null },
): Standing {
  switch (stage) {
    case 'withdrawn':
      return { at: 'withdrawn' };
    case 'rejected':
    case 'talentPool':
      return { at: 'decided' };
    case 'hrInterview':
    case 'final':
    case 'offer':
    case 'hired':
      return { at: 'passed', next: stage === 'hrInterview' || stage === 'final' ? next : null };
    default:
      return standingBefore(interview, deadline);
  }
}

/** Before anybody has decided. */
function standingBefore(interview: Interview | null, deadline: string): Standing {
  if (interview?.state === 'expired') {
    return { at: 'expired' };
  }
  if (interview?.state === 'finished') {
    return { at: 'handedIn' };
  }
  const waiting = interview !== null && open.includes(interview.state);
  return waiting ? { at: 'invited', by: deadline } : { at: 'received' };
}
