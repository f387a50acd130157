import { Injectable } from '@nestjs/common';
import type { Report } from '@zhiyu/contracts/scoring';
import type { AnswerSound, SoundReport } from '@zhiyu/contracts/signals';
import { SoundFacts } from '../interviews/sound/sound-facts.service.js';
import { Assessing } from './assessing/assessing.service.js';
import { joinTranscript } from './engine/assess.js';
import { summarise } from './signals/sound-summary.js';

/**
 * Facts of sound beside a report. They are read when it is looked at and are no part of what it is
 * made of: the voice cannot move a score, and a report does not wait for it.
 */
@Injectable()
export class SoundReader {
  constructor(
    private readonly sounds: SoundFacts,
    private readonly assessing: Assessing,
  ) {}

  async beside(report: Report): Promise<SoundReport> {
    const recorded = report.answers.filter(({ hasMedia }) => hasMedia);
    const ids = recorded.flatMap(({ attemptId }) => attemptId ?? []);
    const facts = await this.sounds.of(ids);
    const measured = recorded.flatMap(({ attemptId, questionIndex, transcript }) => {
      const sound = facts.get(attemptId ?? '');
      return attemptId !== null && sound ? [{ attemptId, questionIndex, transcript, sound }] : [];
    });
    const said = measured.flatMap(({ transcript, sound: { speechSeconds } }) =>
      transcript
        ? [{ text: joinTranscript(transcript).text, locale: transcript.locale, speechSeconds }]
        : [],
    );
    const words = said.length > 0 ? await this.assessing.run('words', said) : [];
    const next = words.values();
    const answers = measured.map(({ transcript, ...one }): AnswerSound => {
      return { ...one, words: transcript ? (next.next().value ?? null) : null };
    });
    return { answers, summary: summarise(answers, recorded.length) };
  }
}
