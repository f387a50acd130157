import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerReport } from '@zhiyu/contracts/scoring';
import { clockText } from '../../components/time';
import { type Line, lineAt, piecesOf } from './review.shared';
import type { Room, Watched } from './use-room';

function Words({ line }: { line: Line }) {
  return (
    <>
      {piecesOf(line).map(({ text, marked }, i) =>
        marked ? <mark key={i}>{text}</mark> : <span key={i}>{text}</span>,
      )}
    </>
  );
}

function Sentence(props: { line: Line; spoken: boolean; room: Room; follow: boolean }) {
  const { line, spoken, room, follow } = props;
  const { t } = useTranslation('review');
  const own = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (spoken && follow) {
      own.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [spoken, follow]);
  const { at } = line;
  return (
    <li ref={own} className={spoken ? 'spoken' : ''} aria-current={spoken ? 'true' : undefined}>
      {at === null ? (
        <>
          <span className="faint" title={t('untimed')}>
            —
          </span>
          <p>
            <Words line={line} />
          </p>
        </>
      ) : (
        <button type="button" onClick={() => room.seek(line.answerId, at)}>
          <span className="num">{clockText(at, true)}</span>
          <span>
            <Words line={line} />
          </span>
        </button>
      )}
    </li>
  );
}

/** Every question with its words: follows what is spoken, can be searched, and goes to the second that is pressed. */
export function Script(props: {
  answers: readonly AnswerReport[];
  room: Room;
  watched: Watched;
  search: RefObject<HTMLInputElement>;
}) {
  const { answers, room, watched, search } = props;
  const { t } = useTranslation('review');
  const [wanted, setWanted] = useState('');
  const [follow, setFollow] = useState(true);
  const has = ({ text }: Line) => text.toLowerCase().includes(wanted.trim().toLowerCase());
  const current = room.chapter?.answer.answerId;
  const shown = answers.map((answer) => {
    const lines = watched.lines.get(answer.answerId) ?? [];
    return { answer, lines, spoken: answer.answerId === current ? lineAt(lines, room.at) : -1 };
  });
  const count = shown.flatMap(({ lines }) => lines).filter(has).length;
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
        />
        <span className="cap" role="status">
          {wanted.trim() === '' ? '' : t('found', { count })}
        </span>
        <label className="review-skip">
          <input
            type="checkbox"
            checked={follow}
            onChange={(event) => setFollow(event.target.checked)}
          />
          {t('follow')}
        </label>
      </div>
      <div className="review-words" tabIndex={0} role="region" aria-label={t('script')}>
        {shown.map(({ answer, lines, spoken }) => (
          <article key={answer.answerId}>
            <h2>
              <small>{t('chapter', { n: answer.questionIndex + 1 })}</small>
              {answer.question}
            </h2>
            <ol>
              {lines.map((line, i) =>
                wanted.trim() === '' || has(line) ? (
                  <Sentence key={i} line={line} spoken={i === spoken} room={room} follow={follow} />
                ) : null,
              )}
            </ol>
          </article>
        ))}
      </div>
    </section>
  );
}
