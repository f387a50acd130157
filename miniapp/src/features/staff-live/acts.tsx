import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveView } from '@zhiyu/contracts/live';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { LaterSheet } from './later';

type ActName = 'hold' | 'time' | 'message' | 'ask';
type Opened = ActName | 'later';

interface SheetProps {
  view: LiveView;
  onClose: () => void;
}

const refresh = [routes.liveInterview, routes.liveInterviews];

/** What an act says when it is done, and closes. */
function useDone(name: ActName | 'release', onClose: () => void) {
  const { t } = useTranslation('live');
  const say = useToast();
  return () => {
    say(t(`done.${name}`));
    onClose();
  };
}

function Frame(props: {
  name: ActName;
  lead: string;
  act: string;
  busy: boolean;
  ready: boolean;
  error: unknown;
  onAct: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('live');
  return (
    <Sheet
      open
      title={t(props.name)}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>{t('ui:cancel')}</Button>
          <Button
            look="primary"
            disabled={!props.ready}
            busy={props.busy ? t('candidate:sending') : undefined}
            onPress={props.onAct}
          >
            {props.act}
          </Button>
        </>
      }
    >
      <p className="muted">{props.lead}</p>
      {props.children}
      {props.error ? (
        <p className="said" role="alert">
          {messageOf(props.error)}
        </p>
      ) : null}
    </Sheet>
  );
}

function Minutes(props: {
  label: string;
  choices: readonly number[];
  value: number;
  onChange: (minutes: number) => void;
}) {
  const { t } = useTranslation('live');
  return (
    <div className="live-minutes" role="group" aria-label={props.label}>
      {props.choices.map((n) => (
        <Button
          key={n}
          className="touch num"
          pressed={n === props.value}
          onPress={() => props.onChange(n)}
        >
          {t('minutes', { n })}
        </Button>
      ))}
    </div>
  );
}

function HoldSheet({ view, onClose }: SheetProps) {
  const { t } = useTranslation('live');
  const [minutes, setMinutes] = useState(5);
  const [text, setText] = useState('');
  const hold = useAct(routes.holdInterview, { refresh, onSuccess: useDone('hold', onClose) });
  return (
    <Frame
      name="hold"
      lead={t('holdLead')}
      act={t('doHold')}
      busy={hold.isPending}
      ready
      error={hold.error}
      onAct={() => hold.mutate({ id: view.row.interviewId, minutes, text })}
      onClose={onClose}
    >
      <Minutes
        label={t('holdMinutes')}
        choices={[5, 10, 20, 30]}
        value={minutes}
        onChange={setMinutes}
      />
      <TextField
        label={t('wordLabel')}
        value={text}
        onChange={setText}
        rows={3}
        maxLength={300}
        placeholder={t('wordHint')}
      />
    </Frame>
  );
}

function TimeSheet({ view, onClose }: SheetProps) {
  const { t } = useTranslation('live');
  const [minutes, setMinutes] = useState(2);
  const give = useAct(routes.giveTime, { refresh, onSuccess: useDone('time', onClose) });
  return (
    <Frame
      name="time"
      lead={t('timeLead')}
      act={t('doTime')}
      busy={give.isPending}
      ready
      error={give.error}
      onAct={() => give.mutate({ id: view.row.interviewId, minutes })}
      onClose={onClose}
    >
      <Minutes label={t('time')} choices={[1, 2, 5]} value={minutes} onChange={setMinutes} />
    </Frame>
  );
}

function MessageSheet({ view, onClose }: SheetProps) {
  const { t } = useTranslation('live');
  const [text, setText] = useState('');
  const tell = useAct(routes.tellCandidate, { refresh, onSuccess: useDone('message', onClose) });
  return (
    <Frame
      name="message"
      lead={t('messageLead')}
      act={t('send')}
      busy={tell.isPending}
      ready={text.trim() !== ''}
      error={tell.error}
      onAct={() => tell.mutate({ id: view.row.interviewId, text })}
      onClose={onClose}
    >
      <TextField label={t('wordLabel')} value={text} onChange={setText} rows={3} maxLength={300} />
    </Frame>
  );
}

function AskSheet({ view, onClose }: SheetProps) {
  const { t } = useTranslation('live');
  const [code, setCode] = useState<string | null>(null);
  const [text, setText] = useState('');
  const ask = useAct(routes.addQuestion, { refresh, onSuccess: useDone('ask', onClose) });
  const ready = code !== null || text.trim().length >= 5;
  return (
    <Frame
      name="ask"
      lead={t('askLead')}
      act={t('doAsk')}
      busy={ask.isPending}
      ready={ready}
      error={ask.error}
      onAct={() => ask.mutate({ id: view.row.interviewId, code, text: code === null ? text : '' })}
      onClose={onClose}
    >
      {view.bank.length === 0 ? null : (
        <fieldset className="live-bank">
          <legend className="t13 muted">{t('bank')}</legend>
          {view.bank.map((question) => (
            <label key={question.code}>
              <input
                type="radio"
                name="bank"
                checked={code === question.code}
                onChange={() => setCode(question.code)}
              />
              <span>{question.text}</span>
            </label>
          ))}
          <label>
            <input
              type="radio"
              name="bank"
              checked={code === null}
              onChange={() => setCode(null)}
            />
            <span>{t('own')}</span>
          </label>
        </fieldset>
      )}
      {code === null ? (
        <TextField label={t('ownLabel')} value={text} onChange={setText} rows={3} maxLength={500} />
      ) : null}
    </Frame>
  );
}

function Later({ view, onClose }: SheetProps) {
  return (
    <LaterSheet interviewId={view.row.interviewId} deadline={view.deadline} onClose={onClose} />
  );
}

const sheets = {
  ...{ hold: HoldSheet, time: TimeSheet, message: MessageSheet, ask: AskSheet },
  later: Later,
};

/** Pause, a word, more time, one more question: each in two presses. */
export function Acts({ view }: { view: LiveView }) {
  const { t } = useTranslation('live');
  const say = useToast();
  const [open, setOpen] = useState<Opened | null>(null);
  const close = () => setOpen(null);
  const release = useAct(routes.releaseInterview, {
    refresh,
    onSuccess: useDone('release', close),
  });
  const { phase, interviewId: id } = view.row;
  const timed = phase === 'thinking' || phase === 'answering';
  const Open = open === null ? null : sheets[open];
  return (
    <section className="live-acts" aria-label={t('acts')}>
      {view.row.phase === 'held' ? (
        <Button
          look="primary"
          className="touch"
          busy={release.isPending ? t('candidate:sending') : undefined}
          onPress={() =>
            release.mutate({ id }, { onError: (error: unknown) => say(messageOf(error)) })
          }
        >
          {t('release')}
        </Button>
      ) : (
        <Button className="touch" onPress={() => setOpen('hold')}>
          {t('hold')}
        </Button>
      )}
      <Button className="touch" onPress={() => setOpen('message')}>
        {t('message')}
      </Button>
      <Button className="touch" onPress={() => setOpen('ask')}>
        {t('ask')}
      </Button>
      <Button className="touch" disabled={!timed} onPress={() => setOpen('time')}>
        {t('time')}
      </Button>
      <Button className="touch" onPress={() => setOpen('later')}>
        {t('later')}
      </Button>
      {Open ? <Open view={view} onClose={close} /> : null}
    </section>
  );
}
