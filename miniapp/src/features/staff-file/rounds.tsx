import { useTranslation } from 'react-i18next';
import type { ApplicationDetail } from '@zhiyu/contracts/application';
import { Empty } from '../../components/state';
import { hrefOf } from '../staff-shell/address.shared';
import { useWords } from '../staff-shell/use-words';
import { MoreDays } from '../staff-live/more-days';
import { AskNow } from './ask-now';
import { aiInterviewsOf } from './file.shared';
import { InvitationLink } from './invitation-link';
import { PeopleRounds } from './people-rounds';

/** Interviews with their state, in the order of the rounds. */
export function Interviews({ application }: { application: ApplicationDetail }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const { last } = aiInterviewsOf(application);
  return application.interviews.length === 0 ? null : (
    <section className="section">
      <h2 className="sec-h">{t('overview.rounds')}</h2>
      <ul className="records">
        {application.interviews.map((one) => (
          <li key={one.id}>
            <span className="faint num">{t('overview.round', { n: one.round })}</span>
            <span className="mid">{t(`interviewKind.${one.kind}`)}</span>
            <span>
              {t(`interview.${one.state}`, { defaultValue: one.state })}
              <span className="muted num">
                {one.finishedAt === null ? '' : words.moment(one.finishedAt)}
              </span>
              {one.arranged.length === 0 ? null : (
                <span className="muted t13 overview-more">
                  {t('overview.arranged', {
                    what: one.arranged.map((kind) => t(`accommodation.${kind}`)).join(t('comma')),
                  })}
                </span>
              )}
              {one.replaced.map(({ was, now, by }) => (
                <span key={was} className="muted t13 overview-more">
                  {by === null ? t('bank.askedAgain', { was }) : t('bank.replaced', { was, now })}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {last?.state === 'running' ? (
        <AskNow interviewId={last.id} positionId={application.positionId} />
      ) : null}
      {last && application.stage === 'aiInterview' ? <MoreDays interview={last} /> : null}
      <InvitationLink application={application} />
    </section>
  );
}

/** Something is there to rate. */
const enters = ({ kind, state }: ApplicationDetail['interviews'][number]) =>
  kind === 'ai' ? state === 'finished' : state !== 'cancelled';

/** All rounds: interviews by machine and by people, when each was or will be, and the way to the review room. */
export function RoundsTab({ application }: { application: ApplicationDetail }) {
  const { t } = useTranslation('file');
  const words = useWords();
  const { interviews, allowed } = application;
  if (interviews.length === 0) {
    return <Empty title={t('rounds.none')}>{t('rounds.noneMore')}</Empty>;
  }
  return (
    <>
      <Interviews application={application} />
      <PeopleRounds application={application} />
      <section className="section">
        <h2 className="sec-h">{t('rounds.times')}</h2>
        <ul className="people-lines t13">
          {interviews.map((one) => (
            <li key={one.id}>
              <span className="faint num">{t('staff:overview.round', { n: one.round })}</span>
              <span className="grow num">
                {one.startedAt === null ? t('rounds.noTime') : words.moment(one.startedAt)}
                {one.kind === 'ai' ? (
                  <span className="muted">
                    {t('staff:overview.answered', { answered: one.answered, of: one.questions })}
                  </span>
                ) : null}
              </span>
              {enters(one) && allowed.scores ? (
                <a className="btn small" href={hrefOf('review', { interview: one.id })}>
                  {t(one.kind === 'ai' ? 'rounds.enter' : 'rounds.rate')}
                </a>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
