import { storeStaff } from '../factories/position.js';
import type { Inputs, World } from './world.js';

type OfQuestions = Pick<
  Inputs,
  | 'draftQuestions'
  | 'resumeQuestions'
  | 'changeResumeQuestion'
  | 'saveQuestionAudio'
  | 'questionAudio'
  | 'ownQuestionAudio'
>;

/** Drafts, questions about a résumé, and questions read by a person. */
export function questionInputs(world: World): OfQuestions {
  const { application, resumeQuestionId, recording, answerId } = world;
  return {
    draftQuestions: { content: storeStaff() },
    resumeQuestions: { id: application.id },
    changeResumeQuestion: { id: resumeQuestionId, state: 'dropped' },
    saveQuestionAudio: {},
    questionAudio: { file: recording },
    ownQuestionAudio: { answerId },
  };
}
