import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Input, View } from '@tarojs/components';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import type { ExchangeResult } from '@zhiyu/contracts/interview';
import { call } from '../../api/client';
import { messageOf } from '../../api/error';
import { useSession } from '../session/use-session';
import { Act, Line, Screen, Sentence, Title, Waiting } from './shell';

/** The digits of the first device, or the last four of the phone number. */
function Digits(props: { challenge: string; onOpen: (result: ExchangeResult) => void }) {
  const { t } = useTranslation('candidate');
  const [byPhone, setByPhone] = useState(false);
  const [digits, setDigits] = useState('');
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState('');
  const length = byPhone ? 4 : 6;
  const send = async () => {
    setSending(true);
    try {
      const result = await call(candidateRoutes.enterCode, { challenge: props.challenge, digits });
      if (result.next === 'code') {
        setProblem(t('device2.wrong', { count: result.triesLeft ?? 0 }));
      } else {
        props.onOpen(result);
      }
    } catch (error) {
      setProblem(messageOf(error));
    }
    setSending(false);
  };
  const footer = (
    <>
      <Act
        look="primary"
        busy={sending ? t('device2.sending') : undefined}
        onPress={() => void send()}
      >
        {t('mini.goOn')}
      </Act>
      <Act onPress={() => setByPhone(!byPhone)}>
        {t(byPhone ? 'device2.byCode' : 'device2.byPhone')}
      </Act>
    </>
  );
  return (
    <Screen footer={footer}>
      <Title>{t('device2.title')}</Title>
      <Line look="muted">{t(byPhone ? 'device2.leadPhone' : 'device2.lead')}</Line>
      <View className="pocket-field">
        <Input
          className="pocket-input"
          type="number"
          maxlength={length}
          value={digits}
          placeholder={t('device2.digits', { count: length })}
          onInput={({ detail }) => setDigits(detail.value.replace(/\D/g, '').slice(0, length))}
        />
      </View>
      {problem === '' ? null : <Line look="warn">{problem}</Line>}
    </Screen>
  );
}

/** Opens the candidate's session in a mini-program; then shows what it is for. */
export function Pocket({ token, children }: { token: string; children: ReactNode }) {
  const { t } = useTranslation('candidate');
  const { session, setSession, retry } = useSession(token);
  if (H5_ORIGIN === '') {
    return <Sentence title={t('interview.title')} text={t('mini.noServer')} />;
  }
  if (session.state === 'open') {
    return <>{children}</>;
  }
  if (session.state === 'code') {
    return <Digits challenge={session.challenge} onOpen={setSession} />;
  }
  return <Waiting error={session.state === 'failed' ? session.error : null} onRetry={retry} />;
}
