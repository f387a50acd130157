import { useTranslation } from 'react-i18next';
import { requestRoutes } from '@zhiyu/contracts/routes.requests';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { clockText, momentText } from '../../components/time';
import { useToast } from '../../components/toast';
import type { DeviceHandle } from '../interview/use-devices';
import { putInterview } from '../interview/use-interview';
import { useStandstill } from '../interview/use-standstill';

/** 暂停, while thinking and as long as there is budget; null when there is none. */
export function usePause({ arrangements }: CandidateInterview) {
  const say = useToast();
  const { leftSeconds } = arrangements.pause;
  const pause = useAct(requestRoutes.pause, { onSuccess: putInterview });
  const press = () => pause.mutate({}, { onError: (error: unknown) => say(messageOf(error)) });
  return leftSeconds < 1 ? null : { left: clockText(leftSeconds), press };
}

/** The page of a pause of the candidate's own. */
export function usePaused(interview: CandidateInterview, handle: DeviceHandle) {
  const { t, i18n } = useTranslation('arrange');
  const { pause } = interview.arrangements;
  const left = useStandstill(interview, handle);
  const resume = useAct(requestRoutes.resume, { onSuccess: putInterview });
  const time = momentText(interview.deadline, interview.serverNow, i18n.language);
  return {
    lead: t(pause.thinking ? 'pause.thinking' : 'pause.between', { time }),
    /** Seconds until it goes on by itself; null between two questions, where no clock runs. */
    left: pause.thinking ? left : null,
    resuming: resume.isPending,
    problem: resume.error ? messageOf(resume.error) : null,
    resume: () => resume.mutate({}),
  };
}
