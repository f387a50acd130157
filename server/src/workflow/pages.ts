/** Pages of the mini-app that cards lead to: hash paths. */
export const pages = {
  file: (applicationId: string) => `/pages/file/index?id=${applicationId}`,
  /** Decisions and offers of a candidate. */
  decisions: (applicationId: string) => `/pages/file/index?id=${applicationId}&tab=decisions`,
  resume: (applicationId: string) => `/pages/file/index?id=${applicationId}&tab=resume`,
  report: (interviewId: string) => `/pages/report/index?interview=${interviewId}`,
  review: (interviewId: string, place?: { answerId: string; at: number | null }) =>
    `/pages/review/index?interview=${interviewId}` +
    (place ? `&answer=${place.answerId}&at=${place.at ?? 0}` : ''),
  calibration: (id: string) => `/pages/calibration/index?id=${id}`,
  /** The competency model of a position, with its simulator. */
  model: (positionId: string) => `/pages/position/index?id=${positionId}&part=model`,
  /** Few pass: why, and the meeting about it. */
  alert: (meetingId: string) => `/pages/alerts/index?id=${meetingId}`,
  versions: (positionId: string) => `/pages/position/index?id=${positionId}&part=versions`,
  feedback: '/pages/admin/index?part=feedback',
  home: '/pages/home/index',
  board: '/pages/board/index',
  figures: (month: string) => `/pages/figures/index?month=${month}`,
  channels: '/pages/admin/index?part=channels',
  toDecide: '/pages/applications/index?stage=review',
  status: '/pages/status/index',
  /** The candidate's next round, with other times. */
  meeting: '/pages/meeting/index',
  /** The candidate's own offer. */
  offer: '/pages/offer/index',
  /** Rounds with people as the staff arranges them. */
  meetings: '/pages/meetings/index',
  interview: '/pages/interview/index',
  test: (sittingId: string) => `/pages/test/index?id=${sittingId}`,
} as const;
