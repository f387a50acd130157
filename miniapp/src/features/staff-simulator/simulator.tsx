import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { CompetencyModel } from '@zhiyu/contracts/position';
import type { AskSimulation, Simulation } from '@zhiyu/contracts/simulation';
import { useRoute } from '../../api/query';
import { StateWord } from '../../components/glyph';
import { Empty, Failed, Loading } from '../../components/state';
import '../staff-impact/words';
import { hrefOf } from '../staff-shell/address.shared';
import { useSettled } from '../staff-shell/use-settled';
import { useWords } from '../staff-shell/use-words';
import { Dots } from './dots';
import { askOf, isBetter } from './simulator.shared';
import './simulator.scss';
import './words';

/** A hand on a slider asks many times a second: the server is asked when it rests. */
const restMs = 180;

function Figure({ name, now, before, more }: Record<'name' | 'now' | 'before' | 'more', string>) {
  return (
    <div>
      <dt className="t13 muted">{name}</dt>
      <dd>
        <b className="num">{now}</b> <span className="num t13 muted">{before}</span>
        <span className="t12 faint sim-more">{more}</span>
      </dd>
    </div>
  );
}

function Figures({ shown }: { shown: Simulation }) {
  const { t } = useTranslation('simulation');
  const words = useWords();
  const { people, was, is, changed } = shown;
  const lowest = (shown.impact ?? [])
    .filter((one) => one.is !== null)
    .sort((a, b) => (a.is ?? 1) - (b.is ?? 1))[0];
  const ratio = (value: number | null) => (value === null ? '–' : value.toFixed(2));
  return (
    <dl className="sim-figures">
      <Figure
        name={t('passes')}
        now={words.percent(is.meets / people)}
        before={t('before', { n: words.percent(was.meets / people) })}
        more={t('ofPeople', { n: is.meets, before: was.meets })}
      />
      <Figure
        name={t('verdict.crosses')}
        now={t('persons', { n: is.crosses })}
        before={t('before', { n: was.crosses })}
        more={t('byPerson')}
      />
      <Figure name={t('changed')} now={t('persons', { n: changed })} before="" more="" />
      {lowest ? (
        <Figure
          name={t('ratio', { name: t(`impact:attribute.${lowest.attribute}`) })}
          now={ratio(lowest.is)}
          before={t('before', { n: ratio(lowest.was) })}
          more={t(`finding.${lowest.finding}`)}
        />
      ) : (
        <div>
          <dt className="t13 muted">{t('fairness')}</dt>
          <dd className="t12 faint">{t(`hidden.${shown.impactHidden ?? 'tooFew'}`)}</dd>
        </div>
      )}
    </dl>
  );
}

function Changed({ shown }: { shown: Simulation }) {
  const { t } = useTranslation('simulation');
  const words = useWords();
  const { changedPeople, changed } = shown;
  if (changedPeople === null || changed === 0) {
    return <p className="muted t13">{t(changed === 0 ? 'nobodyChanges' : 'namesHidden')}</p>;
  }
  const score = (value: number | null) => (value === null ? '–' : words.score(value));
  return (
    <>
      <h3 className="sec-h">
        {t('who')}
        <span className="cap">
          {changed > changedPeople.length
            ? t('firstOf', { n: changedPeople.length, all: changed })
            : t('largestFirst')}
        </span>
      </h3>
      <ul className="sim-people">
        {changedPeople.map(({ applicationId, name, was, is }) => (
          <li key={applicationId}>
            <a href={hrefOf('file', { id: applicationId })}>{name}</a>
            <span className="num muted">
              {score(was.total)} → {score(is.total)}
            </span>
            <StateWord of={isBetter(was.verdict, is.verdict) ? 'pass' : 'reject'}>
              {t(`becomes.${is.verdict}`)}
            </StateWord>
          </li>
        ))}
      </ul>
    </>
  );
}

function Inside({ asked, before }: { asked: AskSimulation; before: CompetencyModel }) {
  const { t } = useTranslation('simulation');
  const words = useWords();
  const query = useRoute(routes.simulate, asked);
  const last = useRef<{ shown: Simulation; asked: AskSimulation } | null>(null);
  if (query.data) {
    last.current = { shown: query.data, asked };
  }
  if (query.error) {
    return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!last.current) {
    return <Loading lines={5} />;
  }
  const { shown, asked: drawn } = last.current;
  if (shown.people === 0) {
    return <Empty title={t('nobody')}>{t('nobodyMore')}</Empty>;
  }
  return (
    <div aria-busy={query.isFetching} className={query.isFetching ? 'sim-old' : undefined}>
      <p className="t13 muted">
        {t('about', {
          n: shown.people,
          from: words.day(shown.from),
          until: words.day(shown.until),
        })}
        {shown.unmeasured > 0 ? t('unmeasured', { n: shown.unmeasured }) : ''}
      </p>
      <div role="status">
        <Figures shown={shown} />
      </div>
      <Dots
        shown={shown}
        lines={{
          threshold: drawn.threshold,
          greyZone: drawn.greyZone,
          before: before.threshold,
        }}
      />
      <Changed shown={shown} />
    </div>
  );
}

interface SimulatorProps {
  positionId: string;
  model: CompetencyModel;
  before: CompetencyModel;
}

/** What this model would have done to the people of the last 90 days; it changes no decision. */
export function Simulator({ positionId, model, before }: SimulatorProps) {
  const { t } = useTranslation('simulation');
  const asked = askOf(positionId, useSettled(model, restMs));
  return (
    <section className="section sim">
      <h2 className="sec-h">
        {t('title')}
        <span className="cap">{t('changesNothing')}</span>
      </h2>
      {asked ? (
        <Inside asked={asked} before={before} />
      ) : (
        <p className="muted t13">{t('noWeight')}</p>
      )}
    </section>
  );
}
