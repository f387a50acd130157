/** Inputs of the addresses about what people say of themselves and of the process, and about who they are. */
export function trustInputs({
  application,
  position,
}: {
  application: { id: string };
  position: { id: string };
}) {
  const { id } = application;
  return {
    ...{ ownGroups: {}, stateGroups: { sex: 'female' as const }, dropGroups: {}, impact: {} },
    ...{
      answerSurvey: { fair: 5, smooth: 4, text: '' },
      surveyResult: {},
      ownData: {},
      ownReport: {},
    },
    simulate: { id: position.id, weights: 'teamwork:1', threshold: 60, greyZone: 0 },
    deliveryWeights: {},
    setDeliveryWeights: { voice: 0, face: 0, ground: '', knowsNoEvidence: false },
    ...{ dataRetention: {}, setDataRetention: { months: null } },
    ...{ maskState: { id }, unmask: { id, reason: 'contact' as const, note: '' } },
  };
}
