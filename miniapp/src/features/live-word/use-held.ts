import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { liveRoutes } from '@zhiyu/contracts/routes.live';
import { keyOf, queryClient, useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import type { DeviceHandle } from '../interview/use-devices';
import { useStandstill } from '../interview/use-standstill';
import './words';

/** What was kept of the word may be older than the news that it stands still: it is asked for again. */
function useFreshWord() {
  const { data } = useRoute(liveRoutes.ownWord, {});
  useLive([liveRoutes.ownWord]);
  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: keyOf(liveRoutes.ownWord, {}) });
  }, []);
  return data?.word ?? null;
}

/** The company has stopped it: who, why, and for how long still; the camera is let go meanwhile. */
export function useHeld(interview: CandidateInterview, handle: DeviceHandle) {
  const { t } = useTranslation('liveWord');
  const said = useFreshWord();
  const left = useStandstill(interview, handle);
  const word = said?.kind === 'hold' ? said : null;
  const name = word?.byName ?? '';
  return {
    lead: name === '' ? t('leadPlain') : t('lead', { name }),
    /** In the company's words; empty where nothing was said. */
    text: word?.text ?? '',
    saidBy: t('said', { name }),
    /** Seconds until it goes on by itself. */
    left,
  };
}
