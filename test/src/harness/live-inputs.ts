/** Interviews that run right now. */
export function liveInputs({ interviewId: id }: { interviewId: string }) {
  return {
    liveInterviews: {},
    liveInterview: { id },
    holdInterview: { id, minutes: 5, text: '请稍等两分钟。' },
    releaseInterview: { id },
    giveTime: { id, minutes: 2 },
    tellCandidate: { id, text: '不着急，慢慢说。' },
    extendDeadline: { id, days: 3, text: '周末也可以做。' },
    ownWord: {},
  };
}
