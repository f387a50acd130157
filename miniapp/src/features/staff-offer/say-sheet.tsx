import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { TextField } from '../../components/text-field';
import { offerTouched } from './offer-touched';

/** Taking a sent offer back, a no of who approves, and that somebody did not come. */
export type SayWhat = 'withdraw' | 'refuse' | 'absent';

function useSay(what: SayWhat, id: string, onDone: () => void) {
  const options = { refresh: offerTouched, onSuccess: onDone };
  const withdraw = useAct(routes.withdrawOffer, options);
  const answer = useAct(routes.answerOffer, options);
  const arrive = useAct(routes.tellArrival, options);
  const act = { withdraw, refuse: answer, absent: arrive }[what];
  const send = (words: string) => {
    if (what === 'withdraw') {
      withdraw.mutate({ id, words });
    } else if (what === 'refuse') {
      answer.mutate({ id, yes: false, words });
    } else {
      arrive.mutate({ id, came: false });
    }
  };
  return { send, busy: act.isPending, error: act.error };
}

/** What cannot be taken back is asked once more, with the reason that somebody will read. */
export function SaySheet(props: { id: string; name: string; what: SayWhat; onClose: () => void }) {
  const { id, name, what, onClose } = props;
  const { t } = useTranslation('offers');
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const { send, busy, error } = useSay(what, id, onClose);
  const needed = what !== 'absent';
  const missing = needed && words.trim() === '';
  const submit = () => {
    setTried(true);
    if (!missing) {
      send(words.trim());
    }
  };
  return (
    <Sheet
      open
      title={t(`say.${what}.title`, { name })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button
            look="danger"
            busy={busy ? t('staff:decide.sending') : undefined}
            onPress={submit}
          >
            {t(`say.${what}.yes`)}
          </Button>
        </>
      }
    >
      <p className="muted">{t(`say.${what}.lead`, { name })}</p>
      {needed ? (
        <TextField
          label={t(`say.${what}.words`)}
          rows={3}
          maxLength={1000}
          value={words}
          onChange={setWords}
          error={tried && missing ? t('say.needed') : undefined}
        />
      ) : null}
      {error ? (
        <p className="fault" role="alert">
          {messageOf(error)}
        </p>
      ) : null}
    </Sheet>
  );
}
