import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { ApplicationDetail, DecisionKind } from '@zhiyu/contracts/application';
import { call } from '../../api/client';
import { messageOf } from '../../api/error';
import { queryClient } from '../../api/query';
import { newKey } from '../../api/request.shared';
import { Button } from '../../components/button';
import { StateWord } from '../../components/glyph';
import { Sheet } from '../../components/sheet';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { keysAreOn } from '../staff-guide/keys.shared';
import { decisionTouched } from './decision-touched';
import { missingIn, noChoice, reasonsOf, type Choice } from './decide.shared';
import { holdHere } from './held-here';
import { useReasonKeys } from './use-reason-keys';

function useDecide(application: ApplicationDetail, onDone: () => void) {
  const say = useToast();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const key = useRef(newKey());
  const send = async (kind: DecisionKind, choice: Choice) => {
    if (choice.reason === null) {
      return;
    }
    setSending(true);
    setError(null);
    try {
      const result = await call(
        routes.holdDecision,
        {
          id: application.id,
          kind,
          reason: choice.reason,
          note: choice.note.trim(),
          ...(kind === 'askMore' ? { question: choice.question.trim() } : {}),
        },
        { key: key.current },
      );
      if (result.held === null) {
        say(result.message);
      } else {
        holdHere(application.id, result.held.runAt);
      }
      onDone();
    } catch (failure) {
      setError(messageOf(failure));
    } finally {
      key.current = newKey();
      setSending(false);
      await Promise.all(
        decisionTouched.map(({ path }) => queryClient.invalidateQueries({ queryKey: [path] })),
      );
    }
  };
  return { send, sending, error };
}

/** A decision with its reason from the list; nothing is chosen beforehand. */
export function DecideSheet({
  application,
  kind,
  onClose,
}: {
  application: ApplicationDetail;
  kind: DecisionKind | null;
  onClose: () => void;
}) {
  const { t } = useTranslation('staff');
  const name = useId();
  const [choice, setChoice] = useState(noChoice);
  const [tried, setTried] = useState(false);
  const close = () => {
    setChoice(noChoice);
    setTried(false);
    onClose();
  };
  const { send, sending, error } = useDecide(application, close);
  const missing = kind === null ? null : missingIn(kind, choice);
  const wrong = (what: string) =>
    tried && missing === what ? t(`decide.missing.${what}`) : undefined;
  const submit = () => {
    setTried(true);
    if (kind !== null && missing === null && !sending) {
      void send(kind, choice);
    }
  };
  const reasons = kind === null ? [] : reasonsOf[kind];
  useReasonKeys(kind !== null, {
    choose: (place) => {
      const reason = reasons[place];
      if (reason !== undefined) {
        setChoice({ ...choice, reason });
      }
    },
    submit,
  });
  return (
    <Sheet
      open={kind !== null}
      title={kind === null ? '' : t(`decide.title.${kind}`, { name: application.candidateName })}
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('ui:cancel')}</Button>
          <Button
            look={kind === 'pass' ? 'primary' : 'normal'}
            busy={sending ? t('decide.sending') : undefined}
            onPress={submit}
          >
            {kind === null ? null : kind === 'reject' || kind === 'hold' ? (
              <StateWord of={kind}>{t(`decide.kind.${kind}`)}</StateWord>
            ) : (
              t(`decide.kind.${kind}`)
            )}
          </Button>
        </>
      }
    >
      {kind === null ? null : (
        <>
          <p className="muted">
            {t(`decide.after.${kind}`)} {t('held.before')}
          </p>
          {kind === 'askMore' ? (
            <TextField
              label={t('decide.question')}
              rows={3}
              maxLength={500}
              value={choice.question}
              onChange={(question) => setChoice({ ...choice, question })}
              error={wrong('question')}
            />
          ) : null}
          <fieldset className="reasons">
            <legend className="t13 mid">{t('decide.reason')}</legend>
            {reasons.map((reason, place) => (
              <label key={reason} className="touch">
                <input
                  type="radio"
                  name={name}
                  checked={choice.reason === reason}
                  onChange={() => setChoice({ ...choice, reason })}
                />
                {t(`reason.${reason}`)}
                {keysAreOn() ? <kbd aria-hidden="true">{place + 1}</kbd> : null}
              </label>
            ))}
          </fieldset>
          {wrong('reason') ? (
            <p className="fault" role="alert">
              {wrong('reason')}
            </p>
          ) : null}
          <TextField
            label={t(choice.reason === 'other' ? 'decide.noteNeeded' : 'decide.note')}
            rows={2}
            maxLength={1000}
            value={choice.note}
            onChange={(note) => setChoice({ ...choice, note })}
            error={wrong('note')}
          />
          {error === null ? null : (
            <p className="fault" role="alert">
              {error}
            </p>
          )}
        </>
      )}
    </Sheet>
  );
}
