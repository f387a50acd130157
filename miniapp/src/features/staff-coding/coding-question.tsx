import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { ProblemList } from '@zhiyu/contracts/coding-staff';
import type { ProgramLanguage } from '@zhiyu/contracts/judge';
import type { PositionContent, Question } from '@zhiyu/contracts/position';
import { useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { Sheet } from '../../components/sheet';
import { textIn } from '../../locales';
import { languageNames } from '../../platform/code-editor/code-editor.shared';
import { newCoding, toggled } from './coding-question.shared';
import './words';
import './programs.scss';

/** Questions of one interview at most. */
const MOST = 12;

function Languages(props: {
  chosen: readonly ProgramLanguage[];
  runs: readonly ProgramLanguage[] | null;
  disabled: boolean;
  onChange: (languages: ProgramLanguage[]) => void;
}) {
  const { t } = useTranslation('codingStaff');
  const { chosen, runs, disabled, onChange } = props;
  const all = Object.keys(languageNames) as ProgramLanguage[];
  return (
    <fieldset className="checks">
      <legend className="mid">{t('question.languages')}</legend>
      {all.map((language) => (
        <label key={language} className="row touch">
          <input
            type="checkbox"
            className="check"
            checked={chosen.includes(language)}
            disabled={disabled || (chosen.length === 1 && chosen.includes(language))}
            onChange={() => onChange(toggled(chosen, language))}
          />
          {languageNames[language]}
          {runs ? (
            <span className="cap">
              {t(runs.includes(language) ? 'question.runs' : 'question.noRun')}
            </span>
          ) : null}
        </label>
      ))}
    </fieldset>
  );
}

/** What makes a question one of programming: problem, points by group, languages. */
export function CodingFields(props: {
  question: Question;
  edit: boolean;
  onChange: (question: Question) => void;
}) {
  const { t } = useTranslation('codingStaff');
  const { question, edit, onChange } = props;
  const list = useRoute(routes.problems, {}).data;
  const { coding } = question;
  const problem = list?.problems.find(({ code }) => code === coding?.problem);
  if (!coding) {
    return null;
  }
  return (
    <section className="coding-pick section">
      <h2 className="sec-h">
        {t('question.problem')}
        <span className="cap">{problem ? textIn(problem.title) : coding.problem}</span>
      </h2>
      {problem ? <p className="pre">{textIn(problem.statement)}</p> : null}
      {problem ? (
        <p className="cap num">
          {t('question.groups')}{' '}
          {problem.groups.map(({ name, points }) => `${textIn(name)} ${points}`).join(t('comma'))}
        </p>
      ) : null}
      <Languages
        chosen={coding.languages}
        runs={list?.runs ?? null}
        disabled={!edit}
        onChange={(languages) => onChange({ ...question, coding: { ...coding, languages } })}
      />
    </section>
  );
}

function Pick(props: {
  list: ProblemList;
  content: PositionContent;
  onPick: (question: Question) => void;
}) {
  const { t } = useTranslation('codingStaff');
  const { list, content, onPick } = props;
  const [problem, setProblem] = useState(list.problems[0]?.code ?? '');
  const [dimension, setDimension] = useState(content.model.dimensions[0]?.code ?? '');
  const chosen = list.problems.find(({ code }) => code === problem);
  return (
    <div className="coding-pick">
      <label className="field">
        <span>{t('question.problem')}</span>
        <select
          className="input"
          value={problem}
          onChange={(event) => setProblem(event.target.value)}
        >
          {list.problems.map(({ code, title }) => (
            <option key={code} value={code}>
              {textIn(title)}
            </option>
          ))}
        </select>
      </label>
      {chosen ? <p className="pre muted">{textIn(chosen.statement)}</p> : null}
      <label className="field">
        <span>{t('question.dimension')}</span>
        <select
          className="input"
          value={dimension}
          onChange={(event) => setDimension(event.target.value)}
        >
          {content.model.dimensions.map(({ code, name }) => (
            <option key={code} value={code}>
              {textIn(name)}
            </option>
          ))}
        </select>
      </label>
      <Button
        look="primary"
        disabled={!chosen}
        onPress={() => chosen && onPick(newCoding(chosen, dimension, content.questions))}
      >
        {t('question.put')}
      </Button>
    </div>
  );
}

/** Picks a problem of the product and puts it at the end of the interview. */
export function AddCoding(props: {
  content: PositionContent;
  onAdd: (question: Question) => void;
}) {
  const { t } = useTranslation('codingStaff');
  const { content, onAdd } = props;
  const [open, setOpen] = useState(false);
  const list = useRoute(routes.problems, {}, { enabled: open }).data;
  const full = content.plan.questionCodes.length >= MOST;
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Icon name="plus" size="s" />
        {t('question.add')}
      </Button>
      <Sheet open={open} title={t('question.title')} onClose={() => setOpen(false)}>
        {full ? <p>{t('question.full')}</p> : null}
        {list && !full ? (
          <Pick
            list={list}
            content={content}
            onPick={(question) => {
              setOpen(false);
              onAdd(question);
            }}
          />
        ) : null}
      </Sheet>
    </>
  );
}
