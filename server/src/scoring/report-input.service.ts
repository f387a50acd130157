import { Injectable } from '@nestjs/common';
import { Submissions } from '../interviews/coding/submissions.service.js';
import type { Interview } from '../interviews/entities/interview.entity.js';
import { InterviewReader, type Whose } from '../interviews/interview-reader.js';
import { Speech } from '../platform/speech/speech.js';
import { Positions } from '../recruiting/positions.service.js';
import { ResumeStore } from '../recruiting/resume-store.js';
import { AssessedAnswers, chosenOf } from './assessed-answers.service.js';
import { DeliveryFactsInTotal } from './delivery/delivery-facts.service.js';
import type { AssessInput } from './engine/assess.js';
import { resumeBasis } from './engine/contradictions/resume-basis.js';

/** Puts together all that a report is made of. */
@Injectable()
export class ReportInput {
  constructor(
    private readonly reader: InterviewReader,
    private readonly answers: AssessedAnswers,
    private readonly positions: Positions,
    private readonly speech: Speech,
    private readonly submissions: Submissions,
    private readonly resumes: ResumeStore,
    private readonly delivery: DeliveryFactsInTotal,
  ) {}

  /** Null while recognition of a chosen attempt is still under way, a program is not judged yet, or a sound that weighs is not measured. */
  async of(interview: Interview, whose: Whose): Promise<AssessInput | null> {
    const { locale, content, application } = whose;
    const parts = await this.reader.parts(interview.id);
    const heard = !parts.some((part) => chosenOf(part)?.recognition === 'pending');
    if (!heard || (await this.submissions.wait(interview.id))) {
      return null;
    }
    const delivery = await this.delivery.of(interview, parts);
    if (delivery === 'wait') {
      return null;
    }
    const asked = new Set(parts.map(({ question }) => question.content.code));
    const version = await this.positions.version(interview.positionVersionId);
    const resume = await this.resumes.read(application.resumeId);
    const asOf = new Date(interview.finishedAt ?? interview.createdAt)
      .toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
      .slice(0, 7);
    return {
      interviewId: interview.id,
      locale,
      model: content.model,
      modelVersion: version.version,
      speechEngine: this.speech.driver,
      answers: await this.answers.of(parts, locale),
      spare: content.questions.filter(({ code }) => !asked.has(code)),
      ...(resume ? { resume: resumeBasis(resume.parsed, asOf) } : {}),
      ...(delivery ? { delivery } : {}),
    };
  }
}
