import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { Page } from '../../components/page';
import { clockText } from '../../components/time';
import { ticks } from '../../platform/clock';
import type { RunState } from './run-state';
import { FileButton, isPhone } from './file-button';
import { Because, Numbering, Progress, StillToGo } from './progress';
import type { QuestionProps } from './question-props';
import { allowedModes } from './step.shared';
import { secondsTo, useNow } from './use-now';

const megabytes = (bytes: number) => (bytes / 1_048_576).toFixed(1);

/** How much of the file is safe on the server. */
function Sending({ state }: { state: RunState }) {
  const { t } = useTranslation('candidate');
  const now = useNow();
  const { upload, fileBytes, lasting } = state;
  const sent = Math.min(upload.acknowledgedBytes, fileBytes);
  const retry =
    upload.retryAt === null ? 0 : Math.max(1, Math.ceil((upload.retryAt - ticks()) / 1000));
  const sizes = { sent: megabytes(sent), whole: megabytes(fileBytes) };
  const waits = state.fileWaits === null ? 0 : secondsTo(state.fileWaits, now);
  if (waits > 0) {
    return (
      <section className="file-sending">
        <p className="num" role="timer">
          {t('file.waits', { time: clockText(waits) })}
        </p>
      </section>
    );
  }
  return (
    <section className="file-sending">
      <h2 className="t16 bold" role="status">
        {upload.state === 'waiting' ? t('answer.retry', { count: retry }) : t('file.sending')}
      </h2>
      <progress max={fileBytes} value={sent} aria-label={t('file.sending')} />
      <p className="num">{t('file.sent', sizes)}</p>
      {upload.state === 'idle' ? null : <p>{t(lasting ? 'file.kept' : 'file.stay')}</p>}
    </section>
  );
}

/**
 * The answer where this page has no camera or microphone of its own: the phone's camera or recorder makes a file,
 * and the file is sent. `cut`: a reload cut off the last one.
 */
export function FileAnswer(props: QuestionProps & { kind: 'camera' | 'voice'; cut?: boolean }) {
  const { interview, question, answer, onMode, kind, cut = false } = props;
  const { t } = useTranslation('candidate');
  const { run, state } = answer;
  const { answerId, answerSeconds } = question;
  const sending = state.phase === 'sending';
  const take = (file: File) => {
    onMode(kind, true);
    void run.take({ answerId, answerSeconds, mode: kind, file });
  };
  const other = kind === 'camera' ? 'voice' : 'camera';
  const toText = async () => {
    if (await run.switchToText(answerId)) {
      onMode('text');
    }
  };
  const footer = (
    <>
      {sending ? null : <FileButton mode={kind} onFile={take} />}
      <div className="file-others">
        {sending || !allowedModes(interview).includes(other) ? null : (
          <Button look="plain" className="touch" onPress={() => run.choose(answerId, other)}>
            <Icon name={other === 'voice' ? 'microphone' : 'camera'} size="s" />
            {t(other === 'voice' ? 'answer.toVoice' : 'file.toCamera')}
          </Button>
        )}
        <Button look="plain" className="touch" onPress={() => void toText()}>
          <Icon name="keyboard" size="s" />
          {t('answer.toText')}
        </Button>
        {!sending && question.phase === 'reviewing' ? (
          <Button look="plain" className="touch" onPress={run.leave}>
            {t('file.back')}
          </Button>
        ) : null}
      </div>
    </>
  );
  return (
    <Page title={t('interview.titleOf', { company: interview.companyName })} footer={footer}>
      <Progress interview={interview} />
      <p className="interview-meta">
        <span>
          <Numbering interview={interview} question={question} />
        </span>
        <span>
          <StillToGo interview={interview} />
        </span>
      </p>
      <Because question={question} />
      <h1 className="interview-question">{question.text}</h1>
      {question.hint === '' ? null : <p className="interview-tips">{question.hint}</p>}
      {sending ? (
        <Sending state={state} />
      ) : (
        <FileHow kind={kind} seconds={answerSeconds}>
          {state.fileProblem ?? (cut ? t('file.cut') : null)}
        </FileHow>
      )}
    </Page>
  );
}

/** How long the recording may be and what happens with it; why the last one was not taken. */
export function FileHow(props: {
  kind: 'camera' | 'voice';
  seconds: number;
  children: string | null;
}) {
  const { t } = useTranslation('candidate');
  const time = clockText(props.seconds);
  return (
    <div className="file-how">
      {props.children === null ? null : (
        <p className="interview-problem" role="alert">
          {props.children}
        </p>
      )}
      <p>{t(isPhone() ? `file.how.${props.kind}` : 'file.how.pick', { time })}</p>
    </div>
  );
}
