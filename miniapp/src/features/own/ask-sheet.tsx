import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MakeRequest } from '@zhiyu/contracts/requests';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import { requestRoutes } from '@zhiyu/contracts/routes.requests';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { putOwn } from './use-own';

export type AskKind = MakeRequest['kind'];

function inputOf(kind: AskKind, text: string): MakeRequest {
  return kind === 'erasure' ? { kind, text, sure: true } : { kind, text };
}

/** A question, a second look, or erasure, which is said twice before it is asked for. */
export function AskSheet(props: { kind: AskKind; name: string; onClose: () => void }) {
  const { kind, name, onClose } = props;
  const { t } = useTranslation('own');
  const say = useToast();
  const [text, setText] = useState('');
  const [sure, setSure] = useState(false);
  const ask = useAct(requestRoutes.makeRequest, {
    refresh: [candidateRoutes.candidateStatus],
    onSuccess: (own) => {
      putOwn(own);
      say(t('sent', { name }));
      onClose();
    },
  });
  const ready = kind === 'question' ? text.trim().length >= 2 : kind === 'review' || sure;
  return (
    <Sheet
      open
      title={t(`${kind}.title`, { name })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button
            look={kind === 'erasure' ? 'danger' : 'primary'}
            disabled={!ready}
            busy={ask.isPending ? t('candidate:sending') : undefined}
            onPress={() => ask.mutate(inputOf(kind, text.trim()))}
          >
            {t(`${kind}.act`, { name })}
          </Button>
        </>
      }
    >
      <p className="t15">{t(`${kind}.lead`, { name })}</p>
      <TextField
        label={t(`${kind}.label`)}
        value={text}
        onChange={setText}
        rows={3}
        maxLength={2000}
      />
      {kind === 'erasure' ? (
        <label className="own-sure">
          <input type="checkbox" checked={sure} onChange={(e) => setSure(e.target.checked)} />
          <span>{t('erasure.sure')}</span>
        </label>
      ) : null}
      {ask.error ? (
        <p role="alert" className="apply-wrong">
          {messageOf(ask.error)}
        </p>
      ) : null}
    </Sheet>
  );
}
