interface Reviewed {
  interviewId: string;
  answerId: string;
  application: { id: string };
  colleague: { id: string };
}

/** The review room of an interview. */
export function reviewInputs({ interviewId: id, answerId, application, colleague }: Reviewed) {
  const place = { answerId, at: 3 };
  return {
    reviewRoom: { id },
    keepRating: { id, dimension: 'serviceAwareness', level: 4, note: '', place, revision: 0 },
    keepSummary: { id, opinion: 'yes' as const, reason: '', revision: 0 },
    submitScorecard: { id },
    addReviewNote: { id, kind: 'comment' as const, place, text: '这里再听一遍', mentions: [] },
    removeReviewNote: { id, note: answerId },
    askReviewer: { id, staffId: colleague.id },
    tellHere: { id, answerId: null },
    applicationReviews: { id: application.id },
  };
}
