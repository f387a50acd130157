import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Text, Textarea, View } from '@tarojs/components';
import { clockText } from '../../components/time';
import { draftOf, spokenSeconds } from '../interview/step.shared';
import { secondsTo, useNow } from '../interview/use-now';
import { useTextAnswer } from '../interview/use-text-answer';
import { Asked } from './question';
import { Act, Line, Screen } from './shell';
import type { QuestionProps } from './step-props';

/** A written answer, kept on the phone and by the server while it is typed. */
export function Write(props: QuestionProps & { attemptId: string }) {
  const { interview, question, answer, attemptId } = props;
  const { t } = useTranslation('candidate');
  const now = useNow();
  const endsAt = answer.state.attemptId === attemptId ? answer.state.endsAt : question.answerEndsAt;
  const written = useTextAnswer(attemptId, draftOf(question, attemptId), endsAt);
  const { finish, text } = written;
  const left = secondsTo(endsAt, now);
  const over = endsAt !== null && left === 0;
  const ended = useRef(false);
  useEffect(() => {
    if (over && !ended.current) {
      ended.current = true;
      void finish();
    }
  }, [over, finish]);
  const count = text.replace(/\s/g, '').length;
  const footer = (
    <>
      {written.problem === null ? null : <Line look="warn">{written.problem}</Line>}
      <Act
        look="primary"
        busy={written.sending ? t('sending') : undefined}
        onPress={() => void finish()}
      >
        {t('text.done')}
      </Act>
    </>
  );
  return (
    <Screen footer={footer}>
      <Asked interview={interview} question={question} />
      <View className="pocket-field">
        <Textarea
          className="pocket-input"
          value={text}
          maxlength={20_000}
          autoHeight
          disabled={written.sending}
          placeholder={t('text.placeholder')}
          ariaLabel={t('text.label')}
          onInput={({ detail }) => written.type(detail.value)}
        />
      </View>
      <View className="pocket-meta">
        <Text>{t('text.length', { count, seconds: spokenSeconds(text) })}</Text>
        <Text>{endsAt === null ? '' : `${t('answer.left')} ${clockText(left)}`}</Text>
      </View>
      {written.stored ? <Line look="muted">{t('text.kept')}</Line> : null}
    </Screen>
  );
}
