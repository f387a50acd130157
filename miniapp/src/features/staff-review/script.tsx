import { memo, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewAnswer } from '@zhiyu/contracts/review';
import { HeardText } from '../staff-shell/heard-text';
import { clockText } from '../../components/time';
import { type Line, lineAt, piecesOf, type Start } from './review.shared';
import type { Room } from './use-room';
import type { Watched } from './use-watched';

type Seek = (answerId: string, second: number) => void;

function Words({ line }: { line: Line }) {
  return (
    <>
      {piecesOf(line).map(({ marked, ...heard }, i) =>
        marked ? (
          <mark key={i}>
            <HeardText {...heard} />
          </mark>
        ) : (
          <span key={i}>
            <HeardText {...heard} />
          </span>
        ),
      )}
    </>
  );
}

/** Drawn again only when it begins or ends to be spoken: an hour has a thousand of them. */
const Sentence = memo(function Sentence(props: {
  line: Line;
  spoken: boolean;
  /** Null where nothing plays. */
  seek: Seek | null;
  follow: boolean;
}) {
  const { line, spoken, seek, follow } = props;
  const { t } = useTranslation('review');
  const own = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (spoken && follow) {
      own.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [spoken, follow]);
  const { at } = line;
  const second =
    at === null ? (
      <span className="faint" title={t('untimed')}>
        —
      </span>
    ) : (
      <span className="num">{clockText(at, true)}</span>
    );
  return (
    <li ref={own} className={spoken ? 'spoken' : ''} aria-current={spoken ? 'true' : undefined}>
      {at === null || seek === null ? (
        <div className="review-line-words">
          {second}
          <p>
            <Words line={line} />
          </p>
        </div>
      ) : (
        <button type="button" className="review-line-words" onClick={() => seek(line.answerId, at)}>
          {second}
          <span>
            <Words line={line} />
          </span>
        </button>
      )}
    </li>
  );
});

/** A question and its words. */
const Article = memo(function Article(props: {
  answer: ReviewAnswer;
  lines: readonly Line[];
  /** Place of the sentence that is spoken; -1: none of these. */
  spoken: number;
  seek: Seek | null;
  follow: boolean;
  wanted: boolean;
}) {
  const { answer, lines, spoken, seek, follow, wanted } = props;
  const { t } = useTranslation('review');
  const own = useRef<HTMLElement>(null);
  useEffect(() => {
    if (wanted) {
      own.current?.scrollIntoView({ block: 'start' });
    }
  }, [wanted]);
  return (
    <article ref={own}>
      <h2>
        <small>
          {seek === null ? (
            t('chapter', { n: answer.questionIndex + 1 })
          ) : (
            <button type="button" className="link" onClick={() => seek(answer.answerId, 0)}>
              {t('playChapter', { n: answer.questionIndex + 1 })}
            </button>
          )}
          {answer.recording === 'there' ? null : ` · ${t(`recording.${answer.recording}`)}`}
          {answer.kind === undefined || answer.kind === 'planned'
            ? null
            : ` · ${t(`kind.${answer.kind}`)}${answer.reason ?? ''}`}
        </small>
        {answer.question}
      </h2>
      {lines.length === 0 ? <p className="review-silent">{t('silent')}</p> : null}
      <ol>
        {lines.map((line, i) => (
          <Sentence key={i} line={line} spoken={i === spoken} seek={seek} follow={follow} />
        ))}
      </ol>
    </article>
  );
});

function hasIn({ text }: Line, wanted: string): boolean {
  return text.toLowerCase().includes(wanted.trim().toLowerCase());
}

/** Every question with its words: follows what is spoken, can be searched, and goes to the second that is pressed. */
export function Script(props: {
  answers: readonly ReviewAnswer[];
  room: Room;
  watched: Watched;
  search: RefObject<HTMLInputElement>;
  start: Start | null;
}) {
  const { answers, room, watched, search, start } = props;
  const { t } = useTranslation('review');
  const [wanted, setWanted] = useState('');
  const [follow, setFollow] = useState(true);
  const shown = useMemo(
    () =>
      answers.flatMap((answer) => {
        const all = watched.lines.get(answer.answerId) ?? [];
        const lines = wanted.trim() === '' ? all : all.filter((line) => hasIn(line, wanted));
        return wanted.trim() !== '' && lines.length === 0 ? [] : [{ answer, all, lines }];
      }),
    [answers, watched.lines, wanted],
  );
  const count = shown.reduce((sum, { lines }) => sum + lines.length, 0);
  const current = room.chapter?.answer.answerId;
  const playable = new Set(watched.chapters.map(({ answer }) => answer.answerId));
  const seekFirst = () => {
    const first = shown.flatMap(({ lines }) => lines).find(({ at }) => at !== null);
    if (first?.at != null) {
      room.seek(first.answerId, first.at);
    }
  };
  return (
    <section className="review-script" aria-label={t('script')}>
      <div className="review-find">
        <input
          ref={search}
          type="search"
          className="input"
          aria-label={t('search')}
          placeholder={t('search')}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && wanted.trim() !== '') {
              seekFirst();
            } else if (event.key === 'Escape') {
              setWanted('');
              event.currentTarget.blur();
            }
          }}
        />
        <span className="cap" role="status">
          {wanted.trim() === '' ? '' : t('found', { count })}
        </span>
        {playable.size === 0 ? null : (
          <label className="review-skip">
            <input
              type="checkbox"
              checked={follow}
              onChange={(event) => setFollow(event.target.checked)}
            />
            {t('follow')}
          </label>
        )}
      </div>
      {/* Who scrolls by himself reads: the words stay where he is until he asks to follow again. */}
      <div
        className="review-words"
        tabIndex={0}
        role="region"
        aria-label={t('words')}
        onWheel={() => setFollow(false)}
        onTouchMove={() => setFollow(false)}
      >
        {shown.map(({ answer, all, lines }) => {
          const read = room.reading?.answerId === answer.answerId ? room.reading : null;
          const plays = room.reading === null && answer.answerId === current;
          const line = all[read ? read.line : plays ? lineAt(all, room.at) : -1];
          return (
            <Article
              key={answer.answerId}
              answer={answer}
              lines={lines}
              spoken={line ? lines.indexOf(line) : -1}
              seek={playable.has(answer.answerId) ? room.seek : null}
              follow={follow || read !== null}
              wanted={
                (read !== null && read.line === 0) ||
                (start?.answerId === answer.answerId && !playable.has(answer.answerId))
              }
            />
          );
        })}
      </div>
    </section>
  );
}
