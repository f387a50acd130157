import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExchangeResult } from '@zhiyu/contracts/interview';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import { call } from '../../api/client';
import { messageOf } from '../../api/error';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { Page } from '../../components/page';
import './second-device.scss';

export interface SecondDeviceProps {
  challenge: string;
  triesLeft: number | null;
  onOpen: (result: ExchangeResult) => void;
}

/** The digits of the first device, or the last four of the phone number; filled means sent. */
export function SecondDevice({ challenge, triesLeft, onOpen }: SecondDeviceProps) {
  const { t } = useTranslation('candidate');
  const [length, setLength] = useState<4 | 6>(6);
  const [digits, setDigits] = useState('');
  const [state, setState] = useState<{ sending: boolean; problem: string | null }>({
    sending: false,
    problem: null,
  });
  const field = useRef<HTMLInputElement>(null);
  const send = async (value: string) => {
    setState({ sending: true, problem: null });
    try {
      const result = await call(candidateRoutes.enterCode, { challenge, digits: value });
      if (result.next === 'code') {
        const left = result.triesLeft ?? 0;
        setState({ sending: false, problem: t('device2.wrong', { count: left }) });
      } else {
        onOpen(result);
      }
    } catch (error) {
      setState({ sending: false, problem: messageOf(error) });
    }
  };
  const type = (raw: string) => {
    const value = raw.replace(/\D/g, '').slice(0, length);
    setDigits(value);
    if (value.length === length && !state.sending) {
      void send(value);
    }
  };
  const change = () => {
    setLength(length === 6 ? 4 : 6);
    setDigits('');
    setState({ sending: false, problem: null });
    field.current?.focus();
  };
  const cells = Array.from({ length }, (_, i) => digits[i] ?? '');
  return (
    <Page title={t('device2.title')}>
      <header className="pad second-head">
        <h1 className="h1">{t('device2.title')}</h1>
        <p className="muted t15">{t(length === 6 ? 'device2.lead' : 'device2.leadPhone')}</p>
      </header>
      <label className="second-code">
        <span className="sr">{t('device2.digits', { count: length })}</span>
        <input
          ref={field}
          value={digits}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          maxLength={length}
          aria-invalid={state.problem !== null}
          aria-describedby="second-note"
          onChange={(event) => type(event.target.value)}
        />
        <span className={`second-cells of-${length}`} aria-hidden="true">
          {cells.map((cell, i) => (
            <b key={i} className={i === digits.length ? 'cur' : ''}>
              {cell}
            </b>
          ))}
        </span>
      </label>
      <p id="second-note" className="pad t13 second-note" role="status">
        {state.problem === null ? (
          <span className="faint">
            {state.sending ? t('device2.sending') : t('device2.note', { count: triesLeft ?? 5 })}
          </span>
        ) : (
          <span className="wrong">{state.problem}</span>
        )}
      </p>
      <ul className="second-go">
        <li>
          <Icon name="flag" />
          {t('device2.continues')}
        </li>
        <li>
          <Icon name="phone" />
          {t('device2.stops')}
        </li>
        <li>
          <Icon name="lock" />
          {t('device2.nothing')}
        </li>
      </ul>
      <Button look="quiet" className="touch second-other" onPress={change}>
        {t(length === 6 ? 'device2.byPhone' : 'device2.byCode')}
      </Button>
    </Page>
  );
}
