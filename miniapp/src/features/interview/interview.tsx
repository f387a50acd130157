import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import Taro from '@tarojs/taro';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { call } from '../../api/client';
import { queryClient } from '../../api/query';
import { Page } from '../../components/page';
import { Awaited, Empty, Loading } from '../../components/state';
import { EntryWays } from '../arrange/entry-ways';
import { Paused } from '../arrange/paused';
import { Consent } from './consent';
import { FaceProvider } from './face/use-face';
import { FactsProvider } from './facts/use-facts';
import { GuideGate } from './guide-gate';
import { allowedModes, runningAttempt, runsElsewhere, stepOf } from './step.shared';
import type { StepProps } from './question-props';
import { Sentence } from './sentence';
import { Unheard } from './unheard';
import { useAnswer, type AnswerHandle } from './use-answer';
import { useDevices } from './use-devices';
import { openNext, useInterviewData, useLeads, useMode } from './use-interview';
import { useLeftovers } from './use-leftovers';
import './interview.scss';

/** The question itself comes after the decisions before it: the first screen is there sooner. */
const answering = () => import('./answering');
const Answering = lazy(answering);
const device = async () => ({ default: (await import('./device')).Device });
const Device = lazy(device);
/** What a person of the company says comes to few. */
const Held = lazy(() => import('../live-word/held'));
const Word = lazy(() => import('../live-word/word'));
/** While the decisions are read, what comes after them is fetched (ms). */
const READING = 3_000;

function toStatus(): void {
  void queryClient.invalidateQueries({ queryKey: [candidateRoutes.candidateStatus.path] });
  // Nothing of the interview stays behind it: the own page may be in the stack already.
  void Taro.reLaunch({ url: '/pages/status/index' });
}

/** Camera and microphone are opened again after a reload, without asking the candidate anything new. */
function useReopen({ interview, mode, byFile, handle }: StepProps): void {
  const speaking = !byFile && (mode === 'camera' || mode === 'voice');
  const asked = interview.current;
  const thinking = asked?.phase === 'thinking' && !asked.coding;
  const paused = interview.arrangements.pause.pausedAt !== null;
  const wanted = speaking && thinking && !paused && !handle.devices;
  const stuck = handle.cameraTrouble !== null || handle.microphoneTrouble !== null;
  const { open, asking } = handle;
  useEffect(() => {
    if (wanted && !asking && !stuck) {
      void open(mode === 'camera');
    }
  }, [wanted, asking, stuck, open, mode]);
}

/** Another device has taken over what this page began. */
function useMoved({ current }: CandidateInterview, { run, state }: AnswerHandle): void {
  const other = (current && runsElsewhere(current)?.id) ?? null;
  const begun = current?.attempts.some(({ id }) => id === state.attemptId) === true;
  const moved = begun ? other : null;
  useEffect(() => {
    if (moved !== null) {
      void run.moveAway();
    }
  }, [moved, run]);
}

function Waiting() {
  const { t } = useTranslation('candidate');
  return (
    <Page title={t('interview.title')}>
      <Loading />
    </Page>
  );
}

/** It stands still, by the candidate's wish or the company's. */
function Stopped({ interview, handle }: Pick<StepProps, 'interview' | 'handle'>) {
  return interview.arrangements.pause.held ? (
    <Suspense fallback={<Waiting />}>
      <Held interview={interview} handle={handle} />
    </Suspense>
  ) : (
    <Paused interview={interview} handle={handle} />
  );
}

function Step(props: StepProps) {
  const { interview, mode, choose, handle, answer } = props;
  const { t } = useTranslation('candidate');
  const step = stepOf(interview, mode);
  useReopen(props);
  useMoved(interview, answer);
  useEffect(() => {
    if (step === 'finished') {
      toStatus();
    } else if (step !== 'consent') {
      // While the device is looked at: nobody waits for it once the time runs.
      void answering();
    } else {
      const timer = setTimeout(() => void device(), READING);
      return () => clearTimeout(timer);
    }
  }, [step]);
  const handIn = () => call(candidateRoutes.finishInterview, {}).then(toStatus);
  const question = interview.current;
  if (step === 'consent') {
    return (
      <GuideGate interview={interview}>
        {(again) => <Consent interview={interview} onPerson={toStatus} guide={again} />}
      </GuideGate>
    );
  }
  if (step === 'closed') {
    const expired = interview.state === 'expired';
    return (
      <Sentence
        title={t(`closed.${expired ? 'expired' : 'cancelled'}`)}
        text={t(expired ? 'arrange:expired.lead' : 'closed.lead', { name: interview.contactName })}
        act={t('closed.status')}
        onAct={() => {
          toStatus();
          return undefined;
        }}
      >
        {expired ? <EntryWays interview={interview} only={['extend', 'person']} /> : null}
      </Sentence>
    );
  }
  if (interview.arrangements.pause.pausedAt !== null && answer.state.phase === 'idle') {
    return <Stopped interview={interview} handle={handle} />;
  }
  if (step === 'device') {
    return (
      <Suspense fallback={<Waiting />}>
        <Device interview={interview} handle={handle} onReady={choose} />
      </Suspense>
    );
  }
  if (answer.state.goingOn && (step === 'next' || step === 'handIn')) {
    return <Waiting />;
  }
  const [unheard] = interview.unheard;
  if (step === 'handIn' && unheard) {
    return <Unheard key={unheard.answerId} of={unheard} onHandIn={handIn} />;
  }
  if (step === 'handIn') {
    return (
      <Sentence
        title={t('handIn.title', { count: interview.questionCount })}
        text={t('handIn.lead', { name: interview.contactName })}
        act={t('handIn.act')}
        onAct={handIn}
      />
    );
  }
  if (step === 'next') {
    return (
      <Sentence
        title={t('next.title', { n: interview.answered + 1, of: interview.questionCount })}
        text={t('next.lead')}
        act={t('next.act')}
        onAct={openNext}
      />
    );
  }
  if (!question || mode === null) {
    return <Waiting />;
  }
  return (
    <Suspense fallback={<Waiting />}>
      <Answering {...{ ...props, question, mode, onLast: handIn }} />
    </Suspense>
  );
}

function Leading({ interview }: { interview: CandidateInterview }) {
  const [way, choose] = useMode(interview.interviewId);
  const { byFile } = way;
  // What was chosen before an accommodation closed it is chosen again.
  const open = way.mode !== null && allowedModes(interview).includes(way.mode);
  const mode = open ? way.mode : null;
  const handle = useDevices();
  const answer = useAnswer(handle);
  useLeftovers(interview.current ? (runningAttempt(interview.current)?.id ?? null) : null);
  const { phase } = answer.state;
  const stream = handle.devices?.stream ?? null;
  const quiet = byFile || phase === 'choosing' || phase === 'sending';
  return (
    <FactsProvider interview={interview} quiet={quiet} stream={stream}>
      <FaceProvider interview={interview} answer={answer} stream={stream}>
        <Step {...{ interview, mode, byFile, choose, handle, answer }} />
        {interview.state === 'running' ? (
          <Suspense fallback={null}>
            <Word interview={interview} answer={answer} />
          </Suspense>
        ) : null}
      </FaceProvider>
    </FactsProvider>
  );
}

/** The interview: where it stands by the server's book, in the one page that leads. */
export function Interview() {
  const { t } = useTranslation('candidate');
  const query = useInterviewData();
  const { leads, take } = useLeads();
  if (!leads) {
    return (
      <Sentence
        title={t('otherPage.title')}
        text={t('otherPage.lead')}
        act={t('otherPage.take')}
        onAct={() => {
          take();
          return undefined;
        }}
      />
    );
  }
  if (query.data) {
    return <Leading interview={query.data} />;
  }
  return (
    <Page title={t('interview.title')}>
      <Awaited query={query}>{() => <Empty title="" />}</Awaited>
    </Page>
  );
}
