import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewNote, ReviewPlace, ReviewRoom } from '@zhiyu/contracts/review';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { clockText } from '../../components/time';
import { draftOf, keepDraft } from '../staff-shell/drafts';
import { noticeSignedOut, useMe } from '../staff-shell/use-me';
import { Who } from '../staff-shell/who';
import { PlaceLink } from './place-link';
import { mentionedIn, type Moment, typedName } from './review.shared';

function NoteRow({ room, note, moment }: { room: ReviewRoom; note: ReviewNote; moment: Moment }) {
  const { t } = useTranslation('review');
  const me = useMe();
  const remove = useAct(routes.removeReviewNote, { refresh: [routes.reviewRoom] });
  const { answerId, at } = note.place;
  const n = (room.answers.find((one) => one.answerId === answerId)?.questionIndex ?? 0) + 1;
  return (
    <li>
      <Who id={note.authorId} name={note.authorName} size="sm" />
      <div className="grow">
        <p>
          <span className="cap">{note.authorName}</span>{' '}
          <PlaceLink className="num touch" place={note.place} moment={moment}>
            {t('chapter', { n })} {at === null ? '' : clockText(at, true)}
          </PlaceLink>
        </p>
        <p className="pre">
          {note.kind === 'mark' && note.text === '' ? t('note.mark') : note.text}
        </p>
      </div>
      {note.authorId === me.data?.id ? (
        <Button
          look="plain"
          className="touch"
          label={t('note.remove')}
          onPress={() => remove.mutate({ id: room.interviewId, note: note.id })}
        >
          <Icon name="close" size="s" />
        </Button>
      ) : null}
    </li>
  );
}

/** Names that begin with what stands after the last @. */
function Names(props: { room: ReviewRoom; text: string; onText: (text: string) => void }) {
  const { room, text, onText } = props;
  const { t } = useTranslation('review');
  const typed = typedName(text);
  const found =
    typed === null ? [] : room.colleagues.filter(({ name }) => name.startsWith(typed)).slice(0, 5);
  return found.length === 0 ? null : (
    <div className="note-names" role="group" aria-label={t('note.names')}>
      {found.map(({ id, name }) => (
        <Button
          key={id}
          className="touch"
          onPress={() => onText(`${text.slice(0, text.lastIndexOf('@'))}@${name} `)}
        >
          @{name}
        </Button>
      ))}
    </div>
  );
}

/** Where a comment would stand, in words. */
function useLabel({ answers }: ReviewRoom, place: ReviewPlace | null): string {
  const { t } = useTranslation('review');
  if (place === null) {
    return t('note.write');
  }
  const { answerId, at } = place;
  const n = (answers.find((one) => one.answerId === answerId)?.questionIndex ?? 0) + 1;
  return at === null
    ? t('note.writeAnswer', { n })
    : t('note.writeAt', { at: clockText(at, true) });
}

interface Comment {
  text: string;
  /** Where it stands: where somebody began to write it. Null where nothing is written, or nothing plays. */
  at: ReviewPlace | null;
}

/** A comment that is being written: kept on the device until it has arrived, whatever becomes of the page. */
function useComment({ interviewId }: ReviewRoom, moment: Moment) {
  const me = useMe();
  const name = `${me.data?.id ?? ''} ${interviewId} comment:`;
  const [comment, setComment] = useState(() => draftOf(name) as Comment | null);
  useEffect(() => keepDraft(name, comment), [name, comment]);
  const setText = (text: string) =>
    setComment((before) => (text === '' ? null : { text, at: before ? before.at : moment.now() }));
  // What was written on while it was sent is the beginning of the next.
  const sent = (words: string) =>
    setComment((now) => {
      const text = now?.text.trimStart() ?? '';
      const rest = text.startsWith(words) ? text.slice(words.length).trimStart() : text;
      return rest === '' ? null : { text: rest, at: moment.now() };
    });
  return { text: comment?.text ?? '', at: comment ? comment.at : moment.now(), setText, sent };
}

/** Comments of everybody and one's own marks; a colleague who is named gets a card. */
export function Notes(props: {
  room: ReviewRoom;
  moment: Moment;
  field: RefObject<HTMLInputElement>;
}) {
  const { room, moment, field } = props;
  const { t } = useTranslation('review');
  const { text, at, setText, sent } = useComment(room, moment);
  const add = useAct(routes.addReviewNote, {
    refresh: [routes.reviewRoom],
    onSuccess: (_done, input) => sent(input.text),
  });
  const place = at ?? { answerId: room.answers[0]?.answerId ?? '', at: null };
  const send = () => {
    const mentions = mentionedIn(text, room.colleagues);
    if (text.trim() !== '' && !add.isPending) {
      add.mutate({ id: room.interviewId, kind: 'comment', place, text: text.trim(), mentions });
    }
  };
  useEffect(() => noticeSignedOut(add.error), [add.error]);
  const label = useLabel(room, at);
  return (
    <section className="notes" aria-label={t('note.title')}>
      <h2 className="t16 mid">{t('note.title')}</h2>
      {room.notes.length === 0 ? <p className="cap">{t('note.none')}</p> : null}
      <ul>
        {room.notes.map((note) => (
          <NoteRow key={note.id} room={room} note={note} moment={moment} />
        ))}
      </ul>
      <Names room={room} text={text} onText={setText} />
      <div className="note-write">
        <input
          ref={field}
          className="input"
          aria-label={label}
          placeholder={label}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
              send();
            } else if (event.key === 'Escape') {
              event.currentTarget.blur();
            }
          }}
        />
        <Button className="touch" disabled={text.trim() === ''} onPress={send}>
          {t('note.send')}
        </Button>
      </div>
      {add.error ? (
        <p className="fault" role="alert">
          {messageOf(add.error)}
        </p>
      ) : null}
    </section>
  );
}
