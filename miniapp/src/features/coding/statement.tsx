import { useTranslation } from 'react-i18next';
import type { CodingTask } from '@zhiyu/contracts/coding';

function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, at) => (
          <p key={at}>{line}</p>
        ))}
    </>
  );
}

/** The problem: what to compute, samples, limits and how points are given. */
export function Statement({ task }: { task: CodingTask }) {
  const { t } = useTranslation('coding');
  const groups = task.groups
    .map(({ name, points }) => t('groupPoints', { name, points }))
    .join(t('comma'));
  const limits = { seconds: task.timeMs / 1000, memory: task.memoryMb };
  return (
    <div className="coding-statement">
      <h1>{task.title}</h1>
      <Paragraphs text={task.statement} />
      <h2>{t('io')}</h2>
      <div className="coding-io">
        <Paragraphs text={`${task.input}\n${task.output}`} />
      </div>
      <h2>{t('samples')}</h2>
      {task.samples.map((sample, at) => (
        <div key={at} className="coding-sample">
          <div className="coding-sample-two">
            <div>
              <h3>{t('input')}</h3>
              <pre>{sample.stdin}</pre>
            </div>
            <div>
              <h3>{t('output')}</h3>
              <pre>{sample.stdout}</pre>
            </div>
          </div>
          {sample.note === '' ? null : <p className="coding-io">{sample.note}</p>}
        </div>
      ))}
      <h2>{t('limits')}</h2>
      <div className="coding-io">
        <p>{t('limitsText', limits)}</p>
        <p>{t('points', { groups })}</p>
      </div>
    </div>
  );
}
