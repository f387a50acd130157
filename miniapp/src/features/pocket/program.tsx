import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import type { DeviceCode, CurrentQuestion } from '@zhiyu/contracts/interview';
import { call } from '../../api/client';
import { messageOf } from '../../api/error';
import { clockText } from '../../components/time';
import { secondsTo, useNow } from '../interview/use-now';
import { Sentence } from './shell';

/** A programming question: it is written in a browser, and goes on here afterwards. */
export function Program({ question }: { question: CurrentQuestion }) {
  const { t } = useTranslation('candidate');
  const [code, setCode] = useState<DeviceCode | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const now = useNow(code !== null);
  const ask = () => {
    call(candidateRoutes.deviceCode, {})
      .then(setCode)
      .catch((error: unknown) => setProblem(messageOf(error)));
  };
  const time = clockText(secondsTo(code?.expiresAt ?? null, now));
  const text = code ? t('program.code', { digits: code.digits, time }) : t('program.lead');
  return (
    <Sentence title={question.text} text={problem ?? text} act={t('program.ask')} onAct={ask} />
  );
}
