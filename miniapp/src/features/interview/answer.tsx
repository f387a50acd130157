import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { Page } from '../../components/page';
import { clockText } from '../../components/time';
import { ticks } from '../../platform/clock';
import type { RunState } from './run-state';
import { Camera } from './camera';
import { Captions } from './captions';
import { FaceNote } from './face/use-face';
import { LevelMeter } from './level-meter';
import { OfflineNote } from './offline-note';
import { Because, Numbering, Progress, StillToGo } from './progress';
import { QuestionFold } from './question-fold';
import type { QuestionProps } from './question-props';
import { secondsTo, useNow } from './use-now';

/** The last seconds of an answer: the number grows, nothing else changes. */
const LAST = 20;

function Pills({ state, elapsed }: { state: RunState; elapsed: number }) {
  const { t } = useTranslation('candidate');
  const { upload } = state;
  const retry =
    upload.retryAt === null ? 0 : Math.max(1, Math.ceil((upload.retryAt - ticks()) / 1000));
  return (
    <div className="answer-pills">
      <span className="answer-pill">
        <i className="dot" />
        {t('answer.recording')} <b className="num">{clockText(elapsed)}</b>
      </span>
      {upload.state === 'waiting' ? (
        <span className="answer-pill warn">
          <Icon name="again" size="xs" />
          {t('answer.retry', { count: retry })}
        </span>
      ) : (
        <span className="answer-pill soft">
          <Icon name="tick" size="xs" />
          <span className="num">
            {t('answer.stored', { time: clockText(upload.acknowledgedSeconds) })}
          </span>
        </span>
      )}
    </div>
  );
}

function TimeLeft({ left, of }: { left: number; of: number }) {
  const { t } = useTranslation('candidate');
  const spoken = left === 30 || left === 10 ? t('think.left', { count: left }) : '';
  return (
    <>
      <div className="answer-time" aria-hidden="true">
        <i style={{ width: `${of > 0 ? Math.min(100, (left / of) * 100) : 0}%` }} />
      </div>
      <span className={`answer-left num ${left <= LAST ? 'last' : ''}`} role="timer">
        {t('answer.left')} <b>{clockText(left)}</b>
        {left <= LAST ? null : t('answer.calm')}
        <span className="sr" aria-live="polite">
          {spoken}
        </span>
      </span>
    </>
  );
}

function Saving({ state }: { state: RunState }) {
  const { t } = useTranslation('candidate');
  const rest = Math.max(0, state.upload.recordedSeconds - state.upload.acknowledgedSeconds);
  return (
    <p className="answer-saving" role="status">
      {t('answer.saving')} <span className="num">{clockText(rest)}</span>
    </p>
  );
}

/** The answer while it is recorded: own picture, time left, one large control. */
export function Answer({ interview, question, devices, answer, onMode }: QuestionProps) {
  const { t } = useTranslation('candidate');
  const { run, state } = answer;
  const now = useNow();
  const left = secondsTo(state.endsAt, now);
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => setElapsed(run.elapsed()), [now, run]);
  const over = state.phase === 'recording' && left === 0;
  useEffect(() => {
    if (over) {
      void run.finish();
    }
  }, [over, run]);
  const toVoice = () => {
    void run.dropPicture();
    onMode('voice');
  };
  const toText = async () => {
    if (await run.switchToText(question.answerId)) {
      onMode('text');
    }
  };
  const picture = state.mode === 'camera' && devices.devices;
  const saving = state.phase === 'saving';
  // The running one counts once it is finished.
  const more = question.attemptsLeft - 1;
  const again = more > 0 ? t('answer.again', { count: more }) : null;
  return (
    <Page title={t('interview.titleOf', { company: interview.companyName })} width="full" stage>
      <div className={`answer ${picture ? 'with-picture' : ''}`}>
        <header className="answer-bar">
          <span>
            <b>{interview.companyName}</b>
            {'\u3000'}
            {interview.positionName}
          </span>
          <Progress interview={interview} />
          <span>
            <Numbering interview={interview} question={question} />
            {t('comma')}
            <StillToGo interview={interview} />
          </span>
        </header>
        <div className="answer-view">
          {picture ? (
            <Camera stream={picture.stream} />
          ) : (
            <div className="answer-voice">
              {devices.devices ? <LevelMeter level={devices.devices.level} large /> : null}
              <p>{t('answer.voiceOnly')}</p>
            </div>
          )}
        </div>
        <div className="answer-top">
          <OfflineNote state={state} onVoice={state.mode === 'camera' ? toVoice : null} />
          <QuestionFold interview={interview} question={question} />
          <Pills state={state} elapsed={elapsed} />
          <FaceNote />
          <Captions
            interview={interview}
            attemptId={state.phase === 'recording' ? state.attemptId : null}
          />
        </div>
        <section className="answer-side">
          <Because question={question} />
          <h1 className="interview-question">{question.text}</h1>
          {question.hint === '' ? null : <p className="interview-tips">{question.hint}</p>}
        </section>
        <footer className="answer-foot">
          {saving ? <Saving state={state} /> : <TimeLeft left={left} of={question.answerSeconds} />}
          <span className="answer-again">{again}</span>
          <button
            type="button"
            className="answer-finish"
            disabled={saving}
            onClick={() => void run.finish()}
          >
            <span />
            {t('answer.done')}
          </button>
          <div className="answer-others">
            {state.mode === 'camera' ? (
              <button type="button" disabled={saving} onClick={toVoice}>
                <span>
                  <Icon name="microphone" />
                </span>
                {t('answer.toVoice')}
              </button>
            ) : null}
            {question.attemptsLeft > 0 ? (
              <button type="button" disabled={saving} onClick={() => void toText()}>
                <span>
                  <Icon name="keyboard" />
                </span>
                {t('answer.toText')}
              </button>
            ) : null}
          </div>
        </footer>
      </div>
    </Page>
  );
}
