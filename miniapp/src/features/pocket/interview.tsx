import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import Taro from '@tarojs/taro';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { call } from '../../api/client';
import { messageOf } from '../../api/error';
import { queryClient } from '../../api/query';
import { lastFinished, runningAttempt, runsElsewhere, stepOf } from '../interview/step.shared';
import { answerAgain } from '../interview/answer-again';
import { useAnswer } from '../interview/use-answer';
import { useDevices } from '../interview/use-devices';
import { useGuideSeen } from '../interview/use-guide-seen';
import { openNext, useInterviewData, useMode } from '../interview/use-interview';
import { useLeftovers } from '../interview/use-leftovers';
import { useRecovery } from '../interview/use-recovery';
import { clockText } from '../../components/time';
import { CameraView } from '../../platform/camera-view';
import { Consent } from './consent';
import { Guide } from './guide';
import { Held, Word } from './held';
import { Paused } from './paused';
import { Program } from './program';
import { Question } from './question';
import { Review } from './review';
import { Act, Sentence, Waiting } from './shell';
import { Speak } from './speak';
import type { StepProps } from './step-props';
import { Ways } from './ways';
import { Write } from './write';

function toStatus(): void {
  void queryClient.invalidateQueries({ queryKey: [candidateRoutes.candidateStatus.path] });
  void Taro.reLaunch({ url: '/pages/status/index' });
}

type Run = () => Promise<unknown>;

/** A sentence whose acts may fail. */
function Doing(props: {
  title: string;
  text: string;
  act: string;
  run: Run;
  /** A second way on. */
  other?: { act: string; run: Run };
}) {
  const { t } = useTranslation('candidate');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const { other } = props;
  const go = (run: Run) => () => {
    setBusy(true);
    run()
      .catch((error: unknown) => setProblem(messageOf(error)))
      .finally(() => setBusy(false));
  };
  const busyWord = busy ? t('sending') : undefined;
  return (
    <Sentence
      title={props.title}
      text={problem === '' ? props.text : problem}
      act={props.act}
      busy={busyWord}
      onAct={go(props.run)}
    >
      {other === undefined ? null : (
        <Act busy={busyWord} onPress={go(other.run)}>
          {other.act}
        </Act>
      )}
    </Sentence>
  );
}

/** After the mini-program was closed in an answer: what is on the phone goes up by itself. */
function Recovering({ interview }: { interview: CandidateInterview }) {
  const { t } = useTranslation('candidate');
  const attempt = interview.current ? runningAttempt(interview.current) : null;
  const { state, problem } = useRecovery(attempt);
  const time = clockText(state?.recordedSeconds ?? attempt?.seconds ?? 0);
  const text = problem ?? t(state?.state === 'waiting' ? 'recover.waiting' : 'recover.lead');
  return <Sentence title={t('recover.title', { time })} text={text} />;
}

const handIn = () => call(candidateRoutes.finishInterview, {}).then(toStatus);

/** The question of the moment, in the phase that the server's book names. */
function Current(props: StepProps) {
  const { interview, mode, answer } = props;
  const { t } = useTranslation('candidate');
  const question = interview.current;
  const { run, state } = answer;
  if (!question) {
    return <Waiting error={null} onRetry={() => undefined} />;
  }
  if (question.coding && question.phase !== 'reviewing') {
    return <Program question={question} />;
  }
  if (state.phase === 'recording' || state.phase === 'saving') {
    return <Speak {...props} question={question} />;
  }
  if (question.phase === 'thinking') {
    return <Question {...props} key={question.answerId} question={question} />;
  }
  const finished = lastFinished(question);
  if (question.phase === 'reviewing' && finished) {
    return (
      <Review {...props} key={finished.id} question={question} attempt={finished} onLast={handIn} />
    );
  }
  if (runsElsewhere(question) && state.phase === 'idle') {
    return (
      <Sentence
        title={t('elsewhere.title')}
        text={t('elsewhere.lead')}
        act={t('elsewhere.act')}
        onAct={() => void run.start(question.answerId, mode, true)}
      />
    );
  }
  const running = runningAttempt(question, state.attemptId);
  if (running?.mode === 'text') {
    return <Write {...props} key={running.id} question={question} attemptId={running.id} />;
  }
  const own = running !== null && run.owns(running.id);
  return own || state.phase === 'starting' ? (
    <Waiting error={null} onRetry={() => undefined} />
  ) : (
    <Recovering interview={interview} />
  );
}

/** The guide, then the decisions. */
function Begin({ interview }: { interview: CandidateInterview }) {
  const guide = useGuideSeen(interview.interviewId);
  return guide.seen ? (
    <Consent interview={interview} onPerson={toStatus} onGuide={guide.again} />
  ) : (
    <Guide interview={interview} onDone={guide.done} />
  );
}

function Steps({ interview }: { interview: CandidateInterview }) {
  const { t } = useTranslation('candidate');
  const [{ mode }, choose] = useMode(interview.interviewId);
  const handle = useDevices();
  const answer = useAnswer(handle);
  useLeftovers(interview.current ? (runningAttempt(interview.current)?.id ?? null) : null);
  const step = stepOf(interview, mode);
  useEffect(() => {
    if (step === 'finished') {
      toStatus();
    }
  }, [step]);
  const { contactName, questionCount, answered } = interview;
  if (step === 'consent') {
    return <Begin interview={interview} />;
  }
  if (step === 'closed') {
    const title = t(`closed.${interview.state === 'expired' ? 'expired' : 'cancelled'}`);
    const text = t('closed.lead', { name: contactName });
    return <Sentence title={title} text={text} act={t('closed.status')} onAct={toStatus} />;
  }
  if (interview.arrangements.pause.pausedAt !== null && answer.state.phase === 'idle') {
    const Stopped = interview.arrangements.pause.held ? Held : Paused;
    return <Stopped interview={interview} handle={handle} />;
  }
  if (answer.state.goingOn && (step === 'next' || step === 'handIn')) {
    return <Waiting error={null} onRetry={() => undefined} />;
  }
  const [unheard] = interview.unheard;
  if (step === 'handIn' && unheard) {
    const n = unheard.index + 1;
    return (
      <Doing
        title={t('unheard.title', { n })}
        text={t('unheard.lead')}
        act={t('unheard.act', { n })}
        run={() => answerAgain(unheard.answerId)}
        other={{ act: t('unheard.skip'), run: handIn }}
      />
    );
  }
  if (step === 'handIn') {
    const title = t('handIn.title', { count: questionCount });
    const text = t('handIn.lead', { name: contactName });
    return <Doing title={title} text={text} act={t('handIn.act')} run={handIn} />;
  }
  if (step === 'device' || mode === null) {
    return <Ways interview={interview} handle={handle} onReady={choose} />;
  }
  if (step === 'next') {
    const title = t('next.title', { n: answered + 1, of: questionCount });
    return <Doing title={title} text={t('next.lead')} act={t('next.act')} run={openNext} />;
  }
  return (
    <>
      {/* It has to be there before it records, and to stay the same one from question to question. */}
      {mode === 'camera' ? <CameraView /> : null}
      <Word interview={interview} answer={answer} />
      <Current {...{ interview, mode, handle, answer, choose }} />
    </>
  );
}

/** The interview as a mini-program shows it: the same steps, clock and uploads as in the browser. */
export function PocketInterview() {
  const query = useInterviewData();
  return query.data ? (
    <Steps interview={query.data} />
  ) : (
    <Waiting error={query.error} onRetry={() => void query.refetch()} />
  );
}
