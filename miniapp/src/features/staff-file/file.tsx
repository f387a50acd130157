import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { ApplicationDetail } from '@zhiyu/contracts/application';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { PlayIcon } from '../../components/icon';
import { Awaited, Empty } from '../../components/state';
import { Assessment } from '../staff-report/assessment';
import { MaskLine } from '../staff-mask/mask-line';
import { keepInAddress } from '../staff-shell/address';
import { hrefOf } from '../staff-shell/address.shared';
import { ExampleMark } from '../staff-shell/example-mark';
import { PotentialMark } from '../staff-shell/potential-mark';
import { Shell } from '../staff-shell/shell';
import { useCurrentInView } from '../staff-shell/use-current-in-view';
import { useMay } from '../staff-shell/use-me';
import { useWide } from '../staff-shell/use-wide';
import { useWords } from '../staff-shell/use-words';
import { Who } from '../staff-shell/who';
import { DecisionBar } from './decision-bar';
import { isDecided } from './decide.shared';
import { aiInterviewsOf, stepsOf, tabOf, tabs, type FileTab } from './file.shared';
import { ArchiveTab } from './archive';
import { MessagesTab } from './messages';
import { isFreeKey } from './free-key';
import { NextPerson } from './next-person';
import { NextStepLine } from './next-step';
import { OverviewTab } from './overview';
import { AroundLine } from './person-around';
import { ConsentsTab, DecisionsTab } from './records';
import { ResumePart } from './resume-part';
import { RoundsTab } from './rounds';
import { useRoomKey } from './use-room-key';
import { OfferBar } from '../staff-offer/offer-bar';
import { TestFacts } from '../staff-written-tests/test-facts';
import './words';
import './file.scss';

function Person({
  application,
  room,
}: {
  application: ApplicationDetail;
  room?: string | undefined;
}) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const wide = useWide();
  return (
    <header className="person">
      <Who id={application.id} name={application.candidateName} size="lg" />
      <div className="grow">
        <h1>
          {application.candidateName}
          <PotentialMark on={application.highPotential} />
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
      {room === undefined ? null : (
        <a className="btn touch person-room" href={hrefOf('review', { interview: room })}>
          <PlayIcon size="s" /> {t('file.room')} {wide ? <kbd>V</kbd> : null}
        </a>
      )}
    </header>
  );
}

function Tabs({ tab, onTab }: { tab: FileTab; onTab: (tab: FileTab) => void }) {
  const { t } = useTranslation('staff');
  const row = useCurrentInView<HTMLDivElement>(tab);
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
      ref={row}
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

function AssessmentTab({ application, room }: Pick<PanelProps, 'application' | 'room'>) {
  const { t } = useTranslation('staff');
  const { last, reported } = aiInterviewsOf(application);
  if (reported && !application.allowed.scores) {
    return <Empty title={t('overview.noReport')}>{t('overview.noReportMore')}</Empty>;
  }
  if (reported) {
    return (
      <Assessment
        interviewId={reported.id}
        media={application.allowed.media}
        roomAbove={reported.id === room}
      />
    );
  }
  return (
    <Empty title={t(last ? `interview.${last.state}` : 'overview.noInterview')}>
      {t(last?.state === 'finished' ? 'file.reportSoon' : 'file.noReport')}
    </Empty>
  );
}

/** 1–9 open the tabs, where nothing is being written. */
function useTabKeys(show: (tab: FileTab) => void) {
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const next = tabs[Number(event.key) - 1];
      if (next && isFreeKey(event)) {
        latest.current(next);
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** Where a tab stands: its name, and the part or the line of the résumé that it opens at. */
interface At {
  tab: FileTab;
  part: 'fields' | 'rules';
  line: number | null;
}

interface PanelProps {
  at: At;
  application: ApplicationDetail;
  /** The interview whose review room the head of the page leads to. */
  room: string | undefined;
  onTab: (tab: FileTab) => void;
  onAt: (at: At) => void;
}

function Panel({ at, application, room, onTab, onAt }: PanelProps) {
  const { id, candidateName } = application;
  switch (at.tab) {
    case 'overview':
      return (
        <OverviewTab
          application={application}
          onTab={onTab}
          onRules={() => onAt({ tab: 'resume', part: 'rules', line: null })}
          onLine={(line) => onAt({ tab: 'resume', part: 'fields', line })}
        />
      );
    case 'resume':
      return <ResumePart key={at.part} application={application} part={at.part} line={at.line} />;
    case 'assessment':
      return <AssessmentTab application={application} room={room} />;
    case 'tests':
      return <TestFacts id={id} name={candidateName} acts />;
    case 'rounds':
      return <RoundsTab application={application} />;
    case 'decisions':
      return <DecisionsTab application={application} />;
    case 'messages':
      return <MessagesTab id={id} />;
    case 'consents':
      return <ConsentsTab application={application} />;
    case 'archive':
      return <ArchiveTab application={application} />;
  }
}

/** The candidate file: who, where on the way, tabs, and the decision at the bottom. */
export function CandidateFile({ id, tab: start, line }: { id: string; tab: string; line: string }) {
  const { t } = useTranslation('staff');
  const words = useWords();
  const [at, setAt] = useState<At>(() => ({
    tab: tabOf(start),
    part: start === 'screening' ? 'rules' : 'fields',
    line: Number(line) || null,
  }));
  const { tab } = at;
  const may = useMay();
  const enabled = id !== '' && may('application.view');
  const detail = useRoute(routes.application, { id }, { enabled });
  useLive([routes.application, routes.timeline], (item) => item.applicationId === id);
  const application = detail.data;
  const go = (next: At) => {
    setAt(next);
    keepInAddress('file', { id, tab: next.part === 'rules' ? 'screening' : next.tab });
  };
  const show = (next: FileTab) => go({ tab: next, part: 'fields', line: null });
  const last = application?.allowed.scores ? aiInterviewsOf(application).last : undefined;
  const room = last?.state === 'finished' ? last.id : undefined;
  useTabKeys(show);
  useRoomKey(room);
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
          <h1>{t('file.title')}</h1>
        )
      }
      tools={application ? <NextPerson id={application.id} /> : undefined}
      footer={
        application ? (
          acts ? (
            <DecisionBar application={application} room={room !== undefined} />
          ) : application.stage === 'offer' && may('offer.view') ? (
            <OfferBar
              application={application}
              otherwise={<NextStepLine application={application} />}
            />
          ) : (
            <NextStepLine application={application} />
          )
        ) : undefined
      }
    >
      {id === '' ? (
        <Empty title={t('file.none')}>{t('file.noneMore')}</Empty>
      ) : (
        <Awaited query={detail}>
          {(data) => (
            <>
              <Person application={data} room={room} />
              <MaskLine id={data.id} />
              <AroundLine id={data.id} onOpen={() => show('archive')} />
              <Tabs tab={tab} onTab={show} />
              <div
                id="file-panel"
                className="file-panel"
                role="tabpanel"
                aria-labelledby={`tab-${tab}`}
              >
                <Panel at={at} application={data} room={room} onTab={show} onAt={go} />
              </div>
            </>
          )}
        </Awaited>
      )}
    </Shell>
  );
}
