import { Injectable } from '@nestjs/common';
import type { Locale } from '@zhiyu/contracts/basics';
import type { Transcript } from '@zhiyu/contracts/scoring';
import type { SoundSignals } from '@zhiyu/contracts/signals';
import { askedText } from '../interviews/asked-text.js';
import { Submissions } from '../interviews/coding/submissions.service.js';
import type { AttemptRow } from '../interviews/entities/interview.entity.js';
import type { AnswerParts } from '../interviews/interview-view.js';
import { holdsSomething, MediaService } from '../interviews/media/media.service.js';
import { SoundFacts } from '../interviews/sound/sound-facts.service.js';
import { Transcripts } from '../interviews/transcripts.service.js';
import type { AssessedAnswer } from './engine/assess.js';
import { programTranscript } from './engine/program-score.js';

/** The attempt that counts; null while none was chosen. */
export function chosenOf({ answer, attempts }: AnswerParts): AttemptRow | null {
  return attempts.find((one) => one.id === answer.chosenAttemptId) ?? null;
}

/** The machine heard nobody, and nobody wrote words down either. */
function silenceOf(
  words: Transcript | undefined,
  sound: SoundSignals | undefined,
): Pick<AssessedAnswer, 'nobodySpoke'> {
  return words === undefined && sound?.speechSeconds === 0 ? { nobodySpoke: true } : {};
}

/** Answers as the engine reads them: the question, and the words as they stand now. */
@Injectable()
export class AssessedAnswers {
  constructor(
    private readonly transcripts: Transcripts,
    private readonly media: MediaService,
    private readonly submissions: Submissions,
    private readonly sounds: SoundFacts,
  ) {}

  async of(parts: AnswerParts[], locale: Locale): Promise<AssessedAnswer[]> {
    const chosen = parts.map((part) => ({ part, attempt: chosenOf(part) }));
    const ids = chosen.flatMap(({ attempt }) => (attempt ? [attempt.id] : []));
    const words = await this.transcripts.of(ids);
    const recorded = (await this.media.ofAttempts(ids)).filter(holdsSomething);
    const sounds = await this.sounds.of(ids);
    const silences = new Map(ids.map((id) => [id, silenceOf(words.get(id), sounds.get(id))]));
    const programs = await this.programsOf(parts, locale);
    const answerTo = (questionId: string | null) =>
      parts.find(({ question }) => question.id === questionId)?.answer.id ?? null;
    return chosen.map(({ part, attempt }) => ({
      answerId: part.answer.id,
      questionIndex: part.question.position,
      question: part.question.content,
      questionText: askedText(part, locale),
      mode: attempt?.mode ?? 'text',
      attemptId: attempt?.id ?? null,
      seconds: attempt?.seconds ?? null,
      hasMedia: recorded.some((media) => media.attemptId === attempt?.id),
      transcript: (attempt ? words.get(attempt.id) : undefined) ?? null,
      kind: part.question.kind,
      reason: part.question.reason,
      follows: answerTo(part.question.followsId),
      ...silences.get(part.answer.chosenAttemptId ?? ''),
      ...programs.get(part.answer.id),
    }));
  }

  /** The programs that count, by answer; one that is not judged yet is none. */
  private async programsOf(
    parts: AnswerParts[],
    locale: Locale,
  ): Promise<Map<string, Pick<AssessedAnswer, 'program' | 'transcript'>>> {
    const found = new Map<string, Pick<AssessedAnswer, 'program' | 'transcript'>>();
    for (const { question, answer } of parts) {
      if (question.content.kind === 'coding') {
        const program = await this.submissions.standing(answer.id, locale);
        const transcript = program && programTranscript(program, locale);
        found.set(answer.id, { program, transcript });
      }
    }
    return found;
  }
}
