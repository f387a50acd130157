import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Page } from '../../components/page';
import { clockText } from '../../components/time';
import { PauseButton } from '../arrange/paused';
import { Camera } from './camera';
import { DeviceCodeButton } from './device-code';
import { FileHow } from './file-answer';
import { FileButton } from './file-button';
import { Because, Numbering, Progress, StillToGo } from './progress';
import type { QuestionProps } from './question-props';
import { ReadAloud } from './read-aloud';
import { secondsTo, useNow } from './use-now';

const ROUND = 2 * Math.PI * 54;
/** When the remaining time is spoken to a screen reader (s). */
const SPOKEN = [30, 10];

function Ring({ left, of }: { left: number; of: number }) {
  const { t } = useTranslation('candidate');
  const part = of > 0 ? Math.min(1, left / of) : 0;
  const label = t('think.left', { count: left });
  return (
    <div className="think-ring" role="timer" aria-label={label} aria-live="off">
      <svg width="116" height="116" viewBox="0 0 116 116" fill="none" aria-hidden="true">
        <circle cx="58" cy="58" r="54" stroke="var(--line)" strokeWidth="4" />
        <circle
          cx="58"
          cy="58"
          r="54"
          stroke="var(--accent)"
          strokeWidth="4"
          strokeLinecap="round"
          strokeDasharray={`${ROUND * part} ${ROUND}`}
          transform="rotate(-90 58 58)"
        />
      </svg>
      <b aria-hidden="true">{left}</b>
      <span className="sr" aria-live="polite">
        {SPOKEN.includes(left) ? label : ''}
      </span>
    </div>
  );
}

/** The question and time to think; recording begins by hand or when the time is up. */
export function Think(props: QuestionProps) {
  const { interview, question, mode, devices, answer } = props;
  const { t } = useTranslation('candidate');
  const now = useNow();
  const left = secondsTo(question.thinkingEndsAt, now);
  const { run, state } = answer;
  const begun = useRef('');
  const timed = question.thinkingEndsAt !== null;
  const kind = props.byFile && mode !== 'text' ? mode : null;
  // Another app cannot be opened without a finger.
  const over = timed && left === 0 && kind === null;
  useEffect(() => {
    if (over && begun.current !== question.answerId) {
      begun.current = question.answerId;
      void run.start(question.answerId, mode);
    }
  }, [over, run, question.answerId, mode]);
  const busy = state.phase === 'starting' ? t('think.starting') : undefined;
  const camera = mode === 'camera' && devices.devices?.hasCamera;
  const { answerId, answerSeconds } = question;
  const footer = kind ? (
    <>
      <FileHow kind={kind} seconds={answerSeconds}>
        {null}
      </FileHow>
      <FileButton
        mode={kind}
        onFile={(file) => void run.take({ answerId, answerSeconds, mode: kind, file })}
      />
    </>
  ) : (
    <Button
      look="primary"
      size="big"
      wide
      busy={busy}
      onPress={() => void run.start(question.answerId, mode)}
    >
      {t(mode === 'text' ? 'think.write' : 'think.go')}
    </Button>
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
      <div className="interview-tools">
        <ReadAloud interview={interview} question={question} />
        {timed ? <PauseButton interview={interview} /> : null}
        <DeviceCodeButton />
      </div>
      {timed ? (
        <div className="think-count">
          <Ring left={left} of={question.thinkingSeconds} />
          <p className="muted t15">
            <span className="mid think-calm">{t('think.calm')}</span>
            <br />
            {t(kind ? 'file.after' : `think.after.${mode}`)}
            <br />
            {t('think.longest', { time: clockText(question.answerSeconds) })}
          </p>
          {camera && devices.devices ? (
            <figure className="think-pip">
              <Camera stream={devices.devices.stream} />
              <figcaption>{t('notRecording')}</figcaption>
            </figure>
          ) : null}
        </div>
      ) : null}
    </Page>
  );
}
