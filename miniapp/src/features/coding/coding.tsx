import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codingRoutes } from '@zhiyu/contracts/routes.coding';
import type { CodingTask } from '@zhiyu/contracts/coding';
import { useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Icon, PlayIcon } from '../../components/icon';
import { Page } from '../../components/page';
import { Awaited } from '../../components/state';
import { clockText } from '../../components/time';
import { CodeEditor } from '../../platform/code-editor';
import { languageNames } from '../../platform/code-editor/code-editor.shared';
import { Numbering, Progress } from '../interview/progress';
import type { QuestionProps } from '../interview/question-props';
import { secondsTo, useNow } from '../interview/use-now';
import { Statement } from './statement';
import { type CodingHandle, useCoding } from './use-coding';
import { RunResult, SubmissionList } from './verdicts';
import './words';
import './coding.scss';

/** How often to ask while a submission is judged (ms). */
const ASK_EVERY = 1_000;
/** Under so many seconds nobody is told to take their time. */
const CALM = 60;

interface Props extends QuestionProps {
  attemptId: string;
}

type Part = 'problem' | 'code' | 'results';
const parts: readonly Part[] = ['problem', 'code', 'results'];

function Tabs({ part, onPart }: { part: Part; onPart: (part: Part) => void }) {
  const { t } = useTranslation('coding');
  return (
    <div className="coding-tabs" role="group" aria-label={t('tab.label')}>
      {parts.map((one) => (
        <button key={one} type="button" aria-pressed={one === part} onClick={() => onPart(one)}>
          {t(`tab.${one}`)}
        </button>
      ))}
    </div>
  );
}

function Writing({ task, coding }: { task: CodingTask; coding: CodingHandle }) {
  const { t } = useTranslation('coding');
  const noteId = useId();
  const { language, keeping } = coding;
  const name = languageNames[language];
  const runs = task.languages.find((one) => one.language === language)?.runs ?? false;
  return (
    <section className="coding-writing">
      <div className="coding-bar">
        <div className="coding-languages" role="group" aria-label={t('language')}>
          {task.languages.map((one) => (
            <button
              key={one.language}
              type="button"
              aria-pressed={one.language === language}
              onClick={() => coding.choose(one.language)}
            >
              {languageNames[one.language]}
            </button>
          ))}
        </div>
        <span className={`cap coding-keeping ${keeping}`} role="status">
          <Icon name={keeping === 'away' ? 'offline' : 'tick'} size="xs" />
          {t(`keeping.${keeping}`)}
        </span>
      </div>
      {runs ? null : <p className="coding-norun">{t('noRun', { language: name })}</p>}
      <div className="coding-editor">
        <CodeEditor
          language={language}
          value={coding.source}
          readOnly={coding.sending === 'finish'}
          label={t('editor', { language: name })}
          describedBy={noteId}
          onChange={coding.type}
          onPaste={coding.pasted}
          onRun={() => void coding.run(null)}
        />
      </div>
      <p id={noteId} className="cap coding-leave">
        {t('leave')}
      </p>
    </section>
  );
}

function Results({ task, coding }: { task: CodingTask; coding: CodingHandle }) {
  const { t } = useTranslation('coding');
  const inputId = useId();
  const [own, setOwn] = useState(false);
  const [stdin, setStdin] = useState(task.samples[0]?.stdin ?? '');
  const { runs } = coding;
  const shown = runs.own === own ? runs.run : null;
  const right = runs.own ? null : (runs.run?.tests ?? []);
  const passed = right?.filter(({ verdict }) => verdict === 'accepted').length;
  useEffect(() => {
    if (runs.run) {
      setOwn(runs.own);
    }
  }, [runs.run, runs.own]);
  return (
    <section className="coding-results" aria-label={t('panel.label')}>
      <div className="coding-runs">
        <div className="coding-panel-tabs">
          <button type="button" aria-pressed={!own} onClick={() => setOwn(false)}>
            {t('panel.samples')}
            {right && right.length > 0 ? (
              <span className="num">{t('panel.passed', { count: passed, of: right.length })}</span>
            ) : null}
          </button>
          <button type="button" aria-pressed={own} onClick={() => setOwn(true)}>
            {t('panel.own')}
          </button>
        </div>
        {runs.problem === null ? null : (
          <p className="interview-problem" role="alert">
            {runs.problem}
          </p>
        )}
        {own ? (
          <div className="coding-own">
            <label htmlFor={inputId}>{t('ownInput')}</label>
            <textarea
              id={inputId}
              rows={4}
              maxLength={20_000}
              spellCheck={false}
              value={stdin}
              onChange={(event) => setStdin(event.target.value)}
            />
            <Button disabled={runs.busy} onPress={() => void coding.run(stdin)}>
              <PlayIcon size="xs" />
              {t('runOwn')}
            </Button>
          </div>
        ) : null}
        <RunResult run={shown} own={own} />
      </div>
      <SubmissionList submissions={task.submissions} />
    </section>
  );
}

function Foot(props: {
  task: CodingTask;
  coding: CodingHandle;
  left: number;
  onResults: () => void;
}) {
  const { t } = useTranslation('coding');
  const { task, coding, left, onResults } = props;
  const { sending, runs } = coding;
  const runnable = task.languages.find(({ language }) => language === coding.language)?.runs;
  const rest = task.submissionsLeft;
  return (
    <footer className="coding-foot">
      <span className="coding-left" role="timer">
        <b className="num">{t('left', { time: clockText(left) })}</b>
        {left > CALM ? t('calm') : null}
      </span>
      <span className="cap coding-note">{task.replayed ? t('note') : ''}</span>
      <span className="cap coding-rest">{rest > 0 ? t('rest', { count: rest }) : t('noRest')}</span>
      {coding.problem === null ? null : (
        <span className="interview-problem" role="alert">
          {coding.problem}
        </span>
      )}
      <span className="coding-acts">
        <Button
          look="plain"
          className="touch"
          busy={sending === 'finish' ? t('finishing') : undefined}
          onPress={() => void coding.finish()}
        >
          {t('done')}
        </Button>
        <Button
          className="touch"
          disabled={!runnable || runs.busy}
          onPress={() => {
            onResults();
            void coding.run(null);
          }}
        >
          <PlayIcon size="xs" />
          {t('run')}
          <kbd>Ctrl ↵</kbd>
        </Button>
        <Button
          look="primary"
          className="touch"
          disabled={rest === 0}
          busy={sending === 'submit' ? t('submitting') : undefined}
          onPress={() => {
            onResults();
            void coding.submit();
          }}
        >
          {t('submit')}
        </Button>
      </span>
    </footer>
  );
}

function Desk({ task, ...props }: Props & { task: CodingTask }) {
  const { interview, question, answer, attemptId } = props;
  const { t } = useTranslation('candidate');
  const [part, setPart] = useState<Part>('problem');
  const endsAt = answer.state.attemptId === attemptId ? answer.state.endsAt : question.answerEndsAt;
  const coding = useCoding(task, attemptId, endsAt);
  const left = secondsTo(endsAt, useNow());
  const over = endsAt !== null && left === 0;
  const ended = useRef(false);
  const { finish } = coding;
  useEffect(() => {
    if (over && !ended.current) {
      ended.current = true;
      void finish();
    }
  }, [over, finish]);
  return (
    <Page
      title={t('interview.titleOf', { company: interview.companyName })}
      width="full"
      className={`coding-page show-${part}`}
    >
      <header className="coding-head">
        <span>
          <b>{interview.companyName}</b> {interview.positionName}
        </span>
        <Progress interview={interview} />
        <span>
          <Numbering interview={interview} question={question} />
        </span>
      </header>
      <Tabs part={part} onPart={setPart} />
      <div className="coding-two">
        <Statement task={task} />
        <div className="coding-right">
          <Writing task={task} coding={coding} />
          <Results task={task} coding={coding} />
        </div>
      </div>
      <Foot task={task} coding={coding} left={left} onResults={() => setPart('results')} />
    </Page>
  );
}

/** A programming question: the problem beside the editor, runs and submissions under it. */
export default function Coding(props: Props) {
  const { answerId } = props.question;
  const [judging, setJudging] = useState(false);
  const query = useRoute(
    codingRoutes.codingTask,
    { answerId },
    { refetchInterval: judging ? ASK_EVERY : false },
  );
  const waits = query.data?.submissions.some(({ state }) => state === 'queued') ?? false;
  useEffect(() => setJudging(waits), [waits]);
  return <Awaited query={query}>{(task) => <Desk {...props} task={task} />}</Awaited>;
}
