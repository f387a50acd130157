import type { Locale } from '@zhiyu/contracts/basics';
import type { CompetencyModel } from '@zhiyu/contracts/position';
import type { ResumeClaim } from '@zhiyu/contracts/resume-assessment';
import type { Report } from '@zhiyu/contracts/scoring';
import type { WordSignals } from '@zhiyu/contracts/signals';
import {
  type AssessedAnswer,
  type AssessInput,
  leavingOut,
  lessonsOf,
  ordersOf,
} from '../engine/assess.js';
import type { AnswerLesson, AnswerScore, ReadingOrder } from '../engine/engine.types.js';
import { readAnswers } from '../engine/joined.js';
import type { LeftOut } from '../engine/left-out.js';
import type { ResumeBasis } from '../engine/contradictions/resume-basis.js';
import { assessHeard } from '../heard/assess-heard.js';
import { onlySure } from '../heard/resting.js';
import { claimsIn, type Spoken } from '../resume-check/claims.js';
import { readStory, type Story } from '../engine/story.js';
import {
  choiceOf,
  type InUseOrder,
  learnFrom,
  numbersOf,
  type Taught,
} from '../grading/learning.js';
import { answerShares, type AnswerShare } from '../items/answer-shares.js';
import { likenessesOf, type Likeness, type LikenessOrder } from '../same-answers/likeness.js';
import { wordSignals } from '../signals/word-signals.js';
import { type Mark, type MarkOrder, marksOf } from '../written-tests/marking.js';

/** The answers so far, and the one that a question may follow. */
export interface SoFar {
  answers: AssessedAnswer[];
  model: CompetencyModel;
  locale: Locale;
  answerId: string;
}

/** Words of one recording and its seconds of speech. */
export interface SaidWords {
  text: string;
  locale: Locale;
  speechSeconds: number | null;
}

/** All reading of words that takes a dictionary: done beside the server, each a pure function of its input. */
const tasks = {
  assess: (input: AssessInput): Report => assessHeard(input),
  leftOut: (input: AssessInput): LeftOut => leavingOut(onlySure(input)),
  orders: (input: AssessInput): ReadingOrder[] => ordersOf(input),
  lessons: (input: AssessInput): AnswerLesson[] => lessonsOf(onlySure(input)),
  learn: (taught: Taught[]): ReturnType<typeof learnFrom> => learnFrom(taught),
  numbers: (input: InUseOrder): ReturnType<typeof numbersOf> => numbersOf(input),
  choice: (input: Parameters<typeof choiceOf>[0]): string[] => choiceOf(input),
  soFar: (input: SoFar): { scores: AnswerScore[]; story: Story | null } => {
    const { answers, model, locale } = onlySure(input);
    const answer = answers.find((one) => one.answerId === input.answerId);
    return {
      scores: readAnswers(answers, model, locale),
      story: answer ? readStory(answer, locale) : null,
    };
  },
  claims: ({ basis, spoken }: { basis: ResumeBasis; spoken: Spoken | null }): ResumeClaim[] =>
    claimsIn(basis, spoken),
  likenesses: (input: LikenessOrder): (Likeness | null)[] => likenessesOf(input),
  marks: (input: MarkOrder): Mark[] => marksOf(input),
  shares: (input: AssessInput): AnswerShare[] => answerShares(onlySure(input)),
  words: (input: SaidWords[]): WordSignals[] =>
    input.map(({ text, locale, speechSeconds }) => wordSignals(text, locale, speechSeconds)),
};

type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
export type TaskInput<N extends TaskName> = Parameters<Tasks[N]>[0];
export type TaskResult<N extends TaskName> = ReturnType<Tasks[N]>;

/** What a thread is told. */
export interface Order<N extends TaskName = TaskName> {
  name: N;
  input: TaskInput<N>;
}

export function perform<N extends TaskName>({ name, input }: Order<N>): TaskResult<N> {
  const task = tasks[name] as (input: TaskInput<N>) => TaskResult<N>;
  return task(input);
}
