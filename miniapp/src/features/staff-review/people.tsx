import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Presence, ReviewRoom } from '@zhiyu/contracts/review';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { Who } from '../staff-shell/who';

/** Who else has the room open, and at which question. */
export function HereNow({ room, here }: { room: ReviewRoom; here: Presence['here'] }) {
  const { t } = useTranslation('review');
  const [first] = here;
  if (!first) {
    return null;
  }
  const answer = room.answers.find(({ answerId }) => answerId === first.answerId);
  const names = here.map(({ name }) => name).join(t('and'));
  return (
    <span className="here" role="status">
      <Who id={first.id} name={first.name} size="sm" />
      <span className="here-name">
        {here.length === 1 && answer
          ? t('here.at', { name: first.name, n: answer.questionIndex + 1 })
          : t('here.too', { names })}
      </span>
    </span>
  );
}

/** The responsible HR asks colleagues to rate as well. */
export function AskColleague({ room }: { room: ReviewRoom }) {
  const { t } = useTranslation('review');
  const [open, setOpen] = useState(false);
  const ask = useAct(routes.askReviewer, { refresh: [routes.reviewRoom] });
  return (
    <>
      <Button className="touch" onPress={() => setOpen(true)}>
        {t('ask.open')}
      </Button>
      <Sheet
        open={open}
        title={t('ask.title')}
        onClose={() => setOpen(false)}
        footer={<Button onPress={() => setOpen(false)}>{t('ask.done')}</Button>}
      >
        <p className="muted">{t(room.round ? 'ask.moreRound' : 'ask.more')}</p>
        {room.reviewers.length > 0 ? (
          <ul className="ask-list">
            {room.reviewers.map(({ id, name, submitted }) => (
              <li key={id}>
                <Who id={id} name={name} size="sm" /> <span className="grow">{name}</span>
                <span className="cap">{t(submitted ? 'ask.submitted' : 'ask.waiting')}</span>
              </li>
            ))}
          </ul>
        ) : null}
        <ul className="ask-list">
          {room.askable.map(({ id: staffId, name }) => (
            <li key={staffId}>
              <Who id={staffId} name={name} size="sm" /> <span className="grow">{name}</span>
              <Button
                className="touch"
                label={t('ask.askName', { name })}
                onPress={() => ask.mutate({ id: room.interviewId, staffId })}
              >
                {t('ask.ask')}
              </Button>
            </li>
          ))}
        </ul>
        {ask.error ? (
          <p className="fault" role="alert">
            {messageOf(ask.error)}
          </p>
        ) : null}
      </Sheet>
    </>
  );
}
