/** Inputs of the addresses about what people say of themselves and of the process. */
export function trustInputs() {
  return {
    ...{ ownGroups: {}, stateGroups: { sex: 'female' as const }, dropGroups: {}, impact: {} },
    ...{ answerSurvey: { fair: 5, smooth: 4, text: '' }, surveyResult: {}, ownData: {} },
  };
}
