import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnPage } from '@zhiyu/contracts/requests';
import { requestRoutes } from '@zhiyu/contracts/routes.requests';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { TextField } from '../../components/text-field';
import { putOwn } from './use-own';

const grades = [1, 2, 3, 4, 5] as const;

function Grades(props: {
  about: 'fair' | 'smooth';
  value: number | null;
  onChange: (grade: number) => void;
}) {
  const { about, value, onChange } = props;
  const { t } = useTranslation('own');
  return (
    <fieldset className="own-grades">
      <legend className="t16 bold">{t(`survey.${about}.title`)}</legend>
      <div>
        {grades.map((grade) => (
          <Button key={grade} pressed={value === grade} onPress={() => onChange(grade)}>
            {t(`survey.${about}.${grade}`)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

/** Two questions after the interview, without a name. */
export function Survey({ own }: { own: OwnPage }) {
  const { t } = useTranslation('own');
  const [fair, setFair] = useState<number | null>(null);
  const [smooth, setSmooth] = useState<number | null>(null);
  const [text, setText] = useState('');
  const send = useAct(requestRoutes.answerSurvey, { onSuccess: putOwn });
  if (own.survey !== 'open') {
    return own.survey === 'done' ? (
      <p className="own-survey t15 muted" role="status">
        {t('survey.done')}
      </p>
    ) : null;
  }
  const whole = fair !== null && smooth !== null;
  return (
    <section className="own-survey" aria-label={t('survey.label')}>
      <Grades about="fair" value={fair} onChange={setFair} />
      {fair === null ? null : (
        <>
          <Grades about="smooth" value={smooth} onChange={setSmooth} />
          <TextField
            label={t('survey.text')}
            value={text}
            onChange={setText}
            rows={2}
            maxLength={500}
          />
          <Button
            wide
            disabled={!whole}
            busy={send.isPending ? t('candidate:sending') : undefined}
            onPress={() => whole && send.mutate({ fair, smooth, text: text.trim() })}
          >
            {t('survey.act')}
          </Button>
        </>
      )}
      {send.error ? (
        <p role="alert" className="apply-wrong">
          {messageOf(send.error)}
        </p>
      ) : null}
      <p className="t13 muted">{t('survey.note')}</p>
    </section>
  );
}
