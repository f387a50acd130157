import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnmaskReason } from '@zhiyu/contracts/masking';
import { unmaskReasons } from '@zhiyu/contracts/masking-values';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { queryClient, useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { Choice } from '../staff-admin/choice';
import { useMay } from '../staff-shell/use-me';
import './mask.scss';
import './words';

function AskSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('mask');
  const say = useToast();
  const [reason, setReason] = useState<UnmaskReason>('contact');
  const [note, setNote] = useState('');
  const lift = useAct(routes.unmask, {
    onSuccess: () => {
      say(t('shown'));
      onClose();
      // Whatever is on the page was covered: all of it is asked for again.
      void queryClient.invalidateQueries();
    },
  });
  const options = unmaskReasons.map((value) => ({ value, label: t(`reason.${value}`) }));
  return (
    <Sheet
      open
      title={t('title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button
            look="primary"
            busy={lift.isPending ? t('busy') : undefined}
            onPress={() => lift.mutate({ id, reason, note: note.trim() })}
          >
            {t('act')}
          </Button>
        </>
      }
    >
      <p className="t15">{t('lead')}</p>
      <Choice
        label={t('why')}
        value={reason}
        options={options}
        disabled={false}
        onChange={(value) => setReason(unmaskReasons.find((one) => one === value) ?? 'other')}
      />
      <TextField label={t('note')} value={note} onChange={setNote} maxLength={300} />
      {lift.error ? (
        <p className="fault" role="alert">
          {messageOf(lift.error)}
        </p>
      ) : null}
    </Sheet>
  );
}

/** Says that the person is hidden, and lets those who need to know ask; nothing where nobody is hidden. */
export function MaskLine({ id }: { id: string }) {
  const { t } = useTranslation('mask');
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const { data } = useRoute(routes.maskState, { id }, { enabled: id !== '' });
  if (!data?.masked) {
    return null;
  }
  return (
    <div className="mask-line">
      <p>
        {t('hidden')}
        {data.mode === 'always' ? t('always') : null}
      </p>
      {data.mode === 'always' || !may('application.unmask') ? null : (
        <Button className="touch" onPress={() => setAsking(true)}>
          {t('show')}
        </Button>
      )}
      {asking ? <AskSheet id={id} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}
