import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { SwitchRow } from '../../components/switch-row';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { isStaffPage, pageOf, type StaffPage } from '../staff-shell/address.shared';
import { jumps, keysAreOn, pageKeys, turnKeys } from './keys.shared';
import './words';

/** Sentences on how a page is used. */
const steps = ['one', 'two', 'three'] as const;

function Keys({ page }: { page: StaffPage }) {
  const { t } = useTranslation('help');
  const [on, setOn] = useState(keysAreOn);
  const own = pageKeys[page] ?? [];
  const everywhere = [
    ['?', t('keys.help')],
    ['/', t('keys.search')],
    ...Object.entries(jumps).map(([letter, to]) => [
      `G ${letter.toUpperCase()}`,
      t('keys.go', { page: t(`page.${to}.name`) }),
    ]),
    ['Esc', t('keys.escape')],
  ];
  return (
    <section className="section">
      <h3 className="sec-h">{t('keysTitle')}</h3>
      <dl className="help-keys">
        {own.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`keys.${what}`)}</dd>
          </div>
        ))}
        {everywhere.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <ul className="switch-rows">
        <SwitchRow
          label={t('keysOn')}
          checked={on}
          onChange={(next) => {
            turnKeys(next);
            setOn(next);
          }}
        >
          {t('keysOnMore')}
        </SwitchRow>
      </ul>
    </section>
  );
}

function Feedback({ page }: { page: StaffPage }) {
  const { t } = useTranslation('help');
  const say = useToast();
  const [text, setText] = useState('');
  const send = useAct(routes.sendFeedback, {
    refresh: [routes.listFeedback],
    onSuccess: () => {
      setText('');
      say(t('sent'));
    },
  });
  return (
    <section className="section">
      <h3 className="sec-h">{t('feedbackTitle')}</h3>
      <TextField
        label={t('feedback')}
        hint={t('feedbackHint')}
        rows={3}
        maxLength={1000}
        value={text}
        onChange={setText}
      />
      {send.error ? (
        <p className="fault" role="alert">
          {messageOf(send.error)}
        </p>
      ) : null}
      <Button
        disabled={text.trim().length < 2}
        busy={send.isPending ? t('sending') : undefined}
        onPress={() => send.mutate({ page, text: text.trim() })}
      >
        {t('send')}
      </Button>
    </section>
  );
}

/** What the page in view answers, how it is used, its keys, and a word to the administrators. */
export function HelpSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('help');
  const [page] = useState(() => {
    const shown = pageOf(window.location.hash);
    return isStaffPage(shown) ? shown : 'home';
  });
  return (
    <Sheet
      open
      title={t(`page.${page}.name`)}
      onClose={onClose}
      footer={<Button onPress={onClose}>{t('close')}</Button>}
    >
      <p className="help-answers">{t(`page.${page}.answers`)}</p>
      <ol className="help-steps">
        {steps.map((step) => (
          <li key={step}>{t(`page.${page}.${step}`)}</li>
        ))}
      </ol>
      <Keys page={page} />
      <Feedback page={page} />
    </Sheet>
  );
}
