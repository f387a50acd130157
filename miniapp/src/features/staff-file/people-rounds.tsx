import { useTranslation } from 'react-i18next';
import type { ApplicationDetail } from '@zhiyu/contracts/application';
import type { ApplicationReviews } from '@zhiyu/contracts/review';
import { hrefOf } from '../staff-shell/address.shared';
import { useWords } from '../staff-shell/use-words';
import { useReviews } from './decided-on';
import './people-rounds.scss';

type Round = ApplicationDetail['interviews'][number];
type Card = ApplicationReviews['scorecards'][number];

/** One person's levels and opinion in a line, the reason and the notes under it. */
function CardLine({ card, names }: { card: Card; names: ReadonlyMap<string, string> }) {
  const { t } = useTranslation('review');
  const { reviewerName, summary, ratings } = card;
  const levels = ratings.flatMap(({ dimension, level }) =>
    level === null ? [] : [`${names.get(dimension) ?? dimension} ${level}`],
  );
  const notes = ratings.flatMap(({ dimension, note }) =>
    note === '' ? [] : [`${names.get(dimension) ?? dimension}${t('candidate:colon')}${note}`],
  );
  return (
    <li>
      <p>
        <b className="mid">{reviewerName}</b>{' '}
        {summary.opinion === null ? null : t(`opinion.${summary.opinion}`)}
        {levels.length === 0 ? null : (
          <span className="muted num">{` · ${levels.join(' · ')}`}</span>
        )}
      </p>
      {[summary.reason, ...notes]
        .filter((text) => text !== '')
        .map((text) => (
          <p key={text} className="t13 muted pre">
            {text}
          </p>
        ))}
    </li>
  );
}

function RoundCards({ round, reviews }: { round: Round; reviews: ApplicationReviews }) {
  const { t } = useTranslation(['file', 'staff']);
  const words = useWords();
  const cards = reviews.scorecards.filter(({ interviewId }) => interviewId === round.id);
  const names = new Map(reviews.dimensions.map(({ code, name }) => [code, name]));
  return (
    <li>
      <p className="people-round-head t13">
        <span className="grow num">
          {t('staff:overview.round', { n: round.round })}{' '}
          <span className="muted">
            {round.startedAt === null ? '' : words.moment(round.startedAt)}
          </span>
        </span>
        <a className="btn small touch" href={hrefOf('review', { interview: round.id })}>
          {t('rounds.rate')}
        </a>
      </p>
      {cards.length === 0 ? (
        <p className="t13 muted">
          {t(reviews.hidden.includes(round.id) ? 'rounds.blind' : 'rounds.unrated')}
        </p>
      ) : (
        <ul className="people-cards">
          {cards.map((card) => (
            <CardLine key={card.id} card={card} names={names} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** What people saw in their rounds (R30), beside the résumé, the test and the machine's reading. */
export function PeopleRounds({ application }: { application: ApplicationDetail }) {
  const { t } = useTranslation('file');
  const reviews = useReviews(application.id, application.allowed.scores);
  const rounds = application.interviews.filter(
    ({ kind, state }) => kind === 'human' && state !== 'cancelled',
  );
  return rounds.length === 0 || !reviews ? null : (
    <section className="section">
      <h2 className="sec-h">{t('rounds.people')}</h2>
      <ul className="people-rounds">
        {rounds.map((round) => (
          <RoundCards key={round.id} round={round} reviews={reviews} />
        ))}
      </ul>
    </section>
  );
}
