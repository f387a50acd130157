import { useTranslation } from 'react-i18next';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { liveRoutes } from '@zhiyu/contracts/routes.live';
import { useRoute } from '../../api/query';
import type { DeviceHandle } from '../interview/use-devices';
import { useStandstill } from '../interview/use-standstill';
import './words';

/** The company has stopped it: who, why, and for how long still; the camera is let go meanwhile. */
export function useHeld(interview: CandidateInterview, handle: DeviceHandle) {
  const { t } = useTranslation('liveWord');
  const { data } = useRoute(liveRoutes.ownWord, {});
  const left = useStandstill(interview, handle);
  const word = data?.word?.kind === 'hold' ? data.word : null;
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
