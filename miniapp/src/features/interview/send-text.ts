import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { ApiError } from '../../api/error';
import { newKey } from '../../api/request.shared';
import { serverTime } from '../../platform/clock';
import { handInAttempt } from './live-answer';
import { persist } from './send-file';

interface Said {
  attemptId: string;
  text: string;
  pasted: boolean;
  /** From the beginning to the last key. */
  durationMs: number;
}

/** After its end plus this a text comes late (ms): the server's own grace. */
const GRACE = 5_000;

/** Hands a text in, for as long as it takes; without a network it says so, because then it comes late. */
export async function sendText(
  said: Said,
  of: { endsAt: number | null; wanted: () => boolean },
): Promise<CandidateInterview> {
  const late = () => of.endsAt !== null && serverTime() > of.endsAt + GRACE;
  let away = false;
  let last = { offline: late(), key: newKey() };
  const hand = async () => {
    const offline = away || late();
    // Another content needs another key; the act itself is harmless when repeated.
    last = offline === last.offline ? last : { offline, key: newKey() };
    try {
      return await handInAttempt(null, { ...said, ...last });
    } catch (error) {
      away ||= error instanceof ApiError && error.code === 'offline';
      throw error;
    }
  };
  return persist(hand, of.wanted);
}
