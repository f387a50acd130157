import type { Done } from './basics.js';
import type {
  CalibrationList,
  CalibrationView,
  GradeAnswer,
  GradeByCard,
  ListCalibrations,
  OpenCalibration,
  UseCalibration,
} from './calibration.js';
import { type ById, route } from './route.js';

/** Calibration (校准): people grade answers to a question, the engine learns from it, somebody puts it to use. */
export const calibrationRoutes = {
  listCalibrations: route<ListCalibrations, CalibrationList>(
    'GET /api/calibrations',
    'staff',
    'Questions that can be calibrated',
  ),
  openCalibration: route<OpenCalibration, CalibrationView>(
    'POST /api/calibrations',
    'staff',
    'Begin to grade answers to a question, or go on',
  ),
  calibration: route<ById, CalibrationView>(
    'GET /api/calibrations/:id',
    'staff',
    'Answers to grade, agreement, versions',
  ),
  drawAnswers: route<ById, CalibrationView>(
    'POST /api/calibrations/:id/answers',
    'staff',
    'Choose answers that came since',
  ),
  gradeAnswer: route<GradeAnswer, CalibrationView>(
    'PUT /api/calibrations/:id/answers/:answer',
    'staff',
    'Grade one answer',
  ),
  learnCalibration: route<ById, CalibrationView>(
    'POST /api/calibrations/:id/versions',
    'staff',
    'Learn from the grades: a new version',
  ),
  useCalibration: route<UseCalibration, CalibrationView>(
    'PUT /api/calibrations/:id/use',
    'staff',
    'Put a version to use, or take it back',
  ),
  gradeByCard: route<GradeByCard, CalibrationView>(
    'PUT /api/calibrations/:id/cards',
    'staff',
    'Have answers to grade as cards',
  ),
  assessAgain: route<ById, Done>(
    'POST /api/interviews/:id/assessments',
    'staff',
    'Assess again with what is in use now',
  ),
} as const;
