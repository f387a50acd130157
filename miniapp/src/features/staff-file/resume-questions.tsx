import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { ResumeQuestion, ResumeQuestionList } from '@zhiyu/contracts/question-drafts';
import { messageOf } from '../../api/error';
import { keyOf, queryClient, useAct, useRoute } from '../../api/query';
import { Button } from '../../components/button';
import { StateWord, type Meaning } from '../../components/glyph';
import { Awaited } from '../../components/state';
import { TextField } from '../../components/text-field';
import { useMay } from '../staff-shell/use-me';
import './resume-questions.scss';

const meaningOf: Record<ResumeQuestion['state'], Meaning> = {
  proposed: 'hold',
  approved: 'pass',
  dropped: 'reject',
  asked: 'pass',
};

interface OneProps {
  question: ResumeQuestion;
  edit: boolean;
  onChange: (change: { state?: 'proposed' | 'approved' | 'dropped'; text?: string }) => void;
  onLine: (line: number) => void;
}

function One({ question, edit, onChange, onLine }: OneProps) {
  const { t } = useTranslation('staff');
  const [typed, setTyped] = useState<string | null>(null);
  const { state, line, text } = question;
  const save = () => {
    if (typed !== null && typed.trim() !== text) onChange({ text: typed.trim() });
    setTyped(null);
  };
  return (
    <li>
      <p className="t13 muted">
        {question.reason}
        {line === null ? null : (
          <button type="button" className="link num" onClick={() => onLine(line)}>
            {t('resume.line', { n: line })}
          </button>
        )}
      </p>
      {typed === null ? (
        <p className={state === 'dropped' ? 'faint' : ''}>{text}</p>
      ) : (
        <TextField
          label={t('question.text')}
          labelHidden
          rows={2}
          maxLength={300}
          value={typed}
          onChange={setTyped}
        />
      )}
      <p className="resume-ask-acts">
        <StateWord of={meaningOf[state]}>{t(`resumeAsk.state.${state}`)}</StateWord>
        {edit && typed !== null ? (
          <Button size="small" disabled={typed.trim().length < 6} onPress={save}>
            {t('resumeAsk.save')}
          </Button>
        ) : null}
        {edit && typed === null && state !== 'approved' ? (
          <Button size="small" onPress={() => onChange({ state: 'approved' })}>
            {t('resumeAsk.approve')}
          </Button>
        ) : null}
        {edit && typed === null ? (
          <>
            <Button look="plain" size="small" onPress={() => setTyped(text)}>
              {t('resumeAsk.edit')}
            </Button>
            <Button
              look="plain"
              size="small"
              onPress={() => onChange({ state: state === 'dropped' ? 'proposed' : 'dropped' })}
            >
              {t(state === 'dropped' ? 'resumeAsk.back' : 'resumeAsk.drop')}
            </Button>
          </>
        ) : null}
      </p>
    </li>
  );
}

function howOf({ most, approval, interview }: ResumeQuestionList): string {
  if (most === 0) return 'off';
  if (interview === 'closed') return 'closed';
  return approval ? 'approval' : 'free';
}

/** Questions that this résumé gives: approved by HR, or asked by themselves, as the position says. */
export function ResumeQuestions({
  applicationId,
  onLine,
}: {
  applicationId: string;
  onLine: (line: number) => void;
}) {
  const { t } = useTranslation('staff');
  const may = useMay();
  const input = { id: applicationId };
  const list = useRoute(routes.resumeQuestions, input);
  const act = useAct(routes.changeResumeQuestion, {
    onSuccess: (next) => queryClient.setQueryData(keyOf(routes.resumeQuestions, input), next),
  });
  return (
    <section className="resume-asks">
      <h3 className="sec-h">{t('resumeAsk.title')}</h3>
      <Awaited query={list}>
        {(data) => (
          <>
            <p className="t13 muted">{t(`resumeAsk.how.${howOf(data)}`, { n: data.most })}</p>
            {act.error ? (
              <p className="fault" role="alert">
                {messageOf(act.error)}
              </p>
            ) : null}
            {data.questions.length === 0 ? (
              <p className="t13">{t('resumeAsk.none')}</p>
            ) : (
              <ol>
                {data.questions.map((question) => (
                  <One
                    key={question.id}
                    question={question}
                    edit={
                      may('application.invite') &&
                      data.interview !== 'closed' &&
                      question.state !== 'asked'
                    }
                    onChange={(change) => act.mutate({ id: question.id, ...change })}
                    onLine={onLine}
                  />
                ))}
              </ol>
            )}
          </>
        )}
      </Awaited>
    </section>
  );
}
