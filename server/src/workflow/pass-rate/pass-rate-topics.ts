/** The card that proposes a meeting. */
export const passRateTopic = (meetingId: string) => `passRate:${meetingId}`;
/** The card with what the meeting decided. */
export const modelChangeTopic = (meetingId: string) => `modelChange:${meetingId}`;
