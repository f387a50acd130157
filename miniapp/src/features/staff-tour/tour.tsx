import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import { type Tour, tourPaces, type TourPace } from '@zhiyu/contracts/tour';
import { useState } from 'react';
import { messageOf } from '../../api/error';
import { keyOf, queryClient, useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Glyph } from '../../components/glyph';
import { Sheet } from '../../components/sheet';
import { Awaited, Empty } from '../../components/state';
import { Shell } from '../staff-shell/shell';
import { useMay } from '../staff-shell/use-me';
import { useWords } from '../staff-shell/use-words';
import { pageOfStep, stateOfStep } from './tour.shared';
import './tour.scss';
import './words';

/** How often the rows are looked at while the story runs (ms). */
const LOOK = 1000;
const keep = (tour: Tour) => queryClient.setQueryData(keyOf(routes.tour, {}), tour);

function Paces({ pace, onPace }: { pace: TourPace; onPace: (pace: TourPace) => void }) {
  const { t } = useTranslation('tour');
  return (
    <div className="seg tour-paces" role="group" aria-label={t('pace')}>
      {tourPaces.map((one) => (
        <button key={one} type="button" aria-pressed={one === pace} onClick={() => onPace(one)}>
          {t('times', { n: one })}
        </button>
      ))}
    </div>
  );
}

/** Everything back as it was at the start; other people who look at the example are signed out too. */
function Reset({ primary }: { primary: boolean }) {
  const { t } = useTranslation('tour');
  const [asked, setAsked] = useState(false);
  const reset = useAct(routes.resetTour, {
    onSuccess: ({ url }) => {
      queryClient.clear();
      window.location.assign(url);
    },
  });
  return (
    <>
      <Button look={primary ? 'primary' : 'normal'} onPress={() => setAsked(true)}>
        {t('reset')}
      </Button>
      <Sheet
        open={asked}
        title={t('resetTitle')}
        onClose={() => setAsked(false)}
        footer={
          <>
            <Button onPress={() => setAsked(false)}>{t('keep')}</Button>
            <Button
              look="danger"
              busy={reset.isPending ? t('resetting') : undefined}
              onPress={() => reset.mutate({})}
            >
              {t('reset')}
            </Button>
          </>
        }
      >
        <p>{t('resetMore')}</p>
        {reset.error ? (
          <p className="fault" role="alert">
            {messageOf(reset.error)}
          </p>
        ) : null}
      </Sheet>
    </>
  );
}

function Controls({ tour }: { tour: Tour }) {
  const { t } = useTranslation('tour');
  const words = useWords();
  const may = useMay();
  const [wanted, setWanted] = useState<TourPace>(60);
  const start = useAct(routes.startTour, { onSuccess: keep });
  const setPace = useAct(routes.setTourPace, { onSuccess: keep });
  const decide = useAct(routes.decideTour, { onSuccess: keep });
  const { state } = tour;
  const begun = state !== 'ready';
  const over = state === 'done' || state === 'broken';
  const error = start.error ?? setPace.error ?? decide.error;
  return (
    <section className="tour-controls">
      <p role="status">
        <b>{t(`state.${state}`, { name: tour.candidateName })}</b>
        {tour.storyAt === null ? null : (
          <span className="num muted"> {t('clock', { at: words.moment(tour.storyAt) })}</span>
        )}
      </p>
      <div className="row">
        {state === 'ready' || state === 'running' ? (
          <Paces
            pace={state === 'ready' ? wanted : tour.pace}
            onPace={(pace) => (state === 'ready' ? setWanted(pace) : setPace.mutate({ pace }))}
          />
        ) : null}
        {state === 'ready' ? (
          <Button
            look="primary"
            busy={start.isPending ? t('starting') : undefined}
            onPress={() => start.mutate({ pace: wanted })}
          >
            {t('start')}
          </Button>
        ) : null}
        {state === 'waiting' && tour.mayDecide ? (
          <Button
            look="primary"
            busy={decide.isPending ? t('deciding') : undefined}
            onPress={() => decide.mutate({})}
          >
            {t('decide')}
          </Button>
        ) : null}
        {begun && may('company.edit') ? <Reset primary={over} /> : null}
      </div>
      {state === 'waiting' ? (
        <p className="t13 muted">{t(tour.mayDecide ? 'waitingMore' : 'waitingOther')}</p>
      ) : null}
      {over && !may('company.edit') ? <p className="t13 muted">{t('resetOther')}</p> : null}
      {error ? (
        <p className="fault" role="alert">
          {messageOf(error)}
        </p>
      ) : null}
    </section>
  );
}

/** What is being answered now, word for word, as the candidate hands it in. */
function Saying({ saying }: { saying: NonNullable<Tour['saying']> }) {
  const { t } = useTranslation('tour');
  return (
    <div className="tour-saying">
      <p className="t13 muted">{t('asked')}</p>
      <p>{saying.question}</p>
      <p className="t13 muted">{t('answers')}</p>
      <blockquote>{saying.answer}</blockquote>
    </div>
  );
}

function Facts({ step }: { step: Tour['steps'][number] }) {
  const { t } = useTranslation('tour');
  const words = useWords();
  const { name, facts, doneAt } = step;
  if (Object.keys(facts).length === 0 || (doneAt === null && name !== 'answer')) {
    return null;
  }
  const score = (value: string | number | undefined) => words.score(Number(value));
  const shown =
    name === 'score' && facts.total !== undefined
      ? { total: score(facts.total), error: words.error(Number(facts.error)) }
      : facts;
  return (
    <p className="num tour-facts">
      {t(`fact.${name}`, {
        ...shown,
        source: facts.source === undefined ? '' : t(`staff:source.${facts.source}`),
        kind: facts.kind === undefined ? '' : t(`kind.${facts.kind}`),
      })}
    </p>
  );
}

function Steps({ tour }: { tour: Tour }) {
  const { t } = useTranslation('tour');
  const words = useWords();
  return (
    <ol className="tour-steps">
      {tour.steps.map((step, at) => {
        const state = stateOfStep(tour, step.name);
        const href = state === 'later' ? null : pageOfStep(tour, step.name);
        return (
          <li key={step.name} className={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="tour-mark num">
              {state === 'done' ? <Glyph of="pass" size={20} /> : at + 1}
            </span>
            <div>
              <h2>
                {t(`step.${step.name}.title`)}
                {step.doneAt === null ? null : (
                  <span className="num muted t13"> {words.moment(step.doneAt)}</span>
                )}
              </h2>
              <p className="muted">{t(`step.${step.name}.more`)}</p>
              <Facts step={step} />
              {step.name === 'answer' && state === 'now' && tour.saying ? (
                <Saying saying={tour.saying} />
              ) : null}
              {href === null ? null : (
                <a className="link tour-open" href={href}>
                  {t(`step.${step.name}.open`)}
                </a>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** How an answer becomes a decision: an example candidate goes the whole way while one watches. */
export function TourPage() {
  const { t } = useTranslation('tour');
  const [fast, setFast] = useState(true);
  const query = useRoute(routes.tour, {}, { refetchInterval: fast ? LOOK : false });
  const moving = query.data ? query.data.available && query.data.state !== 'done' : true;
  if (moving !== fast) {
    setFast(moving);
  }
  return (
    <Shell title={t('title')} current="home" crumb={<span className="crumb">{t('crumb')}</span>}>
      <Awaited query={query}>
        {(tour) =>
          tour.available ? (
            <div className="tour">
              <h1 className="hello">{t('title')}</h1>
              <p className="muted">{t('lead', { name: tour.candidateName })}</p>
              <Controls tour={tour} />
              <Steps tour={tour} />
            </div>
          ) : (
            <>
              <h1 className="sr">{t('title')}</h1>
              <Empty title={t('none')}>{t('noneMore')}</Empty>
            </>
          )
        }
      </Awaited>
    </Shell>
  );
}
