import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PassAlert } from '@zhiyu/contracts/pass-alerts';
import { StateWord, type Meaning } from '../../components/glyph';
import { hrefOf } from '../staff-shell/address.shared';
import { percentOf } from '../staff-shell/rate.shared';
import { useWords } from '../staff-shell/use-words';
import { engineOf, shiftOf, sideOf, without } from './alerts.shared';

interface CauseProps {
  title: string;
  children: ReactNode;
  more?: string;
  /** That it is none, or that nobody can tell. */
  state?: { of: Meaning; word: string };
  way?: { href: string; label: string };
}

function Cause({ title, children, more, state, way }: CauseProps) {
  return (
    <li className="cause">
      <b>{title}</b>
      <span>
        {children}
        {more === undefined ? null : <small>{more}</small>}
        {state === undefined ? null : (
          <small>
            <StateWord of={state.of}>{state.word}</StateWord>
          </small>
        )}
      </span>
      {way === undefined ? null : (
        <a className="link touch" href={way.href}>
          {way.label}
        </a>
      )}
    </li>
  );
}

/** What the share would be, and whether that is certain. */
function useWould({ now, limit }: PassAlert) {
  const { t } = useTranslation('alerts');
  return (more: number) => {
    const rate = without(now, more);
    return rate === null || more === 0
      ? t('would.none')
      : t('would.rate', {
          ...{ n: more, share: percentOf(rate.share), low: percentOf(rate.low) },
          ...{ high: percentOf(rate.high), side: t(`side.${sideOf(rate, limit)}`) },
        });
  };
}

function Lines({ alert }: { alert: PassAlert }) {
  const { t } = useTranslation('alerts');
  const words = useWords();
  const would = useWould(alert);
  const way = {
    href: hrefOf('position', { id: alert.positionId, part: 'model' }),
    label: t('toSimulator'),
  };
  const raised = alert.lines.filter(({ from, to }) => to > from);
  return (
    <>
      {raised.map((line) => (
        <Cause
          key={line.version}
          title={t('line.moved', { from: words.score(line.from), to: words.score(line.to) })}
          more={t('line.who', { n: line.version, who: line.byName, at: words.day(line.at) })}
          way={way}
        >
          {t('line.old', { would: would(line.between) })}
        </Cause>
      ))}
      <Cause
        title={t('line.now', { n: words.score(alert.threshold) })}
        {...(raised.length === 0 ? { more: t('line.still') } : {})}
        way={way}
      >
        {t('line.less', { would: would(alert.atFiveLess) })}
      </Cause>
    </>
  );
}

function Question({ alert: { question } }: { alert: PassAlert }) {
  const { t } = useTranslation('alerts');
  if (question === null) {
    return (
      <Cause title={t('question.title')} state={{ of: 'unknown', word: t('unknown') }}>
        {t('question.none')}
      </Cause>
    );
  }
  const { discrimination, share, people, text, code } = question;
  const weak = discrimination !== null && discrimination < 0.2;
  return (
    <Cause
      title={t('question.title')}
      more={
        discrimination === null
          ? t('question.alone', { share: percentOf(share), n: people })
          : t(weak ? 'question.weak' : 'question.fits', {
              ...{ share: percentOf(share), n: people, r: discrimination.toFixed(2) },
            })
      }
      way={{ href: hrefOf('questions', { code }), label: t('question.see') }}
    >
      {text}
    </Cause>
  );
}

function Dimension({ alert: { dimension, positionId } }: { alert: PassAlert }) {
  const { t } = useTranslation('alerts');
  const words = useWords();
  return dimension === null ? null : (
    <Cause
      title={t('dimension.title')}
      more={t('dimension.people', { n: dimension.people })}
      way={{ href: hrefOf('calibration', { position: positionId }), label: t('dimension.see') }}
    >
      {t('dimension.is', {
        name: dimension.name,
        mean: words.score(dimension.mean),
        requirement: words.score(dimension.requirement),
      })}
    </Cause>
  );
}

function Sources({ alert: { sources, positionId } }: { alert: PassAlert }) {
  const { t } = useTranslation('alerts');
  const shift = shiftOf(sources);
  if (shift === null || shift === 'few') {
    const few = shift === 'few';
    const state = few
      ? { of: 'unknown' as const, word: t('unknown') }
      : { of: 'pass' as const, word: t('excluded') };
    return (
      <Cause title={t('sources.title')} state={state}>
        {t(few ? 'sources.few' : 'sources.same')}
      </Cause>
    );
  }
  const { source, before, now } = shift;
  return (
    <Cause
      title={t('sources.title')}
      way={{
        href: hrefOf('applications', { position: positionId, source }),
        label: t('sources.see'),
      }}
    >
      {t('sources.moved', {
        ...{ source: t(`staff:source.${source}`), from: percentOf(before), to: percentOf(now) },
      })}
    </Cause>
  );
}

function Engine({ alert: { engines } }: { alert: PassAlert }) {
  const { t } = useTranslation('alerts');
  const how = engineOf(engines);
  const states = {
    same: { of: 'pass' as const, word: t('excluded') },
    few: { of: 'unknown' as const, word: t('unknown') },
    changed: undefined,
  };
  const state = states[how];
  const names = {
    before: engines.before.join(t('staff:and')),
    now: engines.now.join(t('staff:and')),
  };
  return (
    <Cause title={t('engine.title')} {...(state ? { state } : {})}>
      {t(`engine.${how}`, names)}
    </Cause>
  );
}

/** What may stand behind it, each with what is known of it; what can be ruled out stands there too. */
export function Causes({ alert }: { alert: PassAlert }) {
  const { t } = useTranslation('alerts');
  return (
    <section className="section">
      <h2 className="sec-h">
        {t('causes')}
        <span className="cap">{t('causesMore')}</span>
      </h2>
      <ul className="causes">
        <Question alert={alert} />
        <Dimension alert={alert} />
        <Lines alert={alert} />
        <Sources alert={alert} />
        <Engine alert={alert} />
      </ul>
    </section>
  );
}
