import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { ApplicationDetail } from '@zhiyu/contracts/application';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { Awaited, Empty } from '../../components/state';
import { Assessment } from '../staff-report/assessment';
import { MaskLine } from '../staff-mask/mask-line';
import { keepInAddress } from '../staff-shell/address';
import { hrefOf } from '../staff-shell/address.shared';
import { ExampleMark } from '../staff-shell/example-mark';
import { Shell } from '../staff-shell/shell';
import { useWords } from '../staff-shell/use-words';
import { Who } from '../staff-shell/who';
import { DecisionBar } from './decision-bar';
import { isDecided } from './decide.shared';
import { aiInterviewsOf, stepsOf, tabOf, tabs, type FileTab } from './file.shared';
import { OverviewTab } from './overview';
import { ConsentsTab, DecisionsTab, TimelineTab } from './records';
import { ResumeTab } from './resume-tab';
import { ScreeningTab } from './screening-tab';
import './file.scss';

function Person({ application }: { application: ApplicationDetail }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  return (
    <header className="person">
      <Who id={application.id} name={application.candidateName} size="lg" />
      <div className="grow">
        <h1>
          {application.candidateName}
          <ExampleMark on={application.example} />
        </h1>
        <ol className="steps" aria-label={t('file.steps')}>
          {stepsOf(application.stage).map(({ stage, state }) => (
            <li key={stage} className={state} aria-current={state === 'on' ? 'step' : undefined}>
              {words.stage(stage)}
              {stage === 'applied' ? ` ${words.day(application.appliedAt)}` : ''}
              {state === 'on' && application.waitsForMe ? t('file.waits') : ''}
            </li>
          ))}
        </ol>
      </div>
    </header>
  );
}

function Tabs({ tab, onTab }: { tab: FileTab; onTab: (tab: FileTab) => void }) {
  const { t } = useTranslation('staff');
  const step = (event: KeyboardEvent<HTMLDivElement>) => {
    const move = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(tabs.indexOf(tab) + move + tabs.length) % tabs.length];
    if (move !== 0 && next) {
      onTab(next);
      event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
    }
  };
  return (
    <div
      className="tabs file-tabs scroll-x"
      role="tablist"
      aria-label={t('file.tabs')}
      onKeyDown={step}
    >
      {tabs.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          data-tab={name}
          aria-controls="file-panel"
          aria-selected={name === tab}
          tabIndex={name === tab ? 0 : -1}
          onClick={() => onTab(name)}
        >
          {t(`tab.${name}`)}
        </button>
      ))}
    </div>
  );
}

function AssessmentTab({ application }: { application: ApplicationDetail }) {
  const { t } = useTranslation('staff');
  const { last, reported } = aiInterviewsOf(application);
  if (reported && !application.allowed.scores) {
    return <Empty title={t('overview.noReport')}>{t('overview.noReportMore')}</Empty>;
  }
  if (reported) {
    return <Assessment interviewId={reported.id} media={application.allowed.media} />;
  }
  return (
    <Empty title={t(last ? `interview.${last.state}` : 'overview.noInterview')}>
      {t(last?.state === 'finished' ? 'file.reportSoon' : 'file.noReport')}
    </Empty>
  );
}

function Panel({
  tab,
  line,
  application,
  onTab,
}: {
  tab: FileTab;
  line: number | null;
  application: ApplicationDetail;
  onTab: (tab: FileTab) => void;
}) {
  switch (tab) {
    case 'overview':
      return <OverviewTab application={application} onTab={onTab} />;
    case 'resume':
      return <ResumeTab application={application} startLine={line} />;
    case 'assessment':
      return <AssessmentTab application={application} />;
    case 'screening':
      return <ScreeningTab application={application} />;
    case 'decisions':
      return <DecisionsTab application={application} />;
    case 'timeline':
      return <TimelineTab id={application.id} />;
    case 'consents':
      return <ConsentsTab application={application} />;
  }
}

/** The candidate file: who, where on the way, tabs, and the decision at the bottom. */
export function CandidateFile({ id, tab: start, line }: { id: string; tab: string; line: string }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const [tab, setTab] = useState(() => tabOf(start));
  const detail = useRoute(routes.application, { id }, { enabled: id !== '' });
  useLive([routes.application, routes.timeline], (item) => item.applicationId === id);
  const application = detail.data;
  const show = (next: FileTab) => {
    setTab(next);
    keepInAddress('file', { id, tab: next });
  };
  const acts =
    application &&
    isDecided(application.stage) &&
    (application.allowed.decide || application.allowed.invite);
  return (
    <Shell
      title={application ? `${application.candidateName} · ${t(`tab.${tab}`)}` : t('file.title')}
      current="applications"
      act="application.view"
      crumb={
        application ? (
          <nav className="crumb" aria-label={t('file.crumb')}>
            <a href={hrefOf('applications', { position: application.positionId })}>
              {application.positionName}
            </a>
            {' / '}
            <a
              href={hrefOf('applications', {
                position: application.positionId,
                stage: application.stage,
              })}
            >
              {words.stage(application.stage)}
            </a>
          </nav>
        ) : (
          <span className="crumb">{t('file.title')}</span>
        )
      }
      footer={application && acts ? <DecisionBar application={application} /> : undefined}
    >
      {id === '' ? (
        <Empty title={t('file.none')}>{t('file.noneMore')}</Empty>
      ) : (
        <Awaited query={detail}>
          {(data) => (
            <>
              <Person application={data} />
              <MaskLine id={data.id} />
              <Tabs tab={tab} onTab={show} />
              <div
                id="file-panel"
                className="file-panel"
                role="tabpanel"
                aria-labelledby={`tab-${tab}`}
              >
                <Panel tab={tab} line={Number(line) || null} application={data} onTab={show} />
              </div>
            </>
          )}
        </Awaited>
      )}
    </Shell>
  );
}
