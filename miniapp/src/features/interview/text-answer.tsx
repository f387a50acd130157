import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { Page } from '../../components/page';
import { clockText } from '../../components/time';
import { useNote } from './facts/use-facts';
import { Progress } from './progress';
import { QuestionFold } from './question-fold';
import { draftOf, spokenSeconds } from './step.shared';
import type { QuestionProps } from './question-props';
import { secondsTo, useNow } from './use-now';
import { useTextAnswer } from './use-text-answer';

/** A written answer, with the same time and the same words as a spoken one. */
export function TextAnswer({
  interview,
  question,
  attemptId,
  answer,
  onMode,
  canSpeak,
}: QuestionProps & { attemptId: string; canSpeak: boolean }) {
  const { t } = useTranslation('candidate');
  const now = useNow();
  const note = useNote();
  // The server's book names the oldest open attempt; after a switch this page knows better.
  const endsAt = answer.state.attemptId === attemptId ? answer.state.endsAt : question.answerEndsAt;
  const written = useTextAnswer(attemptId, draftOf(question, attemptId), endsAt);
  const { finish } = written;
  const whole = question.answerSeconds * 2;
  const left = secondsTo(endsAt, now);
  const over = endsAt !== null && left === 0;
  const ended = useRef(false);
  useEffect(() => {
    if (over && !ended.current) {
      ended.current = true;
      void finish();
    }
  }, [over, finish]);
  const characters = written.text.replace(/\s/g, '').length;
  const speak = () => {
    onMode('voice');
    void answer.run.start(question.answerId, 'voice');
  };
  return (
    <Page
      title={t('interview.titleOf', { company: interview.companyName })}
      className="text-answer-page"
    >
      <Progress interview={interview} />
      <QuestionFold interview={interview} question={question} />
      <div className="text-answer">
        <label className="sr" htmlFor="own-answer">
          {t('text.label')}
        </label>
        <textarea
          id="own-answer"
          value={written.text}
          readOnly={written.sending}
          autoFocus
          maxLength={20_000}
          placeholder={t('text.placeholder')}
          onChange={(event) => written.type(event.target.value)}
          onPaste={() => {
            if (!written.wasPasted) {
              note('pasted');
            }
            written.pasted();
          }}
        />
        <p className="text-answer-note num">
          <span>
            {t('text.length', { count: characters, seconds: spokenSeconds(written.text) })}
          </span>
          <span className="row" role="status">
            {written.stored ? (
              <>
                <Icon name="tick" size="xs" />
                {t('text.kept')}
              </>
            ) : null}
          </span>
        </p>
      </div>
      {written.problem === null ? null : (
        <p className="interview-problem pad" role="alert">
          {written.problem}
        </p>
      )}
      <div className="text-answer-time" aria-hidden="true">
        <i
          style={{
            width: `${Math.min(100, (left / Math.max(1, whole)) * 100)}%`,
          }}
        />
      </div>
      <div className="text-answer-acts">
        <span className="t13 muted grow" role="timer">
          {endsAt === null ? null : (
            <>
              {t('answer.left')} <b className="num">{clockText(left)}</b>
              {left > 20 ? t('text.calm') : null}
            </>
          )}
        </span>
        {canSpeak && question.attemptsLeft > 0 ? (
          <Button look="plain" className="touch" onPress={speak}>
            <Icon name="microphone" size="s" />
            {t('text.toVoice')}
          </Button>
        ) : null}
        <Button
          look="primary"
          className="touch"
          busy={written.sending ? t('sending') : undefined}
          onPress={() => void finish()}
        >
          {t('text.done')}
        </Button>
      </div>
    </Page>
  );
}
