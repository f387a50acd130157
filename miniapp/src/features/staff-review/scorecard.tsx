import { useTranslation } from 'react-i18next';
import { opinions, type ReviewDimension, type ReviewRoom } from '@zhiyu/contracts/review';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { TextField } from '../../components/text-field';
import { Conflict } from './conflict';
import { PlaceLink, usePlaceWords } from './place-link';
import type { KeepState } from './keeper.shared';
import type { Moment } from './review.shared';
import type { OwnScorecard } from './use-scorecard';

/** Five anchors; the pressed one is the level. */
function Anchors(props: {
  dimension: ReviewDimension;
  level: number | null;
  onLevel: (level: number) => void;
  disabled: boolean;
}) {
  const { dimension, level, onLevel, disabled } = props;
  return (
    <div className="rate-anchors" role="group" aria-label={dimension.name}>
      {dimension.anchors.map((anchor) => (
        <button
          key={anchor.level}
          type="button"
          aria-pressed={anchor.level === level}
          disabled={disabled}
          onClick={() => onLevel(anchor.level)}
        >
          <b className="num">{anchor.level}</b>
          <span>{anchor.text}</span>
        </button>
      ))}
    </div>
  );
}

function Place(props: { room: ReviewRoom; card: OwnScorecard; code: string; moment: Moment }) {
  const { room, card, code, moment } = props;
  const { t } = useTranslation('review');
  const words = usePlaceWords(room);
  const place = card.ratings.get(code)?.place ?? null;
  const now = moment.now();
  return (
    <p className="rate-place cap">
      {place === null ? (
        t('rate.noPlace')
      ) : (
        <PlaceLink className="touch" place={place} moment={moment}>
          {words(place, 'rate.place')}
        </PlaceLink>
      )}
      {card.submitted || now === null ? null : (
        <Button size="small" onPress={() => card.rate(code, { place: now })}>
          {words(now, 'rate.placeHere')}
        </Button>
      )}
    </p>
  );
}

function DimensionRow(props: {
  room: ReviewRoom;
  dimension: ReviewDimension;
  card: OwnScorecard;
  moment: Moment;
  open: boolean;
  onOpen: () => void;
}) {
  const { room, dimension, card, moment, open, onOpen } = props;
  const { t } = useTranslation('review');
  const { code, name, asked } = dimension;
  const words = usePlaceWords(room);
  const rating = card.ratings.get(code);
  const level = rating?.level ?? null;
  const place = rating?.place ?? null;
  return (
    <li className={open ? 'is-open' : ''}>
      <h3>
        <button type="button" className="rate-head" aria-expanded={open} onClick={onOpen}>
          <span className="grow">{name}</span>
          {level === null || place === null || open ? null : (
            <span className="cap num">{words(place, 'rate.place')}</span>
          )}
          <span className={level === null ? 'cap' : 'num mid'}>
            {level ?? t(asked || room.round ? 'rate.open' : 'rate.notAsked')}
          </span>
        </button>
      </h3>
      {open ? (
        <div className="rate-body">
          <Anchors
            dimension={dimension}
            level={level}
            disabled={card.submitted}
            onLevel={(next) =>
              card.rate(code, { level: next, place: rating?.place ?? moment.now() })
            }
          />
          {room.round ? null : <Place room={room} card={card} code={code} moment={moment} />}
          <TextField
            label={t('rate.note')}
            rows={2}
            maxLength={2000}
            value={rating?.note ?? ''}
            disabled={card.submitted}
            onChange={(note) => card.rate(code, { note })}
          />
          <Conflict card={card} part={code} />
        </div>
      ) : null}
    </li>
  );
}

function Summary({ card }: { card: OwnScorecard }) {
  const { t } = useTranslation('review');
  return (
    <div className="rate-summary">
      <h3 className="mid">{t('rate.whole')}</h3>
      <div className="rate-opinions" role="group" aria-label={t('rate.whole')}>
        {opinions.map((one) => (
          <button
            key={one}
            type="button"
            className="btn touch"
            aria-pressed={card.summary.opinion === one}
            disabled={card.submitted}
            onClick={() => card.conclude({ opinion: one })}
          >
            {t(`opinion.${one}`)}
          </button>
        ))}
      </div>
      <TextField
        label={t('rate.reason')}
        hint={t('rate.reasonHint')}
        rows={2}
        maxLength={2000}
        value={card.summary.reason}
        disabled={card.submitted}
        onChange={(reason) => card.conclude({ reason })}
      />
      <Conflict card={card} part="summary:" />
    </div>
  );
}

function HandIn({ room, card }: { room: ReviewRoom; card: OwnScorecard }) {
  const { t } = useTranslation('review');
  const submit = useAct(routes.submitScorecard, {
    refresh: [routes.reviewRoom, routes.report, routes.applicationReviews],
  });
  const { missing } = card;
  return (
    <>
      {submit.error ? (
        <p className="fault" role="alert">
          {messageOf(submit.error)}
        </p>
      ) : null}
      <Button
        look="primary"
        size="big"
        wide
        className="rate-hand-in"
        disabled={missing > 0 || card.conflicts.length > 0 || room.round?.begun === false}
        busy={submit.isPending ? t('rate.submitting') : undefined}
        onPress={() =>
          void card.flush().then(() => {
            submit.mutate({ id: room.interviewId });
          })
        }
      >
        {missing > 0 ? t('rate.missing', { count: missing }) : t('rate.submit')}
      </Button>
    </>
  );
}

/** What stands on the page is not with the server. */
const lost: readonly KeepState[] = ['failed', 'over'];

/** The own scorecard: the same dimensions by the same anchors as everybody's, kept with every change. */
export function OwnCard(props: {
  room: ReviewRoom;
  card: OwnScorecard;
  moment: Moment;
  /** Code of the dimension that is open. */
  open: string;
  onOpen: (code: string) => void;
}) {
  const { room, card, moment, open, onOpen } = props;
  const { t } = useTranslation('review');
  return (
    <section className="rate" aria-label={t('rate.title')}>
      <header className="rate-top">
        <h2 className="t16 mid">{t('rate.title')}</h2>
        <span className={lost.includes(card.state) ? 'fault' : 'cap'} role="status">
          {card.submitted && card.over.length === 0 ? t('rate.submitted') : t(`keep.${card.state}`)}
        </span>
      </header>
      {card.submitted ? null : (
        <p className="cap">{t(room.round ? 'rate.blindRound' : 'rate.blind')}</p>
      )}
      <ul>
        {room.dimensions.map((dimension) => (
          <DimensionRow
            key={dimension.code}
            room={room}
            dimension={dimension}
            card={card}
            moment={moment}
            open={dimension.code === open}
            onOpen={() => onOpen(dimension.code)}
          />
        ))}
      </ul>
      <Summary card={card} />
      {card.submitted ? null : <HandIn room={room} card={card} />}
    </section>
  );
}

/** Under the thumb: one dimension and five keys; more of it opens above. */
export function QuickRate(props: {
  room: ReviewRoom;
  card: OwnScorecard;
  moment: Moment;
  open: string;
  onOpen: (code: string) => void;
  onMore: () => void;
}) {
  const { room, card, moment, open, onOpen, onMore } = props;
  const { t } = useTranslation('review');
  const at = Math.max(
    0,
    room.dimensions.findIndex(({ code }) => code === open),
  );
  const dimension = room.dimensions[at];
  if (!dimension) {
    return null;
  }
  const { code, name, anchors } = dimension;
  const rating = card.ratings.get(code);
  const next = room.dimensions[(at + 1) % room.dimensions.length];
  const count = { n: at + 1, all: room.dimensions.length };
  const chosen = anchors.find(({ level }) => level === rating?.level);
  return (
    <section className="quick" aria-label={t('rate.title')}>
      <p className="quick-head">
        <button type="button" className="quick-name" onClick={() => next && onOpen(next.code)}>
          <b>{name}</b>
          <span className="cap">{t('rate.of', count)}</span>
        </button>
        <Button className="touch" onPress={onMore}>
          {t(card.submitted ? 'rate.compare' : 'rate.anchors')}
        </Button>
      </p>
      <p className="cap clip">{chosen ? `${chosen.level} ${chosen.text}` : t('rate.pick')}</p>
      <div className="quick-keys" role="group" aria-label={name}>
        {anchors.map(({ level, text }) => (
          <button
            key={level}
            type="button"
            className="num"
            aria-label={`${level} ${text}`}
            aria-pressed={level === rating?.level}
            disabled={card.submitted}
            onClick={() => card.rate(code, { level, place: rating?.place ?? moment.now() })}
          >
            {level}
          </button>
        ))}
      </div>
    </section>
  );
}
