import { useTranslation } from 'react-i18next';
import type { ApplicationDetail } from '@zhiyu/contracts/application';
import type { ParsedWork } from '@zhiyu/contracts/resume';
import { ScoreBar, VerdictWord } from '../../components/score-bar';
import { StateWord } from '../../components/glyph';
import { PromiseWord } from '../staff-shell/promise-word';
import { useWords } from '../staff-shell/use-words';
import { TestFacts } from '../staff-written-tests/test-facts';
import { AskNow } from './ask-now';
import { ContactWay } from './contact-way';
import { aiInterviewsOf, type FileTab } from './file.shared';

interface Props {
  application: ApplicationDetail;
  onTab: (tab: FileTab) => void;
}

function ScoreFact({ application, onTab }: Props) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const { last } = aiInterviewsOf(application);
  const { total, requirement, verdict } = application;
  return (
    <div>
      <p className="cap">
        {requirement === null
          ? t('overview.interview')
          : t('report.total', { need: words.score(requirement) })}
      </p>
      {total === null || requirement === null || verdict === null ? (
        <p className="v v-none">
          {application.allowed.scores
            ? t(last ? `interview.${last.state}` : 'overview.noInterview')
            : t('overview.noScores')}
        </p>
      ) : (
        <>
          <p className="v num">
            {words.score(total)}
            {application.standardError === null ? null : (
              <small>{words.error(application.standardError)}</small>
            )}
          </p>
          <ScoreBar
            label={t('report.totalLabel')}
            value={total}
            standardError={application.standardError}
            requirement={requirement}
            verdict={verdict}
          />
          <VerdictWord verdict={verdict} />
        </>
      )}
      <p className="cap num">
        {last
          ? t('overview.answered', { answered: last.answered, of: last.questions })
          : t('overview.notInvited')}
        {last?.reportReady && application.allowed.scores ? (
          <button type="button" className="link after" onClick={() => onTab('assessment')}>
            {t('overview.toReport')}
          </button>
        ) : null}
      </p>
    </div>
  );
}

function ScreeningFact({ application, onTab }: Props) {
  const { t } = useTranslation('staff');
  const rules = application.screening?.rules;
  return (
    <div>
      <p className="cap">{t('tab.screening')}</p>
      {rules === undefined ? (
        <p className="v v-none">{t('screening.none')}</p>
      ) : (
        <p className="v num">
          {rules.filter(({ outcome }) => outcome === 'held').length}
          <small>/ {t('overview.rules', { count: rules.length })}</small>
        </p>
      )}
      <p className="cap">
        <button type="button" className="link" onClick={() => onTab('screening')}>
          {t('overview.toRules')}
        </button>
      </p>
    </div>
  );
}

function PromiseFact({ application }: { application: ApplicationDetail }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  return (
    <div>
      <p className="cap">{t('overview.answerBy')}</p>
      <p className="v v-none">
        {application.promiseAt === null ? (
          t('row.noPromise')
        ) : (
          <PromiseWord at={application.promiseAt} />
        )}
      </p>
      <p className="cap">{t('overview.since', { span: words.since(application.stageAt) })}</p>
    </div>
  );
}

/** Some write the first job first, some the newest: the one that goes on or began last. */
function newest(work: readonly ParsedWork[]): ParsedWork | undefined {
  const began = (one: ParsedWork) => (one.to?.value === 'now' ? '9999' : (one.from?.value ?? ''));
  return [...work].sort((a, b) => began(b).localeCompare(began(a)))[0];
}

function Facts({ application }: { application: ApplicationDetail }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const { contact } = application;
  const parsed = application.resume?.parsed;
  const hidden = <span className="faint">{t('overview.hidden')}</span>;
  const education = parsed?.education[0];
  const work = newest(parsed?.work ?? []);
  const join = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(t('comma'));
  return (
    <section className="section">
      <h2 className="sec-h">{t('overview.person')}</h2>
      <dl className="pairs-list t13">
        <div>
          <dt>{t('resume.field.phone')}</dt>
          <dd className="num">{contact === null ? hidden : (contact.phone ?? '—')}</dd>
        </div>
        <div>
          <dt>{t('resume.field.email')}</dt>
          <dd>{contact === null ? hidden : (contact.email ?? '—')}</dd>
        </div>
        {contact === null ? null : <ContactWay applicationId={application.id} />}
        <div>
          <dt>{t('resume.group.education')}</dt>
          <dd>
            {join(
              education?.school?.value,
              education?.degree ? t(`degree.${education.degree.value}`) : undefined,
              education?.major?.value,
            ) || '—'}
          </dd>
        </div>
        <div>
          <dt>{t('resume.group.work')}</dt>
          <dd>{join(work?.company?.value, work?.title?.value) || '—'}</dd>
        </div>
        <div>
          <dt>{t('overview.source')}</dt>
          <dd>{t(`source.${application.source}`)}</dd>
        </div>
        <div>
          <dt>{t('overview.appliedAt')}</dt>
          <dd className="num">{words.moment(application.appliedAt)}</dd>
        </div>
        <div>
          <dt>{t('overview.locale')}</dt>
          <dd>{t(`locale.${application.locale}`)}</dd>
        </div>
      </dl>
    </section>
  );
}

function Interviews({ application }: { application: ApplicationDetail }) {
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
    </section>
  );
}

/** The facts that a decision stands on, side by side with their sources. */
export function OverviewTab({ application, onTab }: Props) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const last = application.decisions[0];
  return (
    <div className="overview">
      <div>
        <div className="three">
          <ScoreFact application={application} onTab={onTab} />
          <ScreeningFact application={application} onTab={onTab} />
          <PromiseFact application={application} />
        </div>
        {last ? (
          <section className="section">
            <h2 className="sec-h">{t('overview.lastDecision')}</h2>
            <p className="overview-last">
              <StateWord of={last.kind === 'askMore' ? 'unknown' : last.kind}>
                {t(`decide.kind.${last.kind}`)}
              </StateWord>
              <span className="muted">
                {t('overview.decidedBy', {
                  who: last.automatic ? t('decisions.automatic') : last.by,
                  at: words.moment(last.at),
                })}
              </span>
              <button type="button" className="link" onClick={() => onTab('decisions')}>
                {t('overview.toDecisions')}
              </button>
            </p>
          </section>
        ) : null}
        <TestFacts id={application.id} name={application.candidateName} acts />
        <Interviews application={application} />
      </div>
      <aside>
        <Facts application={application} />
      </aside>
    </div>
  );
}
