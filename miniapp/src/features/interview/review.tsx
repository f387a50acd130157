import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attempt, AnswerMode } from '@zhiyu/contracts/interview';
import { Glyph } from '../../components/glyph';
import { Icon, PlayIcon } from '../../components/icon';
import { Page } from '../../components/page';
import { ownMedia } from '../../api/media';
import { clockText } from '../../components/time';
import { FactsButton } from './facts/facts-button';
import { Numbering } from './progress';
import type { QuestionProps } from './question-props';
import { useReview } from './use-review';

function Clip({ url, voice, seconds }: { url: string; voice: boolean; seconds: number }) {
  const { t } = useTranslation('candidate');
  const video = useRef<HTMLVideoElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [blind, setBlind] = useState(false);
  const toggle = () => {
    const element = video.current;
    if (element?.paused) {
      void element.play().catch(() => undefined);
    } else {
      element?.pause();
    }
  };
  return (
    <div className={`review-clip ${voice || blind ? 'voice' : ''}`}>
      {blind ? <p className="review-blind">{t('ui:soundOnly')}</p> : null}
      <video
        ref={video}
        src={url}
        playsInline
        preload="metadata"
        onLoadedMetadata={(event) => setBlind(!voice && event.currentTarget.videoWidth === 0)}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
      />
      <button
        type="button"
        className={`review-play ${playing ? 'playing' : ''}`}
        aria-label={t(playing ? 'review.stop' : 'review.play')}
        onClick={toggle}
      >
        {playing ? <Icon name="pause" size="l" /> : <PlayIcon size="l" />}
      </button>
      <span className="review-position num" aria-hidden="true">
        <span>{clockText(at)}</span>
        <i>
          <b style={{ width: `${seconds > 0 ? Math.min(100, (at / seconds) * 100) : 0}%` }} />
        </i>
        <span>{clockText(seconds)}</span>
      </span>
    </div>
  );
}

type Review = ReturnType<typeof useReview>;

/** 把刚才说的写下来: where no engine hears, the candidate's own words are what is scored. */
function Words({ attempt, review, typed }: { attempt: Attempt; review: Review; typed: boolean }) {
  const { t } = useTranslation('candidate');
  if (typed || review.editing) {
    return (
      <div className="review-words">
        <label htmlFor="own-words">{t(typed ? 'review.write' : 'review.edit')}</label>
        <textarea
          id="own-words"
          rows={5}
          value={review.words}
          maxLength={20_000}
          placeholder={t('review.writePlaceholder')}
          aria-describedby="own-words-note"
          onChange={(event) => review.type(event.target.value)}
        />
        <p id="own-words-note" className="review-note">
          {t(typed ? 'review.writeNote' : 'review.editNote')}
        </p>
      </div>
    );
  }
  if (review.pending) {
    return (
      <p className="review-note" role="status">
        {t('review.pending')}
      </p>
    );
  }
  return (
    <>
      <p className="review-text">{marked(attempt.words ?? '', attempt.doubtful)}</p>
      {review.live ? (
        <p className="review-note" role="status">
          {t('review.live')}
        </p>
      ) : null}
      {attempt.doubtful.length > 0 ? (
        <p className="review-note">
          <span className="review-warn">
            <Glyph of="warn" />
          </span>
          {t('review.doubtful', { count: attempt.doubtful.length })}
        </p>
      ) : null}
    </>
  );
}

/** Words that may be misheard get a dotted line. */
function marked(text: string, doubtful: readonly string[]) {
  const words = doubtful.filter((word) => word !== '');
  if (words.length === 0) {
    return text;
  }
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return text
    .split(new RegExp(`(${escaped.join('|')})`, 'g'))
    .map((part, i) => (words.includes(part) ? <u key={i}>{part}</u> : part));
}

/** Something was recorded, but nobody can hear words in it. */
function isSilent({ mode, recognition, wordsFrom, words }: Attempt): boolean {
  const nothing = recognition === 'done' && wordsFrom === 'engine' && (words ?? '').trim() === '';
  return mode !== 'text' && (nothing || recognition === 'broken');
}

export interface ReviewProps extends QuestionProps {
  attempt: Attempt;
  onLast: () => Promise<void>;
}

/** After an answer: it is stored, it can be looked at, nothing runs and nothing is chosen by itself. */
export function ReviewAnswer(props: ReviewProps) {
  const { interview, question, attempt, answer, mode, onLast } = props;
  const { t } = useTranslation('candidate');
  const review = useReview(interview, question, attempt, answer.run.goOn);
  const { clip } = answer.state;
  const text = attempt.mode === 'text';
  const empty = !text && !attempt.hasMedia;
  const silent = isSilent(attempt);
  const typed =
    !text && attempt.recognition !== 'pending' && (silent || attempt.wordsFrom !== 'engine');
  const fresh = clip?.attemptId === attempt.id ? clip : null;
  const own = fresh?.url ?? ownMedia(attempt.id);
  const voice = (fresh ?? attempt).mode === 'voice';
  const minutes = Math.floor(attempt.seconds / 60);
  const seconds = Math.floor(attempt.seconds % 60);
  const again = (wanted: AnswerMode) => {
    if (props.byFile && wanted !== 'text') {
      answer.run.choose(question.answerId, wanted);
    } else {
      void answer.run.start(question.answerId, wanted);
    }
  };
  const spoken =
    minutes > 0 ? t('review.length', { minutes, seconds }) : t('review.lengthSeconds', { seconds });
  const length = attempt.seconds === 0 ? t('review.lengthUnknown') : spoken;
  return (
    <Page
      title={t('interview.titleOf', { company: interview.companyName })}
      width="full"
      stage
      className="review"
    >
      <div className="review-left">
        <p className="review-ask">
          <small>
            <Numbering interview={interview} question={question} />
          </small>
          <span>{question.text}</span>
        </p>
        {text || empty ? null : <Clip url={own} voice={voice} seconds={attempt.seconds} />}
      </div>
      <section className="review-sheet">
        <h1>{empty ? t('review.nothing') : text ? t('review.written') : length}</h1>
        <p className={empty ? 'review-note' : 'review-ok'} role="status">
          {empty ? null : <Icon name="tick" size="xs" />}
          {t(empty ? 'review.nothingHelps' : 'review.stored')}
        </p>
        {silent && !empty ? (
          <p className="review-note" role="status">
            {t('review.silent')}
          </p>
        ) : null}
        <div className="review-cc">
          <Words attempt={attempt} review={review} typed={typed} />
        </div>
        <div className="review-acts">
          {review.problem === null ? null : (
            <p className="review-problem" role="alert">
              {review.problem}
            </p>
          )}
          {typed && review.words.trim() === '' ? (
            <p className="review-note">{t('review.later')}</p>
          ) : null}
          <button
            type="button"
            className="review-use"
            aria-disabled={review.sending}
            onClick={() => review.sending || void review.use(onLast)}
          >
            {review.sending ? t('sending') : t(review.last ? 'review.useLast' : 'review.use')}
          </button>
          <div className="review-others">
            {review.last ? null : (
              <button type="button" onClick={() => review.sending || void review.rest()}>
                <Icon name="pause" size="s" />
                {t('arrange:pause.rest')}
              </button>
            )}
            {question.attemptsLeft > 0 ? (
              <button type="button" onClick={() => again(mode)}>
                <Icon name="again" size="s" />
                {t(text ? 'review.rewrite' : 'review.again', { count: question.attemptsLeft })}
              </button>
            ) : null}
            {typed ? null : (
              <button
                type="button"
                onClick={() => (review.editing ? void review.keep() : review.edit())}
              >
                <Icon name={review.editing ? 'tick' : 'pen'} size="s" />
                {t(review.editing ? 'ui:save' : text ? 'review.editText' : 'review.editWords')}
              </button>
            )}
          </div>
          {question.attemptsLeft > 0 ? null : <p className="review-note">{t('review.noMore')}</p>}
          <FactsButton name={interview.contactName} look="plain" />
        </div>
      </section>
    </Page>
  );
}
