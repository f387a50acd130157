import { useTranslation } from 'react-i18next';
import type { AnswerMode, CurrentQuestion } from '@zhiyu/contracts/interview';
import { Page } from '../../components/page';
import { Loading } from '../../components/state';
import { Answer } from './answer';
import { CodingReviewStep, CodingStep } from './coding-steps';
import { Device } from './device';
import { FileAnswer } from './file-answer';
import type { StepProps } from './question-props';
import { Elsewhere, Recovering } from './recovering';
import { ReviewAnswer } from './review';
import { cutOff } from './send-file';
import { allowedModes, lastFinished, runningAttempt, runsElsewhere, stepOf } from './step.shared';
import { TextAnswer } from './text-answer';
import { Think } from './think';
import './answer.scss';
import './review.scss';

interface AnsweringProps extends StepProps {
  question: CurrentQuestion;
  mode: AnswerMode;
  onLast: () => Promise<void>;
}

/** One question: thinking, answering in each way, and looking at the answer. */
export default function Answering(props: AnsweringProps) {
  const { interview, question, mode, byFile, choose, handle, answer, onLast } = props;
  const { t } = useTranslation('candidate');
  const step = stepOf(interview, mode);
  const written = { mode: question.coding ? ('text' as const) : mode };
  const shared = {
    interview,
    question,
    byFile,
    devices: handle,
    answer,
    onMode: choose,
    ...written,
  };
  if (answer.state.phase === 'recording' || answer.state.phase === 'saving') {
    return <Answer {...shared} />;
  }
  if (answer.state.fileFor === question.answerId) {
    return <FileAnswer {...shared} kind={answer.state.mode} />;
  }
  const trouble = handle.cameraTrouble ?? handle.microphoneTrouble;
  if (step === 'think') {
    return trouble && shared.mode !== 'text' && !byFile && !(mode === 'voice' && handle.devices) ? (
      <Device interview={interview} handle={handle} onReady={choose} />
    ) : (
      <Think key={question.answerId} {...shared} />
    );
  }
  const other = runsElsewhere(question);
  if (step === 'answer' && other && answer.state.phase === 'idle') {
    return <Elsewhere key={other.id} {...shared} />;
  }
  const running = runningAttempt(question, answer.state.attemptId);
  if (step === 'answer' && running && running.mode !== 'text' && cutOff(running.id)) {
    return <FileAnswer {...shared} kind={running.mode} cut />;
  }
  if (step === 'answer' && running && question.coding) {
    return <CodingStep key={running.id} {...shared} attemptId={running.id} />;
  }
  if (step === 'answer' && running?.mode === 'text') {
    const canSpeak = allowedModes(interview).includes('voice');
    return <TextAnswer key={running.id} {...shared} attemptId={running.id} canSpeak={canSpeak} />;
  }
  const finished = lastFinished(question);
  if (step === 'review' && finished && question.coding) {
    return <CodingReviewStep key={finished.id} {...shared} attempt={finished} onLast={onLast} />;
  }
  if (step === 'review' && finished) {
    return <ReviewAnswer key={finished.id} {...shared} attempt={finished} onLast={onLast} />;
  }
  const own = running !== null && answer.run.owns(running.id);
  return own || answer.state.phase === 'starting' ? (
    <Page title={t('interview.title')}>
      <Loading />
    </Page>
  ) : (
    <Recovering interview={interview} />
  );
}
