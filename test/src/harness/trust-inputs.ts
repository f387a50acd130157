/** Inputs of the addresses about what people say of themselves and of the process, and about who they are. */
export function trustInputs({ application }: { application: { id: string } }) {
  const { id } = application;
  return {
    ...{ ownGroups: {}, stateGroups: { sex: 'female' as const }, dropGroups: {}, impact: {} },
    ...{
      answerSurvey: { fair: 5, smooth: 4, text: '' },
      surveyResult: {},
      ownData: {},
      ownReport: {},
    },
    ...{ maskState: { id }, unmask: { id, reason: 'contact' as const, note: '' } },
  };
}
