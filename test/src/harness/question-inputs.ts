import { storeStaff } from '../factories/position.js';

interface Questions {
  application: { id: string };
  resumeQuestionId: string;
  recording: string;
  answerId: string;
  attemptId: string;
}

/** Drafts, questions about a résumé, questions read by a person, and captions. */
export function questionInputs(world: Questions) {
  const { application, resumeQuestionId, recording, answerId, attemptId } = world;
  return {
    draftQuestions: { content: storeStaff() },
    resumeQuestions: { id: application.id },
    resumeAssessment: { id: application.id },
    changeResumeQuestion: { id: resumeQuestionId, state: 'dropped' as const },
    saveQuestionAudio: {},
    questionAudio: { file: recording },
    ownQuestionAudio: { answerId },
    heardSoFar: { attemptId },
  };
}
