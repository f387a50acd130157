import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PassAlert, PassAlertTimes } from '@zhiyu/contracts/pass-alerts';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { useWords } from '../staff-shell/use-words';

/** Times to choose from while a meeting is proposed; the first one counts until another is chosen. */
export interface TimeChoice {
  /** Null: not known yet, or it could not be told; a press then takes the first that suits everybody. */
  free: PassAlertTimes | null;
  chosen: number | null;
  choose: (at: number) => void;
  pending: boolean;
}

export function useTimeChoice({ id, state, mayAct }: PassAlert): TimeChoice {
  const [picked, choose] = useState<number | null>(null);
  const enabled = state === 'proposed' && mayAct;
  const { data, isLoading } = useRoute(routes.passAlertTimes, { id }, { enabled });
  const times = data?.times ?? [];
  const chosen = picked !== null && times.includes(picked) ? picked : (times[0] ?? null);
  return { free: data ?? null, chosen, choose, pending: isLoading };
}

/** Two or three times at which everybody is free, the first one chosen. */
export function ChooseTime({ choice }: { choice: TimeChoice }) {
  const { t } = useTranslation('alerts');
  const words = useWords();
  const { free, chosen, choose, pending } = choice;
  if (free === null || free.times.length === 0) {
    return <>{t(pending ? 'time.looking' : 'time.first')}</>;
  }
  return (
    <fieldset className="meet-times">
      <legend className="sr">{t('time.choose')}</legend>
      {free.times.map((at) => (
        <label key={at}>
          <input
            type="radio"
            name="meet-time"
            checked={at === chosen}
            onChange={() => choose(at)}
          />
          <span>{t('time.free', { at: words.moment(at) })}</span>
        </label>
      ))}
      {free.calendarRead ? null : <p className="cap">{t('time.unread')}</p>}
    </fieldset>
  );
}
