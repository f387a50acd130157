import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { PersonGrade } from '@zhiyu/contracts/calibration';
import { heardBy, unsureIn, unsureStretches, unsureUnder } from '@zhiyu/contracts/heard';
import type { AnswerReport, Transcript } from '@zhiyu/contracts/scoring';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { HeardText } from '../staff-shell/heard-text';
import { PlayIcon } from '../../components/icon';
import { Pill } from '../../components/pill';
import { TextField } from '../../components/text-field';
import { clockText } from '../../components/time';
import { useToast } from '../../components/toast';
import { withWords } from '../../locales';
import { GradedBeside } from '../staff-calibration/graded-beside';
import { useMay } from '../staff-shell/use-me';
import { usePlayer } from './player';
import { SameAnswers } from './same-answers';
import { wordsOf } from './report.shared';

/** Code, verdicts and replay come with an editor: only for who opens a program. */
const Programs = lazy(() => withWords(import('../staff-coding/programs')));

function Words({ answer, transcript }: { answer: AnswerReport; transcript: Transcript }) {
  const { t } = useTranslation('staff');
  const play = usePlayer().playerOf(answer.answerId);
  const timed = transcript.segments.some(({ from }) => from !== null);
  return (
    <>
      <p className="cap">
        {[
          t(`answer.from.${transcript.origin}`),
          transcript.origin === 'engine'
            ? t(`heard.by.${heardBy(transcript)}`, { percent: unsureUnder * 100 })
            : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {timed ? (
        <ul className="answer-words">
          {transcript.segments.map((segment) => (
            <li key={`${segment.from ?? ''}${segment.text}`}>
              {segment.from === null ? null : (
                <Pill
                  seconds={segment.from}
                  label={t('ui:playFrom', { at: clockText(segment.from, true) })}
                  {...(play ? { onPlay: play } : {})}
                />
              )}
              <span>
                <HeardText
                  text={segment.text}
                  unsure={transcript.origin === 'engine' ? unsureIn(segment) : []}
                />
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="pre">
          <HeardText text={wordsOf(transcript)} unsure={unsureStretches(transcript)} />
        </p>
      )}
    </>
  );
}

function TypeWords({ attemptId }: { attemptId: string }) {
  const { t } = useTranslation('staff');
  const say = useToast();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const write = useAct(routes.staffTranscript, {
    refresh: [routes.report, routes.application, routes.timeline],
    onSuccess: () => {
      setOpen(false);
      say(t('answer.typed'));
    },
  });
  if (!open) {
    return (
      <Button size="small" onPress={() => setOpen(true)}>
        {t('answer.type')}
      </Button>
    );
  }
  return (
    <div className="answer-type">
      <TextField
        label={t('answer.typeLabel')}
        hint={t('answer.typeHint')}
        rows={5}
        maxLength={20_000}
        value={text}
        onChange={setText}
        error={write.error ? messageOf(write.error) : undefined}
      />
      <p className="row">
        <Button
          look="primary"
          disabled={text.trim() === ''}
          busy={write.isPending ? t('saving') : undefined}
          onPress={() => write.mutate({ attemptId, text: text.trim() })}
        >
          {t('answer.typeSave')}
        </Button>
        <Button look="plain" onPress={() => setOpen(false)}>
          {t('ui:cancel')}
        </Button>
      </p>
    </div>
  );
}

/** Points of the hidden tests; the program itself when it is asked for. */
function Program({ answer }: { answer: AnswerReport }) {
  const { t } = useTranslation('staff');
  const [open, setOpen] = useState(false);
  const { coding } = answer;
  if (!coding) {
    return null;
  }
  const { title, language, points, submissions } = coding;
  const facts = { title, language, points: points ?? t('ui:score.unknown'), count: submissions };
  return (
    <>
      <p>{t('answer.program', facts)}</p>
      {open ? (
        <Suspense fallback={<p className="muted">{t('answer.loading')}</p>}>
          <Programs answerId={answer.answerId} />
        </Suspense>
      ) : (
        <Button size="small" onPress={() => setOpen(true)}>
          {t('answer.openProgram')}
        </Button>
      )}
    </>
  );
}

/** Why it has no score; with one, what the engine left out or doubts. */
function GateOrNote({ answer: { gate, gateReason } }: { answer: AnswerReport }) {
  const { t } = useTranslation('staff');
  if (gate === null) {
    return gateReason === '' ? null : <p className="cap">{gateReason}</p>;
  }
  return (
    <p className="state unknown answer-gate">
      {t('answer.noScore')}
      {gateReason === '' ? t(`gate.${gate}`) : gateReason}
    </p>
  );
}

function Answer({ answer, graded }: { answer: AnswerReport; graded: PersonGrade[] }) {
  const { t } = useTranslation('staff');
  const may = useMay();
  const { playerOf, stateOf } = usePlayer();
  const play = playerOf(answer.answerId);
  const recording = stateOf(answer.answerId);
  const silent = answer.transcript === null || answer.transcript.segments.length === 0;
  return (
    <li>
      <h3 className="mid">
        <span className="num faint">{answer.questionIndex + 1}</span> {answer.question}
      </h3>
      {answer.kind === undefined || answer.kind === 'planned' ? null : (
        <p className="cap">
          {[t(`answer.kind.${answer.kind}`), answer.reason].filter(Boolean).join(t('answer.colon'))}
        </p>
      )}
      <p className="row answer-facts">
        <span className="cap num">
          {[
            t(`answer.mode.${answer.mode}`),
            answer.seconds === null || answer.mode === 'text' ? '' : clockText(answer.seconds),
            recording === 'covered' || recording === 'gone'
              ? t(`answer.recording.${recording}`)
              : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {play ? (
          <Button size="small" onPress={() => play(0)}>
            <PlayIcon size="xs" />
            {t('answer.play')}
          </Button>
        ) : null}
      </p>
      <GateOrNote answer={answer} />
      <Program answer={answer} />
      <GradedBeside answer={answer} graded={graded} />
      {answer.transcript && !silent && !answer.coding ? (
        <Words answer={answer} transcript={answer.transcript} />
      ) : null}
      {silent || answer.coding ? null : <SameAnswers answerId={answer.answerId} />}
      {silent ? <p className="muted">{t('answer.silent')}</p> : null}
      {silent && answer.attemptId !== null && may('transcript.write') ? (
        <TypeWords attemptId={answer.attemptId} />
      ) : null}
    </li>
  );
}

/** Every question as asked, with the recording and the words. */
export function Answers({ answers, graded }: { answers: AnswerReport[]; graded: PersonGrade[] }) {
  const { t } = useTranslation('staff');
  return (
    <section className="section">
      <h2 className="sec-h">
        {t('answer.title')}
        <span className="cap">{t('answer.count', { count: answers.length })}</span>
      </h2>
      <ol className="answers">
        {answers.map((answer) => (
          <Answer
            key={answer.answerId}
            answer={answer}
            graded={graded.filter(({ answerId }) => answerId === answer.answerId)}
          />
        ))}
      </ol>
    </section>
  );
}
