import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Text, View } from '@tarojs/components';
import type { CandidateInterview, CurrentQuestion } from '@zhiyu/contracts/interview';
import { clockText } from '../../components/time';
import { usePause } from '../arrange/use-pause';
import { minutesLeft } from '../interview/step.shared';
import { useReading } from '../interview/use-reading';
import { secondsTo, useNow } from '../interview/use-now';
import { Act, Line, Screen, Title } from './shell';
import type { QuestionProps } from './step-props';

/** Which question it is, why it is asked, and its words. */
export function Asked(props: { interview: CandidateInterview; question: CurrentQuestion }) {
  const { interview, question } = props;
  const { t } = useTranslation('candidate');
  const kind = question.kind === 'planned' ? '' : t(`kind.${question.kind}`);
  const because = [kind, question.reason].filter(Boolean).join(t('colon'));
  return (
    <>
      <View className="pocket-meta">
        <Text>{t('numbering', { n: question.index + 1, of: interview.questionCount })}</Text>
        <Text>{t('stillToGo', { count: minutesLeft(interview) })}</Text>
      </View>
      {because === '' ? null : <Line look="muted">{because}</Line>}
      <Title>{question.text}</Title>
      {question.hint === '' ? null : <Line look="muted">{question.hint}</Line>}
    </>
  );
}

/** The question as somebody read it, where there is a recording; a mini-program has no voice of its own. */
function Listen({
  interview,
  question,
}: {
  interview: CandidateInterview;
  question: CurrentQuestion;
}) {
  const { t } = useTranslation('candidate');
  const { has, reading, press } = useReading(question, interview.locale);
  if (has !== true) {
    return null;
  }
  return (
    <>
      <Act onPress={press}>{t(reading ? 'think.stopReading' : 'think.read')}</Act>
      {question.readBy === 'synthetic' ? <Line look="muted">{t('think.synthetic')}</Line> : null}
    </>
  );
}

/** Time to think; the answer begins by hand or when the time is up. */
export function Question({ interview, question, mode, answer }: QuestionProps) {
  const { t } = useTranslation('candidate');
  const now = useNow();
  const pause = usePause(interview);
  const left = secondsTo(question.thinkingEndsAt, now);
  const begun = useRef(false);
  const { run, state } = answer;
  const { answerId } = question;
  const over = question.thinkingEndsAt !== null && left === 0;
  useEffect(() => {
    if (over && !begun.current) {
      begun.current = true;
      void run.start(answerId, mode);
    }
  }, [over, run, answerId, mode]);
  const footer = (
    <>
      <Act
        look="primary"
        busy={state.phase === 'starting' ? t('think.starting') : undefined}
        onPress={() => void run.start(answerId, mode)}
      >
        {t(mode === 'text' ? 'think.write' : 'think.go')}
      </Act>
      {pause === null || question.thinkingEndsAt === null ? null : (
        <Act onPress={pause.press}>{`${t('arrange:pause.button')} ${pause.left}`}</Act>
      )}
    </>
  );
  return (
    <Screen footer={footer}>
      <Asked interview={interview} question={question} />
      <Listen interview={interview} question={question} />
      {question.thinkingEndsAt === null ? null : (
        <View className="pocket-count">
          <Text className="pocket-number">{left}</Text>
          <Line look="muted">{t('think.calm')}</Line>
        </View>
      )}
      <Line look="muted">{t('think.longest', { time: clockText(question.answerSeconds) })}</Line>
    </Screen>
  );
}
