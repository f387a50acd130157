import { useTranslation } from 'react-i18next';
import type { Stage } from '@zhiyu/contracts/stage-values';
import { useScale } from '../../components/score-bar/scale';
import { dayText, momentText } from '../../components/time';
import { serverTime } from '../../platform/clock';
import { percentOf } from './rate.shared';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A promise nearer than this is shown as one that runs out (ms). */
export const SOON = DAY;

/** Times, stages and figures in the words of the page's language. */
export function useWords() {
  const { t, i18n } = useTranslation('staff');
  const { scale, score, error } = useScale();
  const span = (ms: number) => {
    const days = Math.floor(ms / DAY);
    const hours = Math.floor((ms % DAY) / HOUR);
    const minutes = Math.floor((ms % HOUR) / MINUTE);
    if (days > 0) {
      return t('span.days', { days });
    }
    if (hours > 0) {
      return t('span.hours', { hours, minutes });
    }
    return minutes > 0 ? t('span.minutes', { minutes }) : t('span.moment');
  };
  return {
    span,
    moment: (at: number) => momentText(at, serverTime(), i18n.language),
    day: (at: number) => dayText(at, i18n.language),
    /** How long something has been so. */
    since: (at: number) => span(Math.max(0, serverTime() - at)),
    stage: (stage: Stage) => t(`stage.${stage}`),
    scale,
    score,
    error,
    percent: (share: number) => t('percent', { n: percentOf(share) }),
  };
}
