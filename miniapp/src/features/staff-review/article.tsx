import { Fragment, memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewAnswer, ReviewNote } from '@zhiyu/contracts/review';
import { Icon } from '../../components/icon';
import { clockText } from '../../components/time';
import { HeardText } from '../staff-shell/heard-text';
import type { Fold } from './passages.shared';
import { type Line, lineAt, piecesOf } from './review.shared';

type Seek = (answerId: string, second: number) => void;

/** How what is spoken or read comes into sight: just so with a recording, with what stands around it when read. */
type Follow = 'nearest' | 'center' | null;

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

function Second({ at }: { at: number | null }) {
  const { t } = useTranslation('review');
  return at === null ? (
    <span className="faint" title={t('untimed')}>
      —
    </span>
  ) : (
    <span className="num">{clockText(at, true)}</span>
  );
}

/** Drawn again only when it begins or ends to be spoken: an hour has a thousand of them. */
const Sentence = memo(function Sentence(props: {
  line: Line;
  spoken: boolean;
  /** Null where nothing plays. */
  seek: Seek | null;
  follow: Follow;
  /** No column of seconds: nothing of this answer has one. */
  plain: boolean;
}) {
  const { line, spoken, seek, follow, plain } = props;
  const own = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (spoken && follow !== null) {
      own.current?.scrollIntoView({ block: follow });
    }
  }, [spoken, follow]);
  const { at } = line;
  return (
    <li ref={own} className={spoken ? 'spoken' : ''} aria-current={spoken ? 'true' : undefined}>
      {at === null || seek === null ? (
        <div className={`review-line-words ${plain ? 'plain' : ''}`}>
          {plain ? null : <Second at={at} />}
          <p>
            <Words line={line} />
          </p>
        </div>
      ) : (
        <button type="button" className="review-line-words" onClick={() => seek(line.answerId, at)}>
          <Second at={at} />
          <span>
            <Words line={line} />
          </span>
        </button>
      )}
    </li>
  );
});

/** What was left out, in a word that opens it: it is read as well. */
function Folded({ fold, onOpen }: { fold: Fold; onOpen: () => void }) {
  const { t } = useTranslation('review');
  const { from, to, letters } = fold;
  return (
    <li>
      <button
        type="button"
        className="review-fold"
        aria-expanded="false"
        aria-label={t('brief.foldOf', { count: to - from, letters })}
        onClick={onOpen}
      >
        <Icon name="more" size="xs" />
        <span>{t('brief.fold', { letters })}</span>
      </button>
    </li>
  );
}

/** What somebody said of these words, where he said it. */
function Said({ notes }: { notes: readonly ReviewNote[] }) {
  return (
    <>
      {notes.map(({ id, authorName, text }) => (
        <li key={id} className="review-said-of">
          <b>{authorName}</b> {text}
        </li>
      ))}
    </>
  );
}

function Heading({
  answer,
  seek,
  bare,
}: {
  answer: ReviewAnswer;
  seek: Seek | null;
  bare: boolean;
}) {
  const { t } = useTranslation('review');
  const n = answer.questionIndex + 1;
  return (
    <h2>
      <small>
        {seek === null ? (
          t('chapter', { n })
        ) : (
          <button type="button" className="link" onClick={() => seek(answer.answerId, 0)}>
            {t('playChapter', { n })}
          </button>
        )}
        {answer.recording === 'there' ? null : ` · ${t(`recording.${answer.recording}`)}`}
        {answer.kind === undefined || answer.kind === 'planned'
          ? null
          : ` · ${t(`kind.${answer.kind}`)}${answer.reason ?? ''}`}
        {bare ? ` · ${t('brief.bare')}` : null}
      </small>
      {answer.question}
    </h2>
  );
}

interface LinesProps {
  lines: readonly Line[];
  /** So many of them are drawn yet, from the first. */
  drawn: number;
  /** What of them is folded until somebody opens it. */
  folds: readonly Fold[];
  /** Comments on them. */
  notes: readonly ReviewNote[];
  /** Place of the sentence that is spoken; -1: none of these. */
  spoken: number;
  seek: Seek | null;
  follow: Follow;
}

/** Sentences, what is folded between them, and what colleagues said of each. */
function Lines({ lines, drawn, folds, notes, spoken, seek, follow }: LinesProps) {
  const [opened, setOpened] = useState<readonly number[]>([]);
  const placed = new Map(notes.map((note) => [note, lineAt(lines, note.place.at ?? -1)]));
  // What somebody spoke of is of weight.
  const spokenOf = ({ from, to }: Fold) => [...placed.values()].some((at) => at >= from && at < to);
  const closed = folds.filter((fold) => !opened.includes(fold.from) && !spokenOf(fold));
  const saidAt = (line: number) => notes.filter((note) => placed.get(note) === line);
  const plain = lines.every(({ at }) => at === null);
  return (
    <ol>
      <Said notes={saidAt(-1)} />
      {lines.slice(0, drawn).map((line, i) => {
        const fold = closed.find(({ from, to }) => i >= from && i < to);
        if (fold) {
          return fold.from === i ? (
            <Folded key={i} fold={fold} onOpen={() => setOpened([...opened, i])} />
          ) : null;
        }
        return (
          <Fragment key={i}>
            <Sentence line={line} spoken={i === spoken} seek={seek} follow={follow} plain={plain} />
            <Said notes={saidAt(i)} />
          </Fragment>
        );
      })}
    </ol>
  );
}

/** A question and its words. */
export const Article = memo(function Article(
  props: LinesProps & {
    answer: ReviewAnswer;
    /** Nothing was found in it, and it can only be read. */
    bare: boolean;
    wanted: boolean;
  },
) {
  const { answer, bare, wanted, ...words } = props;
  const { t } = useTranslation('review');
  const own = useRef<HTMLElement>(null);
  useEffect(() => {
    if (wanted) {
      own.current?.scrollIntoView({ block: 'start' });
    }
  }, [wanted]);
  return (
    <article ref={own}>
      <Heading answer={answer} seek={words.seek} bare={bare} />
      {words.lines.length === 0 ? <p className="review-silent">{t('silent')}</p> : null}
      <Lines {...words} />
    </article>
  );
});
