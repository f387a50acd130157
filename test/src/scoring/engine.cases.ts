import { loadPositionSeeds } from '@zhiyu/config/content';
import type { Locale } from '@zhiyu/contracts/basics';
import type { CompetencyModel, Question } from '@zhiyu/contracts/position';
import type { Segment } from '@zhiyu/contracts/scoring';
import type { AssessedAnswer, AssessInput } from '@zhiyu/server/scoring/engine/assess';

const seeds = loadPositionSeeds();

/** A question of a seed with the model of its position; throws where the seed has changed its codes. */
export function aQuestion(
  position: string,
  code: string,
): { question: Question; model: CompetencyModel } {
  const seed = seeds.find((content) => content.code === position);
  const question = seed?.questions.find((candidate) => candidate.code === code);
  if (!seed || !question) throw new Error(`no seed question ${position}/${code}`);
  return { question, model: seed.model };
}

/** An untimed, typed segment. */
function typed(text: string): Segment {
  return { text, from: null, to: null, confidence: null };
}

/** A typed answer; `parts` replaces what a case is about. */
export function anAnswer(
  question: Question,
  text: string,
  parts: Partial<AssessedAnswer> & { locale?: Locale } = {},
): AssessedAnswer {
  const { locale = 'zh', ...rest } = parts;
  return {
    answerId: 'answer-1',
    questionIndex: 0,
    question,
    questionText: question.text[locale] ?? question.text.zh,
    mode: 'text',
    attemptId: null,
    seconds: null,
    hasMedia: false,
    transcript: { origin: 'candidate', engine: null, locale, segments: [typed(text)] },
    ...rest,
  };
}

/** A recognised answer of segments with times and confidence. */
export function aRecording(
  question: Question,
  segments: Segment[],
  seconds: number,
): AssessedAnswer {
  return anAnswer(question, '', {
    mode: 'voice',
    attemptId: 'attempt-1',
    seconds,
    hasMedia: true,
    transcript: { origin: 'engine', engine: 'test', locale: 'zh', segments },
  });
}

/** An interview of these answers, numbered in order. */
export function anInterview(
  model: CompetencyModel,
  answers: AssessedAnswer[],
  locale: Locale = 'zh',
): AssessInput {
  return {
    interviewId: 'interview-1',
    locale,
    model,
    modelVersion: 3,
    speechEngine: 'none',
    answers: answers.map((answer, i) => ({
      ...answer,
      answerId: `answer-${String(i)}`,
      questionIndex: i,
    })),
  };
}
