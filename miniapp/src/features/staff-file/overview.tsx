import { useTranslation } from 'react-i18next';
import type { ApplicationDetail } from '@zhiyu/contracts/application';
import type { ParsedWork } from '@zhiyu/contracts/resume';
import { StateWord } from '../../components/glyph';
import { useWords } from '../staff-shell/use-words';
import { Composite } from './composite';
import { ContactWay } from './contact-way';
import { aiInterviewsOf, type FileTab } from './file.shared';
import { PeopleRounds } from './people-rounds';
import { Interviews } from './rounds';
import { RuleList } from './rule-list';
import { Standing } from './standing';

interface Props {
  application: ApplicationDetail;
  onTab: (tab: FileTab) => void;
  onRules: () => void;
  /** Opens the résumé at a line. */
  onLine: (line: number) => void;
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
  const told = application.sourceLabel;
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
          <dd>
            {t(`source.${application.source}`)}
            {told === null || told === t(`source.${application.source}`) ? null : (
              <span className="muted">{` · ${told}`}</span>
            )}
          </dd>
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

function Screened({
  application,
  onRules,
}: {
  application: ApplicationDetail;
  onRules: () => void;
}) {
  const { t } = useTranslation('staff');
  const rules = application.screening?.rules;
  return rules === undefined ? null : (
    <>
      <p className="overview-rules t13">
        <span className="muted">{t('tab.screening')}</span>
        <span className="num">
          {rules.filter(({ outcome }) => outcome === 'held').length} /{' '}
          {t('overview.rules', { count: rules.length })}
        </span>
        <button type="button" className="link" onClick={onRules}>
          {t('overview.toRules')}
        </button>
      </p>
      <RuleList rules={rules.filter(({ outcome }) => outcome !== 'held')} />
    </>
  );
}

/** The facts that a decision stands on, side by side with their sources. */
export function OverviewTab({ application, onTab, onRules, onLine }: Props) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const last = application.decisions[0];
  const { reported } = aiInterviewsOf(application);
  return (
    <div className="overview">
      <div>
        <Composite application={application} onTab={onTab} onRules={onRules} onLine={onLine} />
        <Screened application={application} onRules={onRules} />
        {reported && application.allowed.scores ? (
          <Standing
            interviewId={reported.id}
            application={application}
            onReport={() => onTab('assessment')}
          />
        ) : null}
        <PeopleRounds application={application} />
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
        <Interviews application={application} />
      </div>
      <aside>
        <Facts application={application} />
      </aside>
    </div>
  );
}
