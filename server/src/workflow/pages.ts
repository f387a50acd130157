/** Pages of the mini-app that cards lead to: hash paths. */
export const pages = {
  file: (applicationId: string) => `/pages/file/index?id=${applicationId}`,
  resume: (applicationId: string) => `/pages/file/index?id=${applicationId}&tab=resume`,
  report: (interviewId: string) => `/pages/report/index?interview=${interviewId}`,
  review: (interviewId: string, place?: { answerId: string; at: number | null }) =>
    `/pages/review/index?interview=${interviewId}` +
    (place ? `&answer=${place.answerId}&at=${place.at ?? 0}` : ''),
  calibration: (id: string) => `/pages/calibration/index?id=${id}`,
  board: '/pages/board/index',
  channels: '/pages/admin/index?part=channels',
  toDecide: '/pages/applications/index?stage=review',
  status: '/pages/status/index',
  interview: '/pages/interview/index',
  test: (sittingId: string) => `/pages/test/index?id=${sittingId}`,
} as const;
