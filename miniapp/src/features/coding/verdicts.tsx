import { useTranslation } from 'react-i18next';
import type { JudgedGroup, ProgramRun, ProgramSubmission } from '@zhiyu/contracts/coding';
import type { Verdict } from '@zhiyu/contracts/judge';
import { StateWord } from '../../components/glyph';
import { timeText } from '../../components/time';

export function megabytes(kilobytes: number): string {
  return (kilobytes / 1024).toFixed(1);
}

export function VerdictMark({ verdict, word }: { verdict: Verdict; word?: string }) {
  const { t } = useTranslation('coding');
  const meaning = verdict === 'accepted' ? 'pass' : verdict === 'time' ? 'hold' : 'reject';
  return <StateWord of={meaning}>{word ?? t(`verdict.${verdict}`)}</StateWord>;
}

function Output({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation('coding');
  return (
    <div className="coding-output">
      <h3>{title}</h3>
      <pre>{text === '' ? t('empty') : text}</pre>
    </div>
  );
}

function OwnRun({ run }: { run: ProgramRun }) {
  const { t } = useTranslation('coding');
  const test = run.tests[0];
  return test ? (
    <>
      <p className="row">
        <VerdictMark verdict={test.verdict} />
        <span className="cap num">
          {test.timeMs} ms{t('comma')}
          {megabytes(test.memoryKb)} MB
        </span>
      </p>
      <Output title={t('ownOutput')} text={test.stdout} />
      {test.stderr === '' ? null : <Output title={t('stderr')} text={test.stderr} />}
    </>
  ) : null;
}

function SampleRuns({ run }: { run: ProgramRun }) {
  const { t } = useTranslation('coding');
  const failed = run.tests.find(({ stderr }) => stderr !== '');
  return (
    <>
      <div className="coding-scroll">
        <table className="coding-table">
          <thead>
            <tr>
              <th scope="col">{t('table.test')}</th>
              <th scope="col">{t('table.result')}</th>
              <th scope="col" className="right">
                {t('table.time')}
              </th>
              <th scope="col" className="right">
                {t('table.memory')}
              </th>
              <th scope="col">{t('table.yours')}</th>
              <th scope="col">{t('table.expected')}</th>
            </tr>
          </thead>
          <tbody>
            {run.tests.map((test, at) => (
              <tr key={at}>
                <th scope="row">{t('sample', { n: at + 1 })}</th>
                <td>
                  <VerdictMark verdict={test.verdict} />
                </td>
                <td className="right num">{test.timeMs} ms</td>
                <td className="right num">{megabytes(test.memoryKb)} MB</td>
                <td>
                  <pre>{test.stdout === '' ? t('empty') : test.stdout.slice(0, 400)}</pre>
                </td>
                <td>
                  <pre>{test.expected?.slice(0, 400)}</pre>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {failed ? <Output title={t('stderr')} text={failed.stderr.slice(0, 4000)} /> : null}
    </>
  );
}

/** What became of a run: its place in the line, then its output. */
export function RunResult({ run, own }: { run: ProgramRun | null; own: boolean }) {
  const { t } = useTranslation('coding');
  if (!run) {
    return <p className="muted">{t('nothing')}</p>;
  }
  if (run.state === 'queued') {
    return <p role="status">{t('queued', { count: run.ahead })}</p>;
  }
  if (run.state !== 'done') {
    return <p role="status">{t(run.state)}</p>;
  }
  return (
    <div className="coding-run">
      {run.compile === '' ? null : <Output title={t('compile')} text={run.compile} />}
      {run.tests.length === 0 ? <VerdictMark verdict={run.verdict ?? 'compile'} /> : null}
      {own ? <OwnRun run={run} /> : run.tests.length > 0 ? <SampleRuns run={run} /> : null}
    </div>
  );
}

function Group({ group }: { group: JudgedGroup }) {
  const { t } = useTranslation('coding');
  const word =
    group.verdict === 'accepted'
      ? t('allRight')
      : t('someWrong', {
          count: group.tests - group.passed,
          verdict: t(`verdict.${group.verdict}`),
        });
  const most = { ms: group.timeMs, mb: megabytes(group.memoryKb) };
  return (
    <li>
      <span>{t('group', { name: group.name, tests: group.tests })}</span>
      <VerdictMark verdict={group.verdict} word={word} />
      <span className="cap num">{t('worst', most)}</span>
      <span className="cap num">
        {group.earned} / {group.points}
      </span>
    </li>
  );
}

function Submission({ one, n }: { one: ProgramSubmission; n: number }) {
  const { t } = useTranslation('coding');
  const at = timeText(one.at);
  return (
    <li className="coding-submission">
      <h3>
        {one.auto ? t('auto', { at }) : t('submission', { n, at })}
        {one.points === null ? null : (
          <span className="num">{t('score', { points: one.points })}</span>
        )}
        {one.best && one.points !== null ? <span className="cap">{t('best')}</span> : null}
      </h3>
      {one.state === 'queued' ? (
        <p role="status">
          {one.ahead > 0 ? t('judgingAfter', { count: one.ahead }) : t('judging')}
        </p>
      ) : null}
      {one.state === 'notJudged' ? <p>{t('notJudged')}</p> : null}
      {one.compile === '' ? null : <Output title={t('compile')} text={one.compile} />}
      <ul>
        {one.groups.map((group) => (
          <Group key={group.name} group={group} />
        ))}
      </ul>
    </li>
  );
}

/** Every submission with its verdict by group, the newest first. */
export function SubmissionList({ submissions }: { submissions: ProgramSubmission[] }) {
  const { t } = useTranslation('coding');
  const byHand = submissions.filter(({ auto }) => !auto);
  return (
    <section className="coding-submissions" aria-live="polite">
      <h2 className="sr">{t('submissions')}</h2>
      {submissions.length === 0 ? <p className="muted">{t('nothingSubmitted')}</p> : null}
      <ol>
        {[...submissions].reverse().map((one) => (
          <Submission key={one.id} one={one} n={byHand.indexOf(one) + 1} />
        ))}
      </ol>
    </section>
  );
}
