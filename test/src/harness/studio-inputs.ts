import { newId } from '@zhiyu/server/platform/time/ids';

/** Inputs of the addresses about versions of a position, rules that are tried, and what people say of pages. */
export function studioInputs({ position }: { position: { id: string } }) {
  const { id } = position;
  const proposalId = newId(Date.now());
  return {
    positionVersion: { id, version: 1 },
    publishing: { id },
    answerProposal: { id, proposalId, approve: true, reason: '' },
    withdrawProposal: { id, proposalId },
    previewRules: { id, requirements: [] },
    ...{ tour: {}, startTour: { pace: 60 as const }, setTourPace: { pace: 10 as const } },
    ...{ decideTour: {}, resetTour: {} },
    sendFeedback: { page: 'board', text: '想按部门筛选' },
    listFeedback: {},
    settleFeedback: { id: newId(Date.now()), answer: '' },
  };
}
