import { routes } from '@zhiyu/contracts/routes';
import type { AStaff } from '../factories/company.js';
import type { TestApp } from './app.js';

interface Graded {
  position: { id: string };
  calibrationId: string;
  interviewId: string;
}

const question = { code: 'return-conflict', dimension: 'serviceAwareness' };

/** Somebody began to grade answers to a question of the position. @returns its id */
export async function aCalibration(app: TestApp, by: AStaff, positionId: string): Promise<string> {
  return (await app.api(routes.openCalibration, { positionId, ...question }, by.session)).id;
}

/** Calibration of a question that people grade. */
export function calibrationInputs({ position, calibrationId: id, interviewId }: Graded) {
  return {
    listCalibrations: { positionId: position.id },
    openCalibration: { positionId: position.id, ...question },
    calibration: { id },
    drawAnswers: { id },
    gradeAnswer: { id, answer: interviewId, value: 75 },
    learnCalibration: { id },
    useCalibration: { id, version: null, reason: '' },
    gradeByCard: { id, aDay: 0 },
    assessAgain: { id: interviewId },
  };
}
