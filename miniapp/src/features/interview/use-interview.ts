import { useCallback, useEffect, useState } from 'react';
import { routes } from '@zhiyu/contracts/routes';
import type { AnswerMode, CandidateInterview } from '@zhiyu/contracts/interview';
import { call } from '../../api/client';
import { keyOf, queryClient, useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { showIn } from '../../locales';
import { joinLeadership, type Leadership } from '../../platform/leader';

const key = keyOf(routes.candidateInterview, {});

/** Shows what an act answered, without asking again. */
export function putInterview(interview: CandidateInterview): void {
  queryClient.setQueryData(key, interview);
}

export function refreshInterview(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: key });
}

/** The interview as the server has it; its language becomes the page's. */
export function useInterviewData() {
  const query = useRoute(routes.candidateInterview, {}, { refetchInterval: false });
  useLive([routes.candidateInterview]);
  const { data } = query;
  useEffect(() => {
    if (data) {
      showIn(data.locale);
    }
  }, [data]);
  return query;
}

/** Opens the next question and shows it. */
export async function openNext(): Promise<void> {
  putInterview(await call(routes.nextQuestion, {}));
}

function storedMode(id: string): AnswerMode | null {
  const mode = sessionStorage.getItem(`zhiyu.mode.${id}`);
  return mode === 'camera' || mode === 'voice' || mode === 'text' ? mode : null;
}

/** How answers are given on this device; survives a reload of the page. */
export function useMode(interviewId: string) {
  const [mode, setMode] = useState<AnswerMode | null>(() => storedMode(interviewId));
  const choose = useCallback(
    (next: AnswerMode) => {
      sessionStorage.setItem(`zhiyu.mode.${interviewId}`, next);
      setMode(next);
    },
    [interviewId],
  );
  return [mode, choose] as const;
}

/** Of several pages of one browser only one records. */
export function useLeads(): { leads: boolean; take: () => void } {
  const [leads, setLeads] = useState(true);
  const [leadership, setLeadership] = useState<Leadership | null>(null);
  useEffect(() => {
    const joined = joinLeadership(setLeads);
    setLeadership(joined);
    return joined.leave;
  }, []);
  return { leads, take: () => leadership?.take() };
}
