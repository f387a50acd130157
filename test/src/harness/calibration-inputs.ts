interface Graded {
  position: { id: string };
  calibrationId: string;
  interviewId: string;
}

/** Calibration of a question that people grade. */
export function calibrationInputs({ position, calibrationId: id, interviewId }: Graded) {
  return {
    listCalibrations: { positionId: position.id },
    openCalibration: {
      ...{ positionId: position.id, code: 'return-conflict', dimension: 'serviceAwareness' },
    },
    calibration: { id },
    drawAnswers: { id },
    gradeAnswer: { id, answer: interviewId, value: 75 },
    learnCalibration: { id },
    useCalibration: { id, version: null, reason: '' },
    gradeByCard: { id, aDay: 0 },
    assessAgain: { id: interviewId },
  };
}
