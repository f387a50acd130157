import { Injectable } from '@nestjs/common';
import type { Report } from '@zhiyu/contracts/scoring';
import type { AnswerSound, SoundReport } from '@zhiyu/contracts/signals';
import { SoundFacts } from '../interviews/sound/sound-facts.service.js';
import { joinTranscript } from './engine/assess.js';
import { summarise } from './signals/sound-summary.js';
import { wordSignals } from './signals/word-signals.js';

/**
 * Facts of sound beside a report. They are read when it is looked at and are no part of what it is
 * made of: the voice cannot move a score, and a report does not wait for it.
 */
@Injectable()
export class SoundReader {
  constructor(private readonly sounds: SoundFacts) {}

  async beside(report: Report): Promise<SoundReport> {
    const recorded = report.answers.filter(({ hasMedia }) => hasMedia);
    const ids = recorded.flatMap(({ attemptId }) => attemptId ?? []);
    const measured = await this.sounds.of(ids);
    const answers = recorded.flatMap(({ attemptId, questionIndex, transcript }): AnswerSound[] => {
      const sound = measured.get(attemptId ?? '');
      if (attemptId === null || !sound) {
        return [];
      }
      const words = transcript
        ? wordSignals(joinTranscript(transcript).text, transcript.locale, sound.speechSeconds)
        : null;
      return [{ questionIndex, attemptId, sound, words }];
    });
    return { answers, summary: summarise(answers, recorded.length) };
  }
}
