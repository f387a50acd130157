import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { AskOwnAudio, AudioData } from '@zhiyu/contracts/question-audio';
import type { CandidateActor } from '../../platform/auth/actor.js';
import { QuestionAudios } from '../../recruiting/question-audio/question-audio.service.js';
import { spokenOf } from '../asked-text.js';
import { InterviewReader } from '../interview-reader.js';
import { isOpen } from '../interview-view.js';
import { SyntheticAudios } from './synthetic-audios.service.js';
import { publicWords } from './synthetic-words.js';

/** The open question as a person read it, else as the synthetic voice did. */
@Injectable()
export class OwnAudio {
  constructor(
    private readonly reader: InterviewReader,
    private readonly audios: QuestionAudios,
    private readonly synthetic: SyntheticAudios,
  ) {}

  /** @throws questionNotOpen: nobody hears a question before it is asked; notFound where only the device can read it */
  async of(actor: CandidateActor, { answerId }: AskOwnAudio): Promise<AudioData> {
    const interview = await this.reader.own(actor);
    const parts = await this.reader.parts(interview.id);
    const part = parts.find(({ answer }) => answer.id === answerId);
    if (interview.state !== 'running' || !part || !isOpen(part)) {
      throw new AppError('questionNotOpen');
    }
    const { locale } = await this.reader.whose(interview.applicationId);
    const spoken = spokenOf(part, locale);
    const { companyId } = interview;
    if (spoken) {
      return this.audios.read(companyId, spoken.file);
    }
    const words = publicWords(part, locale);
    const read = words === null ? null : await this.synthetic.find({ companyId, words, locale });
    if (!read) {
      throw new AppError('notFound');
    }
    return read;
  }
}
