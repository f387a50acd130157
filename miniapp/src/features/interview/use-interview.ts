import { useCallback, useEffect, useState } from 'react';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import { requestRoutes } from '@zhiyu/contracts/routes.requests';
import type { AnswerMode, CandidateInterview } from '@zhiyu/contracts/interview';
import { call } from '../../api/client';
import { keyOf, queryClient, useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { showIn } from '../../locales';
import { read, write } from '../../platform/kept';
import { joinLeadership, type Leadership } from '../../platform/leader';

const key = keyOf(candidateRoutes.candidateInterview, {});

/**
 * Shows what an act answered. A look that is under way may be older than that, and would turn the page back to it: it is
 * dropped and made again.
 */
export function putInterview(interview: CandidateInterview): void {
  const looking = queryClient.isFetching({ queryKey: key }) > 0;
  if (looking) {
    void queryClient.cancelQueries({ queryKey: key }, { revert: false, silent: true });
  }
  queryClient.setQueryData(key, interview);
  if (looking) {
    void refreshInterview();
  }
}

export function refreshInterview(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: key });
}

/** The interview as the server has it; its language becomes the page's. */
export function useInterviewData() {
  const query = useRoute(candidateRoutes.candidateInterview, {}, { refetchInterval: false });
  useLive([candidateRoutes.candidateInterview]);
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
  putInterview(await call(candidateRoutes.nextQuestion, {}));
}

/** Stops between two questions. */
export async function pauseHere(): Promise<void> {
  putInterview(await call(requestRoutes.pause, {}));
}

/** How answers are given on this device. */
export interface Way {
  /** Null until the device was looked at. */
  mode: AnswerMode | null;
  /** Another app records, as this page has no camera or microphone of its own. */
  byFile: boolean;
}

function storedWay(id: string): Way {
  const [mode, source] = (read('page', `zhiyu.mode.${id}`) ?? '').split(' ');
  const known = mode === 'camera' || mode === 'voice' || mode === 'text';
  return { mode: known ? mode : null, byFile: known && source === 'file' };
}

/** How answers are given on this device; survives a reload of the page. */
export function useMode(interviewId: string) {
  const [way, setWay] = useState(() => storedWay(interviewId));
  const choose = useCallback(
    (mode: AnswerMode, byFile = false) => {
      write('page', `zhiyu.mode.${interviewId}`, byFile ? `${mode} file` : mode);
      setWay({ mode, byFile });
    },
    [interviewId],
  );
  return [way, choose] as const;
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
