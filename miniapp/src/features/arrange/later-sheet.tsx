import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestRoutes } from '@zhiyu/contracts/routes.requests';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { TextField } from '../../components/text-field';
import { momentText } from '../../components/time';
import { putInterview } from '../interview/use-interview';
import type { WayProps } from './way-props';
import { fieldOf, momentOf, reminderTimes } from './times.shared';

/** 以后提醒我: a time that suits, before the deadline. */
export function LaterSheet({ interview, onClose }: WayProps) {
  const { t, i18n } = useTranslation('arrange');
  const { serverNow, deadline } = interview;
  const times = reminderTimes(serverNow, deadline);
  const [field, setField] = useState(fieldOf(times[0] ?? serverNow + 3_600_000));
  const at = momentOf(field);
  const fits = at !== null && at > serverNow && at < deadline;
  const time = (moment: number) => momentText(moment, serverNow, i18n.language);
  const remind = useAct(requestRoutes.remindMe, {
    onSuccess: (after) => {
      putInterview(after);
      onClose();
    },
  });
  return (
    <Sheet
      open
      title={t('later.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button
            look="primary"
            disabled={!fits}
            busy={remind.isPending ? t('candidate:sending') : undefined}
            onPress={() => at !== null && remind.mutate({ at })}
          >
            {fits ? t('later.act', { time: time(at) }) : t('later.title')}
          </Button>
        </>
      }
    >
      <div className="arrange-choices" role="group" aria-label={t('later.title')}>
        {times.map((moment) => (
          <Button
            key={moment}
            pressed={fieldOf(moment) === field}
            onPress={() => setField(fieldOf(moment))}
          >
            {time(moment)}
          </Button>
        ))}
      </div>
      <TextField
        label={t('later.other')}
        type="datetime-local"
        value={field}
        onChange={setField}
        hint={t('later.until', { time: time(deadline) })}
        error={at !== null && !fits ? t('later.unfit', { time: time(deadline) }) : undefined}
      />
      <p className="t13 muted">{t('freeOne')}</p>
      {remind.error ? (
        <p role="alert" className="interview-problem">
          {messageOf(remind.error)}
        </p>
      ) : null}
    </Sheet>
  );
}
