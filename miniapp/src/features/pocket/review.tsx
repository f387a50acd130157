import { useTranslation } from 'react-i18next';
import { Textarea, View } from '@tarojs/components';
import type { Attempt } from '@zhiyu/contracts/interview';
import { clockText } from '../../components/time';
import { useReview } from '../interview/use-review';
import { Asked } from './question';
import { Act, Line, Screen } from './shell';
import type { QuestionProps } from './step-props';

/** After an answer: its words may be written or corrected, then it is used or given again. */
export function Review(props: QuestionProps & { attempt: Attempt; onLast: () => Promise<void> }) {
  const { interview, question, attempt, mode, answer, onLast } = props;
  const { t } = useTranslation('candidate');
  const review = useReview(interview, question, attempt, answer.run.goOn);
  const { attemptsLeft, answerId } = question;
  const again = attempt.mode === 'text' ? 'review.rewrite' : 'review.again';
  const footer = (
    <>
      {review.problem === null ? null : <Line look="warn">{review.problem}</Line>}
      <Act
        look="primary"
        busy={review.sending ? t('sending') : undefined}
        onPress={() => void review.use(onLast)}
      >
        {t(review.last ? 'review.useLast' : 'review.use')}
      </Act>
      {attemptsLeft > 0 ? (
        <Act onPress={() => void answer.run.start(answerId, mode)}>
          {t(again, { count: attemptsLeft })}
        </Act>
      ) : (
        <Line look="muted">{t('review.noMore')}</Line>
      )}
    </>
  );
  return (
    <Screen footer={footer}>
      <Asked interview={interview} question={question} />
      <Line>{attempt.mode === 'text' ? t('review.written') : clockText(attempt.seconds)}</Line>
      <Line look="muted">{t(review.pending ? 'review.pending' : 'review.stored')}</Line>
      {attempt.hasMedia ? <Line look="muted">{t('mini.playback')}</Line> : null}
      <View className="pocket-field">
        <Textarea
          className="pocket-input"
          value={review.words}
          maxlength={20_000}
          autoHeight
          disabled={review.sending}
          placeholder={t('review.writePlaceholder')}
          ariaLabel={t('status.words')}
          onInput={({ detail }) => review.type(detail.value)}
        />
      </View>
      <Line look="muted">
        {t(attempt.wordsFrom === 'engine' ? 'review.editNote' : 'review.writeNote')}
      </Line>
    </Screen>
  );
}
