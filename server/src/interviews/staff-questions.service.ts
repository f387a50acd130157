import { Injectable } from '@nestjs/common';
import type { AddQuestion } from '@zhiyu/contracts/added-question';
import { AppError } from '@zhiyu/contracts/errors';
import type { PositionContent, Question } from '@zhiyu/contracts/position';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { Applications } from '../recruiting/applications.service.js';
import { Pipeline } from '../recruiting/pipeline.service.js';
import { AddedQuestions } from './added-questions.service.js';
import { Interview } from './entities/interview.entity.js';
import { InterviewReader } from './interview-reader.js';
import type { AnswerParts } from './interview-view.js';
import { ownQuestion } from './own-question.js';
import { refuseUnlawful } from './unlawful-topics.js';

/** So many questions of people fit into one interview. */
const most = 3;

/** HR asks one more question while the interview runs: it comes next, with the name of who asks. */
@Injectable()
export class StaffQuestions {
  constructor(
    private readonly database: Database,
    private readonly applications: Applications,
    private readonly reader: InterviewReader,
    private readonly pipeline: Pipeline,
    private readonly added: AddedQuestions,
  ) {}

  /** @throws notAllowed, interviewClosed when it does not run, questionUnlawful */
  async ask(actor: StaffActor, input: AddQuestion): Promise<void> {
    const found = await this.database.read(Interview).findOneBy({ id: input.id, kind: 'ai' });
    if (!found) {
      throw new AppError('notFound');
    }
    await this.applications.require(actor, found.applicationId, 'interview.ask');
    await this.database.transaction(async (tx) => {
      await this.pipeline.lock(tx, found.applicationId);
      const interview = await tx.manager.findOneByOrFail(Interview, { id: found.id });
      if (interview.state !== 'running' || interview.deadline < tx.now) {
        throw new AppError('interviewClosed');
      }
      const { content } = await this.reader.whose(interview.applicationId, tx.manager);
      const parts = await this.reader.parts(interview.id, tx.manager);
      await this.added.insert(tx, interview, placeOf(parts), {
        kind: 'supplementary',
        content: questionOf(input, content, parts),
        reason: actor.name,
        said: '',
        worded: '',
        followsId: null,
        byStaffId: actor.id,
      });
    });
  }
}

/** Before all that was not opened yet. */
function placeOf(parts: AnswerParts[]): number {
  const next = parts.find(({ answer }) => answer.state === 'waiting');
  return next?.question.position ?? parts.length;
}

function questionOf(input: AddQuestion, content: PositionContent, parts: AnswerParts[]): Question {
  if (parts.filter(({ question }) => question.kind === 'supplementary').length >= most) {
    throw new AppError('conflict');
  }
  if (input.code !== null) {
    const asked = parts.some(({ question }) => question.content.code === input.code);
    const known = content.questions.find(({ code }) => code === input.code);
    if (!known || asked) {
      throw new AppError('invalidInput', {}, [
        { path: 'code', message: asked ? 'asked' : 'unknown' },
      ]);
    }
    return known;
  }
  const text = input.text.trim();
  if (text.length < 5) {
    throw new AppError('invalidInput', {}, [{ path: 'text', message: 'needed' }]);
  }
  refuseUnlawful(text);
  return ownQuestion(text, content);
}
