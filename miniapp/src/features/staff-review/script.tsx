import { useEffect, useMemo, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewAnswer, ReviewNote, ReviewRoom } from '@zhiyu/contracts/review';
import { Article } from './article';
import { BriefBar } from './brief-bar';
import type { Fold } from './passages.shared';
import { type Line, lineAt, type Start } from './review.shared';
import type { Room } from './use-room';
import type { Watched } from './use-watched';

/** The same list each time: an article is drawn again only when something of it changes. */
const nothingFolded: readonly Fold[] = [];
const nothingSaid: readonly ReviewNote[] = [];

/** Words, and no evidence among them. */
function isBare(lines: readonly Line[]): boolean {
  return lines.length > 0 && lines.every(({ marked }) => marked.length === 0);
}

function hasIn({ text }: Line, wanted: string): boolean {
  return text.toLowerCase().includes(wanted.trim().toLowerCase());
}

/** Answers with the sentences that are searched for; without a search all of them. */
function useFound(answers: readonly ReviewAnswer[], { lines: known }: Watched, wanted: string) {
  return useMemo(
    () =>
      answers.flatMap((answer) => {
        const all = known.get(answer.answerId) ?? [];
        const lines = wanted.trim() === '' ? all : all.filter((line) => hasIn(line, wanted));
        return wanted.trim() !== '' && lines.length === 0 ? [] : [{ answer, all, lines }];
      }),
    [answers, known, wanted],
  );
}

type Found = ReturnType<typeof useFound>;

/** Sentences that are drawn at once, and with each step; the pause between two steps (ms). */
const step = { sentences: 60, pause: 40 };

/**
 * How many sentences are drawn by now: an hour has a thousand, and whoever opens it wants to see the picture move
 * before the last of them stands there.
 */
function useDrawn(all: number): number {
  const [drawn, setDrawn] = useState(step.sentences);
  const done = drawn >= all;
  useEffect(() => {
    if (done) {
      return undefined;
    }
    const timer = setTimeout(() => setDrawn(drawn + step.sentences), step.pause);
    return () => clearTimeout(timer);
  }, [drawn, done]);
  return drawn;
}

/** How many of each answer's are drawn, of so many in all; whoever searches sees all that is found. */
function drawnOf(found: Found, drawn: number): number[] {
  let left = drawn;
  return found.map(({ lines }) => {
    const here = Math.min(lines.length, left);
    left -= here;
    return here;
  });
}

/** What was said of each answer, by the answer; own marks stand on the timeline alone. */
function useSaid(notes: readonly ReviewNote[]) {
  return useMemo(() => {
    const said = new Map<string, ReviewNote[]>();
    for (const note of notes.filter(({ kind }) => kind === 'comment')) {
      const { answerId } = note.place;
      said.set(answerId, [...(said.get(answerId) ?? []), note]);
    }
    return said;
  }, [notes]);
}

/** The field to search by, and whether the words follow what plays. */
function Find(props: {
  field: RefObject<HTMLInputElement>;
  wanted: string;
  onWanted: (wanted: string) => void;
  found: Found;
  room: Room;
  /** Null where nothing plays. */
  follow: boolean | null;
  onFollow: (follow: boolean) => void;
}) {
  const { field, wanted, onWanted, found, room, follow, onFollow } = props;
  const { t } = useTranslation('review');
  const searches = wanted.trim() !== '';
  const count = found.reduce((sum, { lines }) => sum + lines.length, 0);
  const goToFirst = () => {
    const [first] = found;
    const [line] = first?.lines ?? [];
    if (first && line) {
      room.show({ answerId: line.answerId, at: line.at, line: first.all.indexOf(line) });
    }
  };
  return (
    <div className="review-find">
      <input
        ref={field}
        type="search"
        className="input"
        aria-label={t('search')}
        placeholder={t('search')}
        value={wanted}
        onChange={(event) => onWanted(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && searches) {
            goToFirst();
          } else if (event.key === 'Escape') {
            onWanted('');
            event.currentTarget.blur();
          }
        }}
      />
      <span className="cap" role="status">
        {searches ? t('found', { count }) : ''}
      </span>
      {follow === null ? null : (
        <label className="review-skip">
          <input
            type="checkbox"
            checked={follow}
            onChange={(event) => onFollow(event.target.checked)}
          />
          {t('follow')}
        </label>
      )}
    </div>
  );
}

/** Every question with its words: follows what is spoken, can be searched, and goes to the second that is pressed. */
export function Script(props: {
  view: Pick<ReviewRoom, 'answers' | 'notes'>;
  room: Room;
  watched: Watched;
  search: RefObject<HTMLInputElement>;
  start: Start | null;
  /** On a phone the bar stands above, where it stays in sight. */
  bar: boolean;
}) {
  const { view, room, watched, search, start, bar } = props;
  const { t } = useTranslation('review');
  const said = useSaid(view.notes);
  const [wanted, setWanted] = useState('');
  const [follow, setFollow] = useState(true);
  const found = useFound(view.answers, watched, wanted);
  const current = room.chapter?.answer.answerId;
  const drawn = useDrawn([...watched.lines.values()].flat().length);
  const counts = drawnOf(found, wanted.trim() === '' ? drawn : Infinity);
  const { heard } = watched;
  const foldsOf = (answerId: string) =>
    room.whole || wanted.trim() !== ''
      ? nothingFolded
      : (watched.folds.get(answerId) ?? nothingFolded);
  return (
    <section className="review-script" aria-label={t('script')}>
      <Find
        field={search}
        wanted={wanted}
        onWanted={setWanted}
        found={found}
        room={room}
        follow={heard.size === 0 ? null : follow}
        onFollow={setFollow}
      />
      {bar ? <BriefBar room={room} watched={watched} /> : null}
      {/* Who scrolls by himself reads: the words stay where he is until he asks to follow again. */}
      <div
        className="review-words"
        tabIndex={0}
        role="region"
        aria-label={t('words')}
        onWheel={() => setFollow(false)}
        onTouchMove={() => setFollow(false)}
      >
        {found.map(({ answer, all, lines }, i) => {
          const { answerId } = answer;
          const read = room.reading?.answerId === answerId ? room.reading : null;
          const plays = room.reading === null && answerId === current;
          const line = all[read ? read.line : plays ? lineAt(all, room.at) : -1];
          return (
            <Article
              key={answerId}
              answer={answer}
              lines={lines}
              drawn={counts[i] ?? 0}
              bare={isBare(all) && !heard.has(answerId)}
              folds={foldsOf(answerId)}
              notes={said.get(answerId) ?? nothingSaid}
              spoken={line ? lines.indexOf(line) : -1}
              seek={heard.has(answerId) ? room.seek : null}
              follow={read ? 'center' : follow ? 'nearest' : null}
              wanted={
                (read !== null && read.line === 0) ||
                (start?.answerId === answerId && !heard.has(answerId))
              }
            />
          );
        })}
      </div>
    </section>
  );
}
