import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  outcomeDays,
  outcomeFileFormats,
  type AskOutcomes,
  type Outcomes,
} from '@zhiyu/contracts/outcomes';
import { rawPaths, routes } from '@zhiyu/contracts/routes';
import { useRoute } from '../../api/query';
import { Awaited, Failed } from '../../components/state';
import { serverTime } from '../../platform/clock';
import { SurveyOfAll } from '../staff-board/survey';
import { keepInAddress } from '../staff-shell/address';
import { monthIn, monthName, monthsUntil } from '../staff-shell/months.shared';
import { Shell } from '../staff-shell/shell';
import { useMay } from '../staff-shell/use-me';
import { useWords } from '../staff-shell/use-words';
import { changedRates, isEmpty, isFew } from './figures.shared';
import { FigureTable, ShareBar } from './rows';
import './words';
import '../staff-board/board.scss';
import './figures.scss';

function Pick<V extends string>(props: {
  label: string;
  /** Null: another way of choosing is in use. */
  value: V | null;
  options: readonly { value: V; text: string }[];
  onPick: (value: V) => void;
}) {
  return (
    <div className="seg" role="group" aria-label={props.label}>
      {props.options.map(({ value, text }) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === props.value}
          onClick={() => props.onPick(value)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}

interface AskedProps {
  asked: AskOutcomes;
  onAsk: (asked: AskOutcomes) => void;
}

/** So many whole months can be chosen. */
const monthsShown = 12;

/** The last days, or one whole month. */
function Period({ asked, onAsk }: AskedProps) {
  const { t, i18n } = useTranslation('figures');
  const { scope, days, month } = asked;
  // Whole ones: this month is not over.
  const known = monthsUntil(serverTime(), monthsShown + 1).slice(1);
  const months = month === undefined || known.includes(month) ? known : [month, ...known];
  return (
    <>
      <Pick
        label={t('period')}
        value={month === undefined ? days : null}
        options={outcomeDays.map((value) => ({ value, text: t(`days.${value}`) }))}
        onPick={(value) => onAsk({ scope, days: value })}
      />
      <label>
        <span className="sr">{t('month.label')}</span>
        <select
          className={`select ${month === undefined ? '' : 'chosen'}`}
          value={month ?? ''}
          onChange={(event) => onAsk({ scope, days, month: monthIn(event.target.value) })}
        >
          <option value="">{t('month.none')}</option>
          {months.map((one) => (
            <option key={one} value={one}>
              {monthName(one, i18n.language)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

/** What changed beyond its error, in one sentence. */
function Lead({ outcomes }: { outcomes: Outcomes }) {
  const { t } = useTranslation(['figures', 'staff']);
  const said = (['better', 'worse'] as const).flatMap((say) => {
    const names = changedRates(outcomes, say).map((name) => t(`name.${name}`));
    return names.length === 0 ? [] : [t(`lead.${say}`, { names: names.join(t('staff:and')) })];
  });
  const plain = isEmpty(outcomes) ? 'lead.none' : isFew(outcomes) ? 'lead.few' : 'lead.same';
  const text = said.join(' ') || t(plain);
  return <h2 className="h2 figs-lead">{text}</h2>;
}

function Steps({ steps }: Pick<Outcomes, 'steps'>) {
  const { t } = useTranslation('figures');
  const words = useWords();
  const all = steps[0]?.now ?? 0;
  const before = (at: number, of: 'now' | 'before') => {
    const earlier = steps[at - 1]?.[of] ?? 0;
    return earlier === 0 ? '' : words.percent((steps[at]?.[of] ?? 0) / earlier);
  };
  return (
    <section aria-labelledby="figs-steps">
      <h2 className="sec-h" id="figs-steps">
        {t('steps.title')}
        <span className="cap num">{t('steps.people', { count: all })}</span>
      </h2>
      <ol className="figs-steps">
        {steps.map(({ step, now }, at) => {
          const earlier = before(at, 'before');
          return (
            <li key={step}>
              <span>{t(`steps.${step}`)}</span>
              <span className="vol" aria-hidden="true">
                <i style={{ width: `${all === 0 ? 0 : (now / all) * 100}%` }} />
              </span>
              <b className="num mid right">{now}</b>
              <span className="num cap right">
                {before(at, 'now')}
                {earlier === '' ? '' : ` (${earlier})`}
              </span>
            </li>
          );
        })}
      </ol>
      <p className="cap">{t('steps.note')}</p>
    </section>
  );
}

function Places({ places }: Pick<Outcomes, 'places'>) {
  const { t } = useTranslation(['figures', 'staff']);
  const words = useWords();
  return places.length === 0 ? null : (
    <section aria-labelledby="figs-places" className="section">
      <h2 className="sec-h" id="figs-places">
        {t('places.title')}
        <span className="cap">{t('places.more')}</span>
      </h2>
      <ul className="figs-places">
        {places.map(({ app, device, hits, of }) => (
          <li key={`${app}:${device}`}>
            <span>
              {app === ''
                ? t('places.untold')
                : [t(`places.app.${app}`), t(`places.device.${device}`)].join(t('staff:comma'))}
            </span>
            <span className="num muted right">{of}</span>
            <ShareBar hits={hits} of={of} />
            <b className="num mid right">{of === 0 ? '' : words.percent(hits / of)}</b>
          </li>
        ))}
      </ul>
      <p className="cap">{t('places.note')}</p>
    </section>
  );
}

/** What is asked for, without what is not. */
function fieldsOf({ days, scope, month }: AskOutcomes): AskOutcomes {
  return { days, scope, ...(month === undefined ? {} : { month }) };
}

/** The same figures as files; a native link saves them in a browser and opens them in a chat. */
function Files({ asked }: { asked: AskOutcomes }) {
  const { t } = useTranslation('figures');
  const { days, scope, month } = asked;
  const query = `?days=${days}&scope=${scope}${month === undefined ? '' : `&month=${month}`}`;
  return (
    <section className="section">
      <h2 className="sec-h">{t('file.title')}</h2>
      <p className="muted t14 figs-missing">{t('file.more')}</p>
      <p className="row figs-files">
        {outcomeFileFormats.map((format) => (
          <a
            key={format}
            className="btn touch"
            href={`${rawPaths.outcomeFile}/figures.${format}${query}`}
            download
          >
            {t(`file.${format}`)}
          </a>
        ))}
      </p>
    </section>
  );
}

function Filled({ outcomes, asked }: { outcomes: Outcomes; asked: AskOutcomes }) {
  const { t } = useTranslation('figures');
  // The trend is counted in twelve parts: the figures do not wait for it.
  const trend = useRoute(routes.outcomeTrend, asked);
  return (
    <div className="figs-cols">
      <div>
        <Lead outcomes={outcomes} />
        <FigureTable outcomes={outcomes} trend={trend.data} />
        {trend.error ? <Failed error={trend.error} onRetry={() => void trend.refetch()} /> : null}
        <section className="section">
          <h2 className="sec-h">{t('missing.title')}</h2>
          <p className="muted t14 figs-missing">{t('missing.text')}</p>
        </section>
      </div>
      <div>
        <Steps steps={outcomes.steps} />
        <Places places={outcomes.places} />
        <SurveyOfAll />
        <Files asked={asked} />
      </div>
    </div>
  );
}

/** Outcome figures, each with how it is counted, the time before and now. */
export function Figures({ month }: { month: string | undefined }) {
  const { t } = useTranslation('figures');
  const words = useWords();
  const [asked, setAsked] = useState<AskOutcomes>(fieldsOf({ days: '30', scope: 'all', month }));
  const ask = (wanted: AskOutcomes) => {
    setAsked(fieldsOf(wanted));
    keepInAddress('figures', { month: wanted.month });
  };
  const may = useMay();
  const outcomes = useRoute(routes.outcomes, asked, { enabled: may('dashboard.view') });
  return (
    <Shell
      title={t('window')}
      current="figures"
      act="dashboard.view"
      crumb={<h1>{t('title')}</h1>}
      tools={
        <>
          <Pick
            label={t('scope')}
            value={asked.scope}
            options={(['all', 'mine'] as const).map((value) => ({ value, text: t(value) }))}
            onPick={(scope) => ask({ ...asked, scope })}
          />
          <Period asked={asked} onAsk={ask} />
        </>
      }
    >
      <Awaited query={outcomes}>
        {(data) => (
          <>
            <p className="cap num figs-span">
              {t(asked.month === undefined ? 'span' : 'spanMonth', {
                from: words.day(data.from),
                // The last day that is in it: a month ends where the next begins.
                until: words.day(data.until - 1),
              })}
            </p>
            <Filled outcomes={data} asked={asked} />
          </>
        )}
      </Awaited>
    </Shell>
  );
}
