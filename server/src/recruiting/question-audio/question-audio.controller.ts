import { Controller } from '@nestjs/common';
import type { Nothing } from '@zhiyu/contracts/basics';
import type { AskAudio, AudioData, SavedAudio } from '@zhiyu/contracts/question-audio';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { QuestionAudios } from './question-audio.service.js';

@Controller()
export class QuestionAudioController {
  constructor(private readonly audios: QuestionAudios) {}

  @Bind(routes.saveQuestionAudio)
  @Can('position.edit')
  async save(actor: StaffActor, _input: Nothing, bytes: unknown): Promise<SavedAudio> {
    const given = Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0);
    return { file: await this.audios.save(actor, given) };
  }

  @Bind(routes.questionAudio)
  @Can('position.view')
  read({ companyId }: StaffActor, { file }: AskAudio): Promise<AudioData> {
    return this.audios.read(companyId, file);
  }
}
