import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rating, ReviewRoom, Scorecard } from '@zhiyu/contracts/review';
import { Glyph } from '../../components/glyph';
import { clockText } from '../../components/time';
import { useScale } from '../../components/score-bar/scale';
import { PlaceLink, usePlaceWords } from './place-link';
import type { Moment } from './review.shared';

function Given(props: { room: ReviewRoom; rating: Rating | undefined; moment: Moment }) {
  const { room, rating, moment } = props;
  const { t } = useTranslation('review');
  const words = usePlaceWords(room);
  if (!rating || rating.level === null) {
    return <span className="faint">{t('rate.none')}</span>;
  }
  const { level, place, note } = rating;
  return (
    <>
      <b className="num">{level}</b>
      {place === null ? null : (
        <PlaceLink
          className="num together-at"
          place={place}
          moment={moment}
          label={words(place, 'rate.place')}
        >
          {place.at === null ? words(place, 'rate.place') : clockText(place.at, true)}
        </PlaceLink>
      )}
      {note === '' ? null : <p className="cap">{note}</p>}
    </>
  );
}

function Machine({ room, code }: { room: ReviewRoom; code: string }) {
  const { t } = useTranslation('review');
  const { score, error } = useScale();
  const found = room.machine?.find(({ dimension }) => dimension === code);
  if (!found || found.value === null) {
    return <span className="faint">{t('together.unmeasured')}</span>;
  }
  return (
    <span className="num">
      {score(found.value)} <span className="cap">{error(found.standardError ?? 0)}</span>
    </span>
  );
}

/** Everybody's levels beside each other, with the machine's score; two levels between them ask for a talk. */
export function Together({ room, moment }: { room: ReviewRoom; moment: Moment }) {
  const { t } = useTranslation('review');
  const own = useRef<HTMLElement>(null);
  // Handing in is at the end of a long column; what it opens is at its beginning.
  useEffect(() => {
    own.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const cards: Scorecard[] = [...(room.mine ? [room.mine] : []), ...room.others];
  const waiting = room.reviewers.filter(({ submitted }) => !submitted);
  return (
    <section ref={own} className="together" aria-label={t('together.title')}>
      <h2 className="t16 mid">{t('together.title')}</h2>
      {room.apart.length > 0 ? (
        <p className="together-talk">
          <Glyph of="warn" /> {t('together.talk', { count: room.apart.length })}
        </p>
      ) : null}
      <div className="together-table" tabIndex={0} role="region" aria-label={t('together.title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('together.dimension')}</th>
              {cards.map(({ id, reviewerName }) => (
                <th key={id} scope="col">
                  {id === room.mine?.id ? t('together.me') : reviewerName}
                </th>
              ))}
              {room.round ? null : <th scope="col">{t('together.machine')}</th>}
            </tr>
          </thead>
          <tbody>
            {room.dimensions.map(({ code, name }) => (
              <tr key={code} className={room.apart.includes(code) ? 'is-apart' : ''}>
                <th scope="row">
                  {name}
                  {room.apart.includes(code) ? (
                    <span className="together-apart">
                      <Glyph of="warn" /> {t('together.apart')}
                    </span>
                  ) : null}
                </th>
                {cards.map(({ id, ratings }) => (
                  <td key={id}>
                    <Given
                      room={room}
                      rating={ratings.find(({ dimension }) => dimension === code)}
                      moment={moment}
                    />
                  </td>
                ))}
                {room.round ? null : (
                  <td>
                    <Machine room={room} code={code} />
                  </td>
                )}
              </tr>
            ))}
            <tr>
              <th scope="row">{t('rate.whole')}</th>
              {cards.map(({ id, summary }) => (
                <td key={id}>
                  {summary.opinion === null ? null : t(`opinion.${summary.opinion}`)}
                  {summary.reason === '' ? null : <p className="cap">{summary.reason}</p>}
                </td>
              ))}
              {room.round ? null : <td />}
            </tr>
          </tbody>
        </table>
      </div>
      {waiting.length > 0 ? (
        <p className="cap">
          {t('together.waiting', { names: waiting.map(({ name }) => name).join(t('and')) })}
        </p>
      ) : null}
      <p className="cap">{t(room.round ? 'together.scaleRound' : 'together.scale')}</p>
    </section>
  );
}
