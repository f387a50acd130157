import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import type { StaffWord } from '@zhiyu/contracts/live';
import { liveRoutes } from '@zhiyu/contracts/routes.live';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { read, write } from '../../platform/kept';
import type { AnswerHandle } from '../interview/use-answer';
import './words';

const seenKey = 'zhiyu.word';
const dayMinutes = 24 * 60;

/** The answer that runs has a later end than it began with. */
function useMoreTime({ current }: CandidateInterview, { run, state }: AnswerHandle): void {
  const own = current?.attempts.find(({ id }) => id === state.attemptId);
  const endsAt = own?.state === 'recording' ? (current?.answerEndsAt ?? 0) : 0;
  const later = endsAt > state.endsAt;
  useEffect(() => {
    if (later) {
      run.extend(endsAt);
    }
  }, [later, run, endsAt]);
}

/** Given time counts in minutes, a later deadline in days. */
const numberOf = ({ kind, minutes }: StaffWord) =>
  kind === 'later' ? Math.round(minutes / dayMinutes) : minutes;

/** What a person of the company has just said or given, until it was read; null: nothing new. */
export function useWord(
  interview: CandidateInterview,
  answer: AnswerHandle,
): { text: string; close: () => void } | null {
  const { t } = useTranslation('liveWord');
  const { data } = useRoute(liveRoutes.ownWord, {});
  useLive([liveRoutes.ownWord]);
  useMoreTime(interview, answer);
  const [seen, setSeen] = useState(() => Number(read('page', seenKey) ?? '0'));
  const word = data?.word ?? null;
  const { held } = interview.arrangements.pause;
  const stopped = held && answer.state.phase === 'idle';
  const stale = word?.kind === 'hold' && (stopped || !held);
  if (!word || word.at <= seen || stale) {
    return null;
  }
  return {
    text: t(word.kind, { name: word.byName, text: word.text, n: numberOf(word) }).trim(),
    close: () => {
      write('page', seenKey, String(word.at));
      setSeen(word.at);
    },
  };
}
