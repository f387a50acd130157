import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveView, StaffWord } from '@zhiyu/contracts/live';
import { routes } from '@zhiyu/contracts/routes';
import { ApiError } from '../../api/error';
import { useRoute } from '../../api/query';
import { useLive } from '../../api/stream';
import { Button } from '../../components/button';
import { StateWord } from '../../components/glyph';
import { ScoreBar } from '../../components/score-bar';
import { Awaited, Empty, Failed } from '../../components/state';
import { clockText, timeText } from '../../components/time';
import { mediaOf } from '../staff-report/report.shared';
import { hrefOf } from '../staff-shell/address.shared';
import { Acts } from './acts';
import { Where } from './where';

/** The line is looked at so often while one interview is open (ms). */
const every = 5_000;

type Answer = LiveView['answers'][number];

function Recording({ answer }: { answer: Answer }) {
  const { t } = useTranslation('live');
  const [open, setOpen] = useState(false);
  const label = t(answer.mode === 'camera' ? 'watch' : 'listen');
  if (!open) {
    return (
      <Button className="touch" onPress={() => setOpen(true)}>
        {label}
        <span className="cap num">{clockText(answer.seconds ?? 0)}</span>
      </Button>
    );
  }
  return (
    <video
      className={`live-video ${answer.mode ?? ''}`}
      src={mediaOf(answer.attemptId ?? '')}
      controls
      autoPlay
      playsInline
      aria-label={label}
    />
  );
}

function AnswerItem({ answer, media }: { answer: Answer; media: boolean }) {
  const { t } = useTranslation('live');
  const kind = answer.kind === 'planned' ? null : <span className="tag">{t(answer.kind)}</span>;
  return (
    <li className={`live-answer ${answer.state}`}>
      <p className="mid">
        <span className="num">{answer.index + 1}. </span>
        {answer.question} {kind}
      </p>
      {answer.state === 'done' ? (
        <>
          <p className={answer.words === null ? 'muted' : ''}>
            {answer.words ?? t(answer.recognition === 'pending' ? 'pending' : 'noWords')}
          </p>
          {answer.hasMedia && media ? <Recording answer={answer} /> : null}
        </>
      ) : (
        <p className="muted t13">{t(answer.state)}</p>
      )}
    </li>
  );
}

function Line({ line }: { line: LiveView['line'] }) {
  const { t } = useTranslation('live');
  return (
    <p className="t13 muted">
      {[
        line.kbps === null ? t('lineUnknown') : t('line', { n: line.kbps }),
        ...(line.quietSeconds === null ? [] : [t('quiet', { n: line.quietSeconds })]),
      ].join(' · ')}
    </p>
  );
}

/** Hidden until they are wanted: what the machine says first sways who is to judge. */
function Scores({
  scores,
  shown,
  onShow,
}: {
  scores: LiveView['scores'];
  shown: boolean;
  onShow: (shown: boolean) => void;
}) {
  const { t } = useTranslation('live');
  return (
    <section className="section">
      <h2 className="sec-h">{t('scores')}</h2>
      <p className="t13 muted">{t('scoresWhy')}</p>
      {shown && scores?.length === 0 ? <p>{t('scoresNone')}</p> : null}
      {shown
        ? scores?.map((one) => (
            <div key={one.code} className="live-score">
              <p className="row between">
                <span>{one.name}</span>
                {one.standsOut ? (
                  <StateWord of={one.verdict === 'meets' ? 'pass' : 'warn'}>
                    {t(one.verdict === 'meets' ? 'standsOut' : 'falls')}
                  </StateWord>
                ) : null}
              </p>
              <ScoreBar
                label={one.name}
                value={one.value}
                standardError={one.standardError}
                requirement={one.requirement}
                verdict={one.verdict}
              />
            </div>
          ))
        : null}
      <Button className="touch" pressed={shown} onPress={() => onShow(!shown)}>
        {t(shown ? 'scoresHide' : 'scoresShow')}
      </Button>
    </section>
  );
}

/** Given time counts in minutes, a later deadline in days. */
const countOf = ({ kind, minutes }: StaffWord) =>
  kind === 'later' ? Math.round(minutes / 1440) : minutes;

function Said({ said }: { said: LiveView['said'] }) {
  const { t } = useTranslation('live');
  const names = {
    ...{ hold: 'saidHold', time: 'saidTime', message: 'saidMessage' },
    later: 'saidLater',
  } as const;
  return said.length === 0 ? null : (
    <section className="section">
      <h2 className="sec-h">{t('said')}</h2>
      <ul className="rows">
        {said.map((one) => (
          <li key={one.at}>
            <span className="num muted">{timeText(one.at)}</span>{' '}
            {t(names[one.kind], { name: one.byName, n: countOf(one) })}
            {one.text === '' ? '' : `：${one.text}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Body({
  view,
  shown,
  onShow,
}: {
  view: LiveView;
  shown: boolean;
  onShow: (to: boolean) => void;
}) {
  const { t } = useTranslation('live');
  const { row } = view;
  return (
    <>
      <header className="live-head">
        <h2 className="t16 bold">
          {row.candidateName} <span className="muted">{row.positionName}</span>
        </h2>
        <Where row={row} now={view.serverNow} />
        <Line line={view.line} />
        {row.troubles.length > 0 ? <p className="t13 muted">{t('lineMore')}</p> : null}
      </header>
      {view.may.act ? <Acts view={view} /> : null}
      <section className="section">
        <h2 className="sec-h">
          {t('answers')}
          <span className="cap num">{t('progress', { n: row.answered, of: row.count })}</span>
        </h2>
        <ol className="live-answers">
          {view.answers.map((answer) => (
            <AnswerItem key={answer.answerId} answer={answer} media={view.may.media} />
          ))}
        </ol>
      </section>
      <Said said={view.said} />
      <Scores scores={view.scores} shown={shown} onShow={onShow} />
      <p className="section">
        <a className="link" href={hrefOf('file', { id: row.applicationId })}>
          {t('file')}
        </a>
      </p>
    </>
  );
}

/** One running interview: where it is, what can be done, the answers as they come. */
export function One({ id }: { id: string }) {
  const { t } = useTranslation('live');
  const [shown, setShown] = useState(false);
  const input = shown ? { id, scores: 'true' as const } : { id };
  const query = useRoute(routes.liveInterview, input, { refetchInterval: every });
  useLive([routes.liveInterview], (item) => item.interviewId === id);
  const { error } = query;
  if (error instanceof ApiError && error.code === 'interviewClosed') {
    return <Empty title={t('gone')}>{t('goneMore')}</Empty>;
  }
  if (error instanceof ApiError && error.code === 'scorecardFirst') {
    return <Failed error={error} onRetry={() => setShown(false)} />;
  }
  return (
    <Awaited query={query}>
      {(view) => <Body view={view} shown={shown} onShow={setShown} />}
    </Awaited>
  );
}
