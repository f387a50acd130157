import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import type { DeviceCode } from '@zhiyu/contracts/interview';
import { call } from '../../api/client';
import { messageOf } from '../../api/error';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { Sheet } from '../../components/sheet';
import { useToast } from '../../components/toast';
import { clockText } from '../../components/time';
import { secondsTo, useNow } from './use-now';

/** 换设备: six digits for another phone or computer, with the minutes they hold. */
export function DeviceCodeButton() {
  const { t } = useTranslation('candidate');
  const say = useToast();
  const [code, setCode] = useState<DeviceCode | null>(null);
  const now = useNow(code !== null);
  const ask = async () => {
    try {
      setCode(await call(candidateRoutes.deviceCode, {}));
    } catch (error) {
      say(messageOf(error));
    }
  };
  return (
    <>
      <Button look="plain" className="touch" onPress={() => void ask()}>
        <Icon name="phone" size="s" />
        {t('code.button')}
      </Button>
      <Sheet
        open={code !== null}
        title={t('code.title')}
        onClose={() => setCode(null)}
        footer={<Button onPress={() => setCode(null)}>{t('ui:close')}</Button>}
      >
        <p className="code-digits num">{code?.digits}</p>
        <p className="muted t15">
          {t('code.note', { time: clockText(secondsTo(code?.expiresAt ?? null, now)) })}
        </p>
      </Sheet>
    </>
  );
}
