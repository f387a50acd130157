import { useTranslation } from 'react-i18next';
import { untoldText } from '@zhiyu/contracts/consent-texts';
import { routes } from '@zhiyu/contracts/routes';
import type { ApplicationDetail, DecisionKind } from '@zhiyu/contracts/application';
import { useRoute } from '../../api/query';
import { StateWord, type Meaning } from '../../components/glyph';
import { Awaited, Empty } from '../../components/state';
import { OfferPart } from '../staff-offer/offer-part';
import { DecidedOn, useReviews } from './decided-on';
import { PromiseWord } from '../staff-shell/promise-word';
import { useWords } from '../staff-shell/use-words';

const decisionGlyph: Record<DecisionKind, Meaning> = {
  pass: 'pass',
  reject: 'reject',
  hold: 'hold',
  askMore: 'unknown',
};
const purposes = ['recording', 'transcription', 'automatedAssessment', 'talentPool', 'application'];
/** Only where the position or the company asks. */
const extra = ['facialObservation', 'browserRecognition'];

/** Every decision: who, when, why; and what was promised. */
export function DecisionsTab({ application }: { application: ApplicationDetail }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const { decisions, promises } = application;
  const reviews = useReviews(application.id, application.allowed.scores);
  const reasonText = (reason: string) => t(`reason.${reason}`, { defaultValue: reason });
  return (
    <>
      <OfferPart application={application} />
      {decisions.length === 0 ? (
        <Empty title={t('decisions.none')}>{t('decisions.noneMore')}</Empty>
      ) : (
        <ol className="records">
          {decisions.map((one) => (
            <li key={one.id}>
              <time className="num faint">{words.moment(one.at)}</time>
              <StateWord of={decisionGlyph[one.kind]}>{t(`decide.kind.${one.kind}`)}</StateWord>
              <span>
                {one.automatic ? t('decisions.automatic') : one.by}
                {t('comma')}
                {reasonText(one.reason)}
                {one.note === '' ? null : <span className="muted pre">{one.note}</span>}
                <DecidedOn
                  reviews={reviews}
                  decisionId={one.id}
                  applicationName={application.candidateName}
                />
              </span>
            </li>
          ))}
        </ol>
      )}
      <section className="section">
        <h2 className="sec-h">{t('promises.title')}</h2>
        {promises.length === 0 ? <p className="muted records-none">{t('promises.none')}</p> : null}
        <ul className="records">
          {promises.map((one) => (
            <li key={one.id}>
              <time className="num faint">{words.moment(one.dueAt)}</time>
              {one.keptAt !== null ? (
                <StateWord of="pass">{t('promises.kept')}</StateWord>
              ) : one.broken ? (
                <StateWord of="warn">{t('promises.broken')}</StateWord>
              ) : (
                <PromiseWord at={one.dueAt} />
              )}
              <span>
                {t(`promiseOf.${one.text}`, { defaultValue: one.text })}
                {one.keptAt === null ? null : (
                  <span className="muted">
                    {t('promises.keptAt', { at: words.moment(one.keptAt) })}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** All that happened, newest first: messages, presses, moves. */
export function TimelineTab({ id }: { id: string }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const timeline = useRoute(routes.timeline, { id });
  return (
    <Awaited query={timeline}>
      {({ entries }) =>
        entries.length === 0 ? (
          <Empty title={t('timeline.none')} />
        ) : (
          <ol className="records">
            {entries
              .slice()
              .sort((a, b) => b.at - a.at)
              .map((entry) => (
                <li key={`${entry.at}${entry.kind}${entry.text}`}>
                  <time className="num faint">{words.moment(entry.at)}</time>
                  <span className="mid">{entry.who}</span>
                  <span className="pre">{entry.text}</span>
                </li>
              ))}
          </ol>
        )
      }
    </Awaited>
  );
}

/** What was agreed to, refused, not asked. */
export function ConsentsTab({ application }: { application: ApplicationDetail }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const asked = extra.filter((one) => application.consents.some(({ purpose }) => purpose === one));
  const named = [...purposes, ...asked];
  const latest = named.map((purpose) => ({
    purpose,
    record: application.consents
      .filter((one) => one.purpose === purpose)
      .sort((a, b) => b.at - a.at)[0],
  }));
  const others = application.consents
    .filter(({ purpose }) => !named.includes(purpose))
    .map((record) => ({ purpose: record.purpose, record }));
  const rows = [...latest, ...others].filter(
    ({ purpose, record }) => record !== undefined || purpose !== 'application',
  );
  return (
    <>
      <div className="scroll-x">
        <table className="grid consents">
          <caption className="sr">{t('consents.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('consents.what')}</th>
              <th scope="col">{t('consents.choice')}</th>
              <th scope="col">{t('consents.when')}</th>
              <th scope="col">{t('consents.seen')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ purpose, record }) => (
              <tr key={`${purpose}${record?.at ?? ''}`}>
                <th scope="row">{t(`purpose.${purpose}`, { defaultValue: purpose })}</th>
                <td>
                  {record === undefined ? (
                    <StateWord of="unknown">{t('consents.notAsked')}</StateWord>
                  ) : record.given ? (
                    <StateWord of="pass">{t('consents.given')}</StateWord>
                  ) : (
                    <StateWord of="reject">{t('consents.refused')}</StateWord>
                  )}
                </td>
                <td className="num muted">{record ? words.moment(record.at) : '—'}</td>
                <td className="muted">
                  {record?.textVersion === untoldText
                    ? t('consents.untold')
                    : (record?.textVersion ?? '—')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="cap section">{t('consents.note')}</p>
    </>
  );
}
