import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewNote, ReviewRoom } from '@zhiyu/contracts/review';
import { Button } from '../../components/button';
import { Icon, PlayIcon } from '../../components/icon';
import { clockText } from '../../components/time';
import { mediaOf } from '../staff-report/report.shared';
import { OnlyEvidence } from './only-evidence';
import { groupsOf, lineAt, type Mark, speeds } from './review.shared';
import type { Room } from './use-room';
import type { Watched } from './use-watched';

/**
 * A player that nobody sees holds its line to the server until it is collected, and a browser has six: after a
 * few long recordings the next page could wait for its words.
 */
function useLetGo(media: RefObject<HTMLVideoElement>, attemptId: string): void {
  useEffect(() => {
    const element = media.current;
    return () => {
      element?.pause();
      element?.removeAttribute('src');
      element?.load();
    };
  }, [media, attemptId]);
}

/** The recording, with what is being said under it. */
function Screen({ room, watched }: { room: Room; watched: Watched }) {
  const { t } = useTranslation('review');
  const { chapter, media, events, at } = room;
  const [failed, setFailed] = useState(false);
  const [blind, setBlind] = useState(false);
  const attemptId = chapter?.answer.attemptId ?? '';
  useEffect(() => {
    setFailed(false);
    setBlind(false);
  }, [attemptId]);
  useLetGo(media, attemptId);
  const lines = watched.lines.get(chapter?.answer.answerId ?? '') ?? [];
  const said = lines[lineAt(lines, at)]?.text ?? '';
  return (
    <div className={`review-screen ${blind ? 'voice' : (chapter?.answer.mode ?? '')}`}>
      {failed ? <p role="alert">{t('failed')}</p> : null}
      {blind && !failed ? <p role="status">{t('ui:soundOnly')}</p> : null}
      <video
        key={attemptId}
        ref={media}
        src={mediaOf(attemptId)}
        playsInline
        preload="auto"
        aria-label={t('video')}
        hidden={failed}
        {...events}
        onLoadedMetadata={(event) => {
          setBlind(event.currentTarget.videoWidth === 0);
          events.onLoadedMetadata();
        }}
        onError={() => setFailed(true)}
      />
      {said === '' ? null : (
        <p className="review-said" aria-hidden="true">
          <span>{said}</span>
        </p>
      )}
    </div>
  );
}

function Controls(props: { room: Room; watched: Watched; onMark: () => void }) {
  const { room, watched, onMark } = props;
  const { t } = useTranslation('review');
  const { playing, speed, skips, at, chapter } = room;
  return (
    <div className="review-controls">
      <button
        type="button"
        className="review-play"
        aria-label={t(playing ? 'pause' : 'play')}
        onClick={() => room.act('play')}
      >
        {playing ? <Icon name="pause" size="s" /> : <PlayIcon size="s" />}
      </button>
      <span className="num review-time">
        <b>{clockText(at, true)}</b> / {clockText(chapter?.seconds ?? 0, true)}
      </span>
      <button
        type="button"
        className="btn touch num review-speed"
        aria-label={t('speedNow', { speed })}
        onClick={() => room.setSpeed(speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? 1)}
      >
        {speed}×
      </button>
      <div className="review-speeds" role="group" aria-label={t('speed')}>
        {speeds.map((one) => (
          <button
            key={one}
            type="button"
            className="num"
            aria-pressed={one === speed}
            onClick={() => room.setSpeed(one)}
          >
            {one}×
          </button>
        ))}
      </div>
      <label className="review-skip">
        <input
          type="checkbox"
          checked={skips}
          onChange={(event) => room.setSkips(event.target.checked)}
        />
        {t('skip')}
      </label>
      <OnlyEvidence room={room} watched={watched} />
      <Button className="touch review-mark-here" label={t('note.markHere')} onPress={onMark}>
        <Icon name="flag" size="s" />
        <span>{t('note.markHere')}</span>
      </Button>
    </div>
  );
}

const share = (part: number, whole: number) => `${(100 * part) / Math.max(whole, 1)}%`;

/** How wide something is drawn (px); follows the window. */
function useWidth(of: RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = of.current;
    if (!element) {
      return undefined;
    }
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [of]);
  return width;
}

/** All answers in one line: chapters, evidence, pauses, and where it stands. */
function Timeline(props: { room: Room; watched: Watched; notes: readonly ReviewNote[] }) {
  const { room, watched, notes } = props;
  const { t } = useTranslation('review');
  const { chapters, silences } = watched;
  const marks = watched.marks.filter(({ answerId }) =>
    chapters.some(({ answer }) => answer.answerId === answerId),
  );
  const last = chapters.at(-1);
  const whole = last ? last.from + last.seconds : 1;
  const placeIn = (answerId: string, at: number) =>
    (chapters.find(({ answer }) => answer.answerId === answerId)?.from ?? 0) + at;
  const words = (mark: Mark) => {
    const { dimensions, quote, at } = mark;
    const dimension = dimensions.join(t('and'));
    return t('mark', { dimension, quote: quote.slice(0, 24), at: clockText(at, true) });
  };
  const line = useRef<HTMLDivElement>(null);
  const width = useWidth(line);
  const placed = marks.map((mark) => ({
    mark,
    place: placeIn(mark.answerId, mark.at) / Math.max(whole, 1),
  }));
  return (
    <div ref={line} className="review-line" role="group" aria-label={t('timeline')}>
      {groupsOf(placed, width).map(({ place, marks: [first, ...more] }) =>
        first ? (
          <button
            key={place}
            type="button"
            className="review-mark"
            style={{ left: share(place, 1) }}
            aria-label={
              more.length === 0
                ? words(first.mark)
                : t('marksHere', {
                    count: more.length + 1,
                    words: [first, ...more].map(({ mark }) => words(mark)).join(t('and')),
                  })
            }
            title={[first, ...more].map(({ mark }) => words(mark)).join('\n')}
            onClick={() => room.seek(first.mark.answerId, first.mark.at)}
          >
            {more.length > 0 ? <span className="num">{more.length + 1}</span> : null}
          </button>
        ) : null,
      )}
      {notes.map(({ id, kind, authorName, text, place: { answerId, at } }) =>
        at === null ? null : (
          <i
            key={id}
            className={`review-note-${kind}`}
            style={{ left: share(placeIn(answerId, at), whole) }}
            title={`${authorName} ${clockText(at, true)} ${text}`}
            aria-hidden="true"
          />
        ),
      )}
      {chapters.map(({ answer, from, seconds }, i) => (
        <button
          key={answer.answerId}
          type="button"
          className="review-chapter"
          style={{ left: share(from, whole), width: share(seconds, whole) }}
          aria-current={i === room.index ? 'step' : undefined}
          aria-label={t('chapter', { n: answer.questionIndex + 1 })}
          onClick={() => room.seek(answer.answerId, 0)}
        >
          {answer.questionIndex + 1}
        </button>
      ))}
      <div className="review-pauses" aria-hidden="true">
        {chapters.flatMap(({ answer, from }) =>
          (silences.get(answer.answerId) ?? []).map((one) => (
            <i
              key={`${answer.answerId}${one.from}`}
              style={{
                left: share(from + one.from, whole),
                width: share(one.to - one.from, whole),
              }}
            />
          )),
        )}
      </div>
      <i
        className="review-head"
        style={{ left: share((room.chapter?.from ?? 0) + room.at, whole) }}
        aria-hidden="true"
      />
    </div>
  );
}

/** Recording, what moves it, and the line of all answers. */
export function Stage(props: {
  view: ReviewRoom;
  room: Room;
  watched: Watched;
  onMark: () => void;
}) {
  const { view, room, watched, onMark } = props;
  const { t } = useTranslation('review');
  const comments = view.notes.filter(({ kind }) => kind === 'comment').length;
  return (
    <>
      <Screen room={room} watched={watched} />
      <Controls room={room} watched={watched} onMark={onMark} />
      <Timeline room={room} watched={watched} notes={view.notes} />
      <p className="cap review-legend">
        {t('marks', { count: new Set(view.evidence.map(({ quote }) => quote)).size })} ·{' '}
        {t('comments', { count: comments })} · {t('legend')}
      </p>
    </>
  );
}
