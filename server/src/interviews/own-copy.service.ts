import { Injectable } from '@nestjs/common';
import type { OwnData } from '@zhiyu/contracts/own-data';
import { Submissions } from './coding/submissions.service.js';
import { InterviewReader } from './interview-reader.js';
import type { AnswerParts } from './interview-view.js';
import { Faces } from './observation/faces.service.js';
import { Facts } from './observation/facts.service.js';
import { SoundFacts } from './sound/sound-facts.service.js';

/** What an interview keeps of a candidate beside the answers themselves, for the copy of the own data. */
@Injectable()
export class OwnCopy {
  constructor(
    private readonly reader: InterviewReader,
    private readonly facts: Facts,
    private readonly faces: Faces,
    private readonly sounds: SoundFacts,
    private readonly submissions: Submissions,
  ) {}

  async of(
    applicationId: string,
  ): Promise<Pick<OwnData, 'facts' | 'faces' | 'sounds' | 'programs'>> {
    const interview = await this.reader.newest(applicationId);
    if (!interview) {
      return { facts: [], faces: [], sounds: [], programs: [] };
    }
    const parts = await this.reader.parts(interview.id);
    const programs = await Promise.all(parts.map((part) => this.programsOf(part)));
    return {
      facts: await this.facts.of(interview.id),
      faces: await this.facesOf(parts),
      sounds: await this.soundsOf(parts),
      programs: programs.flat(),
    };
  }

  private async facesOf(parts: AnswerParts[]): Promise<OwnData['faces']> {
    const ids = parts.flatMap(({ attempts }) => attempts.map(({ id }) => id));
    const seconds = await this.faces.of(ids);
    return parts.flatMap(({ question, attempts }) =>
      attempts.flatMap(({ id }) => {
        const seen = seconds.get(id);
        return seen ? [{ questionIndex: question.position, seconds: seen }] : [];
      }),
    );
  }

  private async soundsOf(parts: AnswerParts[]): Promise<OwnData['sounds']> {
    const ids = parts.flatMap(({ attempts }) => attempts.map(({ id }) => id));
    const measured = await this.sounds.of(ids);
    return parts.flatMap(({ question, attempts }) =>
      attempts.flatMap(({ id }) => {
        const facts = measured.get(id);
        return facts ? [{ questionIndex: question.position, facts }] : [];
      }),
    );
  }

  private async programsOf({ question, answer }: AnswerParts): Promise<OwnData['programs']> {
    if (question.content.kind !== 'coding') {
      return [];
    }
    const open = await this.submissions.ofAnswer(answer.id);
    return open.map(({ row, language, source }) => ({
      questionIndex: question.position,
      at: row.createdAt,
      language,
      source,
    }));
  }
}
