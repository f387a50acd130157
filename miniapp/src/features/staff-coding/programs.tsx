import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffSubmission } from '@zhiyu/contracts/coding-staff';
import { useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Awaited } from '../../components/state';
import { momentText } from '../../components/time';
import { serverTime } from '../../platform/clock';
import { CodeEditor } from '../../platform/code-editor';
import { languageNames } from '../../platform/code-editor/code-editor.shared';
import { megabytes, VerdictMark } from '../coding/verdicts';
import '../coding/words';
import { Replay } from './replay';
import { Similar } from './similar';
import './words';
import './programs.scss';

function Groups({ one }: { one: StaffSubmission }) {
  const { t } = useTranslation('codingStaff');
  return (
    <div className="program-scroll">
      <table className="grid program-groups">
        <caption className="sr">{t('groups')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('group')}</th>
            <th scope="col">{t('result')}</th>
            <th scope="col" className="right">
              {t('earned')}
            </th>
            <th scope="col" className="right">
              {t('longest')}
            </th>
            <th scope="col" className="right">
              {t('largest')}
            </th>
          </tr>
        </thead>
        <tbody>
          {one.groups.map((group) => (
            <tr key={group.name}>
              <th scope="row">{group.name}</th>
              <td>
                <VerdictMark verdict={group.verdict} />{' '}
                <span className="cap num">{t('tests', { ...group })}</span>
              </td>
              <td className="right num">
                {group.earned} / {group.points}
              </td>
              <td className="right num">{group.timeMs} ms</td>
              <td className="right num">{megabytes(group.memoryKb)} MB</td>
            </tr>
          ))}
        </tbody>
      </table>
      <details>
        <summary>{t('each')}</summary>
        <ol className="cap num">
          {one.tests.map((test, at) => (
            <li key={at}>
              {one.groups[test.group]?.name}{' '}
              {t('test', {
                n: at + 1,
                verdict: t(`coding:verdict.${test.verdict}`),
                ms: test.timeMs,
                mb: megabytes(test.memoryKb),
              })}
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}

function Submission({ one }: { one: StaffSubmission }) {
  const { t } = useTranslation('codingStaff');
  const language = languageNames[one.language];
  return (
    <>
      {one.state === 'done' ? (
        <Groups one={one} />
      ) : (
        <p className="state unknown">{t(one.state)}</p>
      )}
      {one.compile === '' ? null : <pre className="program-compile">{one.compile}</pre>}
      <div className="program-code">
        <CodeEditor
          key={one.id}
          readOnly
          language={one.language}
          value={one.source}
          label={t('code', { language })}
        />
      </div>
    </>
  );
}

function Fold({ title, act, children }: { title: string; act: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <section className="program-fold">
      <h4 className="mid">{title}</h4>
      {open ? (
        children
      ) : (
        <Button size="small" onPress={() => setOpen(true)}>
          {act}
        </Button>
      )}
    </section>
  );
}

function Chosen({ submissions }: { submissions: StaffSubmission[] }) {
  const { t, i18n } = useTranslation('codingStaff');
  const best = submissions.find((one) => one.best) ?? submissions.at(-1);
  const [id, setId] = useState(best?.id);
  const chosen = submissions.find((one) => one.id === id) ?? best;
  const byHand = submissions.filter(({ auto }) => !auto);
  if (!chosen) {
    return <p className="muted">{t('none')}</p>;
  }
  return (
    <>
      <label className="program-which">
        <span className="cap">{t('which')}</span>
        <select className="input" value={chosen.id} onChange={(event) => setId(event.target.value)}>
          {submissions.map((one) => {
            const at = momentText(one.at, serverTime(), i18n.language);
            const name = one.auto
              ? t('auto', { at })
              : t('one', { n: byHand.indexOf(one) + 1, at });
            const points = one.points === null ? '' : t('points', { points: one.points });
            return (
              <option key={one.id} value={one.id}>
                {[name, languageNames[one.language], points, one.best ? t('best') : '']
                  .filter(Boolean)
                  .join(t('comma'))}
              </option>
            );
          })}
        </select>
      </label>
      <Submission one={chosen} />
    </>
  );
}

/** The programs of an answer: code with verdicts, the typing, and what is like it. */
export default function Programs({ answerId }: { answerId: string }) {
  const { t } = useTranslation('codingStaff');
  const query = useRoute(routes.programs, { answerId });
  return (
    <Awaited query={query}>
      {({ submissions }) => (
        <div className="programs">
          <Chosen submissions={submissions} />
          <Fold title={t('replay.title')} act={t('replay.open')}>
            <Replay answerId={answerId} />
          </Fold>
          {submissions.length === 0 ? null : (
            <Fold title={t('similar.title')} act={t('similar.open')}>
              <Similar answerId={answerId} />
            </Fold>
          )}
        </div>
      )}
    </Awaited>
  );
}
