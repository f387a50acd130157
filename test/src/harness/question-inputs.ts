import { storeStaff } from '../factories/position.js';

interface Questions {
  application: { id: string };
  resumeQuestionId: string;
  recording: string;
  answerId: string;
}

/** Drafts, questions about a résumé, and questions read by a person. */
export function questionInputs(world: Questions) {
  const { application, resumeQuestionId, recording, answerId } = world;
  return {
    draftQuestions: { content: storeStaff() },
    resumeQuestions: { id: application.id },
    resumeAssessment: { id: application.id },
    changeResumeQuestion: { id: resumeQuestionId, state: 'dropped' as const },
    saveQuestionAudio: {},
    questionAudio: { file: recording },
    ownQuestionAudio: { answerId },
  };
}
