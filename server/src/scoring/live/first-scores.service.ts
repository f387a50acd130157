import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LiveView } from '@zhiyu/contracts/live';
import type { Report } from '@zhiyu/contracts/scoring';
import type { Interview } from '../../interviews/entities/interview.entity.js';
import type { Whose } from '../../interviews/interview-reader.js';
import type { AnswerParts } from '../../interviews/interview-view.js';
import { Speech } from '../../platform/speech/speech.js';
import { Consents } from '../../privacy/consents.service.js';
import { AssessedAnswers, chosenOf } from '../assessed-answers.service.js';
import { Assessing } from '../assessing/assessing.service.js';

type Scores = NonNullable<LiveView['scores']>;

/** Two standard errors: what stands out is not the noise of a few words. */
const clearly = 2;
const keptAtMost = 50;

/** What the answers given so far come to, before there is a report: nothing of it is stored. */
@Injectable()
export class FirstScores {
  private readonly made = new Map<string, { key: string; scores: Scores }>();

  constructor(
    private readonly answers: AssessedAnswers,
    private readonly assessing: Assessing,
    private readonly consents: Consents,
    private readonly speech: Speech,
  ) {}

  /** None without the consent to be assessed, or before the first words. */
  async of(interview: Interview, whose: Whose, parts: AnswerParts[]): Promise<Scores> {
    const { automatedAssessment } = await this.consents.of(interview.applicationId);
    const given = parts.filter((part) => chosenOf(part) !== null);
    const answers = await this.answers.of(given, whose.locale);
    const heard = answers.filter(({ transcript }) => transcript !== null);
    if (automatedAssessment !== true || heard.length === 0) {
      return [];
    }
    const { locale, content } = whose;
    const input = {
      ...{ interviewId: interview.id, locale, model: content.model, modelVersion: 0 },
      ...{ speechEngine: this.speech.driver, answers: heard, spare: [] },
    };
    const key = createHash('sha256').update(JSON.stringify(input)).digest('hex');
    const before = this.made.get(interview.id);
    if (before?.key === key) {
      return before.scores;
    }
    const scores = scoresOf(await this.assessing.run('assess', input));
    this.keep(interview.id, { key, scores });
    return scores;
  }

  private keep(id: string, made: { key: string; scores: Scores }): void {
    this.made.delete(id);
    this.made.set(id, made);
    const [oldest] = this.made.keys();
    if (this.made.size > keptAtMost && oldest !== undefined) {
      this.made.delete(oldest);
    }
  }
}

function scoresOf({ dimensions }: Report): Scores {
  return dimensions.map(({ code, name, value, standardError, requirement, verdict }) => ({
    ...{ code, name, value, standardError, requirement, verdict },
    standsOut: value !== null && Math.abs(value - requirement) >= clearly * standardError,
  }));
}
