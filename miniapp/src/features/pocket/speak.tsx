import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Text, View } from '@tarojs/components';
import { clockText } from '../../components/time';
import { secondsTo, useNow } from '../interview/use-now';
import { Asked } from './question';
import { Act, Line, Screen } from './shell';
import type { QuestionProps } from './step-props';

/** While it records: the own picture, the time left, and the way to stop or to write instead. */
export function Speak({ interview, question, answer, choose }: QuestionProps) {
  const { t } = useTranslation('candidate');
  const now = useNow();
  const { run, state } = answer;
  const left = secondsTo(state.endsAt, now);
  const ended = useRef(false);
  useEffect(() => {
    if (left === 0 && state.phase === 'recording' && !ended.current) {
      ended.current = true;
      void run.finish();
    }
  }, [left, state.phase, run]);
  const write = async () => {
    if (await run.switchToText(question.answerId)) {
      choose('text');
    }
  };
  const saving = state.phase === 'saving';
  const footer = (
    <>
      <Act
        look="primary"
        busy={saving ? t('answer.saving') : undefined}
        onPress={() => void run.finish()}
      >
        {t('answer.done')}
      </Act>
      {saving ? null : <Act onPress={() => void write()}>{t('answer.toText')}</Act>}
    </>
  );
  const { acknowledgedSeconds, state: upload } = state.upload;
  return (
    <Screen footer={footer}>
      {state.mode === 'voice' ? <Line look="muted">{t('answer.voiceOnly')}</Line> : null}
      <View className="pocket-meta">
        <Text>{saving ? t('answer.saving') : t('answer.recording')}</Text>
        <Text>{`${t('answer.left')} ${clockText(left)}`}</Text>
      </View>
      <Line look="muted">{t('answer.stored', { time: clockText(acknowledgedSeconds) })}</Line>
      {upload === 'waiting' ? <Line look="warn">{t('offline.lead')}</Line> : null}
      {state.lasting ? null : <Line look="warn">{t('offline.full')}</Line>}
      <Asked interview={interview} question={question} />
    </Screen>
  );
}
