import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewNote, ReviewPlace, ReviewRoom } from '@zhiyu/contracts/review';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { clockText } from '../../components/time';
import { useMe } from '../staff-shell/use-me';
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

/** Comments of everybody and one's own marks; a colleague who is named gets a card. */
export function Notes(props: {
  room: ReviewRoom;
  moment: Moment;
  field: RefObject<HTMLInputElement>;
}) {
  const { room, moment, field } = props;
  const { t } = useTranslation('review');
  const [text, setText] = useState('');
  const add = useAct(routes.addReviewNote, {
    refresh: [routes.reviewRoom],
    onSuccess: () => setText(''),
  });
  const now = moment.now();
  const place = now ?? { answerId: room.answers[0]?.answerId ?? '', at: null };
  const send = () => {
    const mentions = mentionedIn(text, room.colleagues);
    if (text.trim() !== '' && !add.isPending) {
      add.mutate({ id: room.interviewId, kind: 'comment', place, text: text.trim(), mentions });
    }
  };
  const label = useLabel(room, now);
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
