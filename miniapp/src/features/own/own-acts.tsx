import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnPage } from '@zhiyu/contracts/requests';
import { requestRoutes } from '@zhiyu/contracts/routes.requests';
import { call } from '../../api/client';
import { messageOf } from '../../api/error';
import { Button } from '../../components/button';
import { useToast } from '../../components/toast';
import { AskSheet, type AskKind } from './ask-sheet';
import { saveFile } from './save-file';

/** What can be asked of HR: each kind as a button with its sheet. */
export function OwnAsks(props: { own: OwnPage; name: string; kinds: readonly AskKind[] }) {
  const { own, name, kinds } = props;
  const { t } = useTranslation('own');
  const [asking, setAsking] = useState<AskKind | null>(null);
  return (
    <>
      {kinds
        .filter((kind) => own.can[kind])
        .map((kind) => (
          <Button key={kind} onPress={() => setAsking(kind)}>
            {t(`${kind}.button`, { name })}
          </Button>
        ))}
      {asking === null ? null : (
        <AskSheet key={asking} kind={asking} name={name} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

/** 拿一份数据: all of the own data as a file. */
export function TakeData() {
  const { t } = useTranslation('own');
  const say = useToast();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      const data = await call(requestRoutes.ownData, {});
      saveFile(`${t('data.file')}.json`, JSON.stringify(data, null, 2));
    } catch (error) {
      say(messageOf(error));
    }
    setBusy(false);
  };
  return (
    <Button busy={busy ? t('data.busy') : undefined} onPress={() => void take()}>
      {t('data.button')}
    </Button>
  );
}
