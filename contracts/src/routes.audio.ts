import type { Nothing } from './basics.js';
import type { AskAudio, AskOwnAudio, AudioData, SavedAudio } from './question-audio.js';
import { route } from './route.js';

/** Questions read aloud. */
export const audioRoutes = {
  saveQuestionAudio: route<Nothing, SavedAudio>(
    'POST /api/question-audio',
    'staff',
    'Keep a recording of a question: MP3, M4A or WAV',
    { file: true },
  ),
  questionAudio: route<AskAudio, AudioData>(
    'GET /api/question-audio/:file',
    'staff',
    'A recording of a question',
  ),
  ownQuestionAudio: route<AskOwnAudio, AudioData>(
    'GET /api/candidate/answers/:answerId/audio',
    'candidate',
    'The open question as a person or a synthetic voice read it',
  ),
} as const;
