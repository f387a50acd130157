import { useTranslation } from 'react-i18next';
import type { Finding, Report } from '@zhiyu/contracts/scoring';
import { ScoreBar, VerdictWord } from '../../components/score-bar';
import { clockText } from '../../components/time';
import { useWords } from '../staff-shell/use-words';
import { CalibratedBy } from '../staff-calibration/graded-beside';
import { passagesOf } from './evidence.shared';
import { PassageQuote } from './quote';
import { spokenSeconds, textsOf } from './report.shared';

/** The one number: with its error, its requirement, what share was measured. */
export function Total({ report }: { report: Report }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const { total } = report;
  const seconds = spokenSeconds(report.answers);
  return (
    <div className="total">
      <p className="cap">{t('report.total', { need: words.score(total.requirement) })}</p>
      <p className="total-v num">
        {total.value === null ? t('ui:score.unknown') : words.score(total.value)}
        {total.standardError === null ? null : <small>{words.error(total.standardError)}</small>}
      </p>
      <div className="total-bar">
        <ScoreBar
          label={t('report.totalLabel')}
          value={total.value}
          standardError={total.standardError}
          requirement={total.requirement}
          verdict={total.verdict}
        />
        <VerdictWord verdict={total.verdict} />
      </div>
      <p className="cap num">
        {[
          t('report.questions', { count: report.answers.length }),
          seconds === null ? '' : t('report.recorded', { time: clockText(seconds) }),
          t('report.coverage', { share: words.percent(total.coverage) }),
        ]
          .filter(Boolean)
          .join(t('comma'))}
      </p>
    </div>
  );
}

/** Sentences of a report; each stands on quotes. */
export function Findings({
  title,
  findings,
  report,
}: {
  title: string;
  findings: Finding[];
  report: Report;
}) {
  return findings.length === 0 ? null : (
    <section className="section">
      <h2 className="sec-h">{title}</h2>
      <ul className="findings">
        {findings.map((finding) => (
          <li key={finding.text}>
            <p className="mid">{finding.text}</p>
            {passagesOf(finding.evidence, textsOf(report.answers)).map((passage) => (
              <PassageQuote
                key={`${passage.evidence[0].answerId} ${passage.evidence[0].start}`}
                passage={passage}
                answers={report.answers}
                told={finding.text}
              />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What to ask in the next round, and why. */
export function AskNext({ report }: { report: Report }) {
  const { t } = useTranslation('staff');
  const questions = report.askNext ?? [];
  return questions.length === 0 ? null : (
    <section className="section">
      <h2 className="sec-h">{t('report.askNext')}</h2>
      <ol className="findings">
        {questions.map(({ text, why }) => (
          <li key={text}>
            <p className="mid">{text}</p>
            <p className="cap">{why}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** How it was said: grey, no bar, no good or bad. */
export function Delivery({ report }: { report: Report }) {
  const { t } = useTranslation('staff');
  const { delivery } = report;
  const unit = report.locale === 'zh' || report.locale === 'ja' ? 'characters' : 'words';
  const rows: [string, string][] = [
    ['length', t(`delivery.${unit}`, { n: delivery.characters })],
    [
      'pace',
      delivery.charactersPerMinute === null
        ? t('delivery.untimed')
        : t('delivery.perMinute', { n: Math.round(delivery.charactersPerMinute) }),
    ],
    ['fillers', t('delivery.times', { n: delivery.fillers })],
  ];
  return (
    <section className="section">
      <h2 className="sec-h">
        {t('delivery.title')}
        <span className="cap">{t('delivery.weight')}</span>
      </h2>
      <dl className="pairs-list t13">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`delivery.${name}`)}</dt>
            <dd className="num muted">{value}</dd>
          </div>
        ))}
        {delivery.keywords.length === 0 ? null : (
          <div>
            <dt>{t('delivery.keywords')}</dt>
            <dd className="muted">
              {delivery.keywords
                .slice(0, 8)
                .map(({ word, count }) => `${word} ${count}`)
                .join(t('comma'))}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

/** How the report came about: words from whom, which engine, how sure. */
export function Origin({ report }: { report: Report }) {
  const { t } = useTranslation('staff');
  return (
    <section className="section">
      <h2 className="sec-h">{t('origin.title')}</h2>
      <p className="cap origin">
        {t(`origin.words.${report.wordsFrom}`)}
        {t('origin.engine', {
          engine: `${report.engine.name} ${report.engine.version}`,
          model: report.modelVersion,
        })}
        {report.engine.model && t('origin.model', { ...report.engine.model })}
        {report.engine.model && report.engine.model.failed.length > 0 && t('origin.modelFailed')}
        {t(`origin.confidence.${report.confidence}`)}
        <CalibratedBy report={report} />
      </p>
    </section>
  );
}
