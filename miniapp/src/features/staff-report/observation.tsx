import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { Fact, FaceTrack } from '@zhiyu/contracts/observation';
import { useRoute } from '../../api/query';
import { Awaited } from '../../components/state';
import { useWords } from '../staff-shell/use-words';
import { stretchesOf, summaryOf } from './observation.shared';

function Track({ track }: { track: FaceTrack }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const { presence, turned, most, expression } = summaryOf(track);
  const whole = (track.seconds.at(-1)?.t ?? 0) + 1;
  const parts = [
    t('observe.presence', { share: words.percent(presence) }),
    t('observe.faces', { count: most }),
    t('observe.turned', { share: words.percent(turned) }),
    expression === null
      ? ''
      : t('observe.expression', { name: t(`observe.expressions.${expression}`) }),
  ];
  return (
    <li>
      <b className="t13">{t('observe.question', { n: track.questionIndex + 1 })}</b>
      <svg
        className="observe-track"
        viewBox={`0 0 ${whole} 10`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('observe.track', { n: track.questionIndex + 1 })}
      >
        {stretchesOf(track).map(({ cell, from, length }) => (
          <rect key={from} className={cell} x={from} y={0} width={length} height={10} />
        ))}
      </svg>
      <p className="cap num">{parts.filter(Boolean).join(t('comma'))}</p>
    </li>
  );
}

function FactLine({ fact }: { fact: Fact }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const parts = [
    words.moment(fact.at),
    fact.questionIndex === null ? '' : t('observe.question', { n: fact.questionIndex + 1 }),
    fact.seconds < 1 ? '' : t('observe.seconds', { n: Math.round(fact.seconds) }),
    fact.detail,
  ];
  return (
    <li>
      <b className="t13">{t(`observe.kind.${fact.kind}`)}</b>
      <p className="cap num">{parts.filter(Boolean).join(' · ')}</p>
      <p className={fact.reason === '' ? 'cap' : 't13 pre'}>
        {fact.reason === '' ? t('observe.noReason') : t('observe.reason', { text: fact.reason })}
      </p>
    </li>
  );
}

/** What was observed beside the answers: grey, no bar, no good or bad; the candidate's reason beside each fact. */
export function Observed({ interviewId, weighs }: { interviewId: string; weighs: boolean }) {
  const { t } = useTranslation('staff');
  const query = useRoute(routes.observation, { id: interviewId });
  return (
    <section className="section observe">
      <h2 className="sec-h">
        {t('observe.title')}
        <span className="cap">{t(weighs ? 'reading:weighed.seen' : 'observe.weight')}</span>
      </h2>
      {weighs ? null : <p className="cap">{t('observe.lead')}</p>}
      <Awaited query={query}>
        {({ face, tracks, facts }) => (
          <>
            {face === 'observed' ? (
              <>
                <ul className="observe-list">
                  {tracks.map((track) => (
                    <Track key={track.attemptId} track={track} />
                  ))}
                </ul>
                <p className="cap">{t('observe.second')}</p>
              </>
            ) : (
              <p className="cap">{t(`observe.${face}`)}</p>
            )}
            <h3 className="t13 bold observe-facts">{t('observe.facts')}</h3>
            {facts.length === 0 ? <p className="cap">{t('observe.none')}</p> : null}
            <ol className="observe-list">
              {facts.map((fact) => (
                <FactLine key={fact.id} fact={fact} />
              ))}
            </ol>
          </>
        )}
      </Awaited>
    </section>
  );
}
