import { useTranslation } from 'react-i18next';
import Taro from '@tarojs/taro';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import type { WayProps } from './way-props';

/** 想和真人面: a person instead of the machine; the promise stands on the own page. */
export function PersonSheet({ interview, onClose }: WayProps) {
  const { t } = useTranslation('arrange');
  const name = interview.contactName;
  const ask = useAct(candidateRoutes.askForPerson, {
    refresh: [candidateRoutes.candidateStatus],
    onSuccess: () => void Taro.reLaunch({ url: '/pages/status/index' }),
  });
  return (
    <Sheet
      open
      title={t('person.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button
            look="primary"
            busy={ask.isPending ? t('candidate:sending') : undefined}
            onPress={() => ask.mutate({})}
          >
            {t('person.act', { name })}
          </Button>
        </>
      }
    >
      <p className="t15">{t('person.lead', { name })}</p>
      <p className="t13 muted">{t('freeOne')}</p>
      {ask.error ? (
        <p role="alert" className="interview-problem">
          {messageOf(ask.error)}
        </p>
      ) : null}
    </Sheet>
  );
}
