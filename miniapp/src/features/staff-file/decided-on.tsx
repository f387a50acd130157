import { useTranslation } from 'react-i18next';
import type { ApplicationReviews } from '@zhiyu/contracts/review';
import { routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { hrefOf } from '../staff-shell/address.shared';
import { useMay } from '../staff-shell/use-me';
import '../staff-review/words';

/** Scorecards of an application, for whoever may read its reports. */
export function useReviews(applicationId: string, allowed: boolean) {
  const may = useMay();
  return useRoute(
    routes.applicationReviews,
    { id: applicationId },
    { enabled: allowed && may('report.view') },
  ).data;
}

/** What a decision rests on: the scorecards that were handed in by then, each with its levels. */
export function DecidedOn(props: {
  reviews: ApplicationReviews | undefined;
  decisionId: string;
  applicationName: string;
}) {
  const { reviews, decisionId, applicationName } = props;
  const { t } = useTranslation('review');
  const ids = reviews?.decisions.find((one) => one.decisionId === decisionId)?.scorecardIds ?? [];
  const cards = reviews?.scorecards.filter(({ id }) => ids.includes(id)) ?? [];
  const names = new Map(reviews?.dimensions.map(({ code, name }) => [code, name]));
  return cards.length === 0 ? null : (
    <ul className="decided-on" aria-label={t('behind.title')}>
      {cards.map(({ id, interviewId, reviewerName, ratings, summary }) => (
        <li key={id} className="cap">
          <a
            href={hrefOf('review', { interview: interviewId })}
            aria-label={t('behind.open', { name: reviewerName, candidate: applicationName })}
          >
            {t('behind.card', { name: reviewerName })}
          </a>
          {summary.opinion === null ? '' : ` ${t(`opinion.${summary.opinion}`)} · `}
          {ratings
            .flatMap(({ dimension, level }) =>
              level === null ? [] : [`${names.get(dimension) ?? dimension} ${level}`],
            )
            .join(' · ')}
          {summary.reason === '' ? null : <span className="pre"> {summary.reason}</span>}
        </li>
      ))}
    </ul>
  );
}
