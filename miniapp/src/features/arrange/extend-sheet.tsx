import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestRoutes } from '@zhiyu/contracts/routes.requests';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { putInterview } from '../interview/use-interview';
import type { WayProps } from './way-props';
import { dayChoices } from './times.shared';

/** 多要几天: at once as far as the position allows, beyond it HR is asked. */
export function ExtendSheet({ interview, onClose }: WayProps) {
  const { t } = useTranslation('arrange');
  const { allowances, extended } = interview.arrangements;
  const atOnce = extended || interview.state === 'expired' ? 0 : allowances.extendDays;
  const choices = dayChoices(atOnce);
  const [days, setDays] = useState(choices[0] ?? 1);
  const extend = useAct(requestRoutes.extend, {
    onSuccess: (after) => {
      putInterview(after);
      onClose();
    },
  });
  const name = interview.contactName;
  const asks = days > atOnce;
  return (
    <Sheet
      open
      title={t('extend.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button
            look="primary"
            busy={extend.isPending ? t('candidate:sending') : undefined}
            onPress={() => extend.mutate({ days })}
          >
            {t(asks ? 'extend.ask' : 'extend.act', { count: days, name })}
          </Button>
        </>
      }
    >
      <div className="arrange-choices" role="group" aria-label={t('extend.title')}>
        {choices.map((one) => (
          <Button key={one} pressed={one === days} onPress={() => setDays(one)}>
            {t('extend.days', { count: one })}
          </Button>
        ))}
      </div>
      <div className="t15">
        {atOnce > 0 ? <p>{t('extend.atOnce', { count: atOnce })}</p> : null}
        <p>{t('extend.beyond', { name })}</p>
      </div>
      <p className="t13 muted">{t('freeOne')}</p>
      {extend.error ? (
        <p role="alert" className="interview-problem">
          {messageOf(extend.error)}
        </p>
      ) : null}
    </Sheet>
  );
}
