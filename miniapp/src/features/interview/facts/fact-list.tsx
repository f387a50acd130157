import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import type { Fact, FactList } from '@zhiyu/contracts/observation';
import { messageOf } from '../../../api/error';
import { keyOf, queryClient, useAct } from '../../../api/query';
import { Button } from '../../../components/button';
import { momentText } from '../../../components/time';
import { serverTime } from '../../../platform/clock';
import '../extra-words';
import { lengthOf } from './facts.shared';
import './facts.scss';

function FactRow({ fact, open }: { fact: Fact; open: boolean }) {
  const { t, i18n } = useTranslation('guide');
  const id = useId();
  const [reason, setReason] = useState(fact.reason);
  const save = useAct(candidateRoutes.explainFact, {
    onSuccess: (list) => queryClient.setQueryData(keyOf(candidateRoutes.ownFacts, {}), list),
  });
  const { minutes, seconds } = lengthOf(fact.seconds);
  const length = minutes > 0 ? t('facts.minutes', { minutes, seconds }) : '';
  const parts = [
    momentText(fact.at, serverTime(), i18n.language),
    fact.questionIndex === null ? '' : t('facts.question', { n: fact.questionIndex + 1 }),
    fact.seconds < 1 ? '' : length || t('facts.seconds', { count: seconds }),
    fact.detail,
  ];
  const changed = reason.trim() !== fact.reason;
  return (
    <li>
      <b>{t(`facts.${fact.kind}`)}</b>
      <p className="t13 muted num">{parts.filter(Boolean).join(' · ')}</p>
      <label htmlFor={id} className="t13">
        {t('facts.reason')}
      </label>
      <textarea
        id={id}
        rows={2}
        maxLength={500}
        value={reason}
        readOnly={!open}
        placeholder={t('facts.placeholder')}
        onChange={(event) => setReason(event.target.value)}
      />
      {save.error ? (
        <p role="alert" className="interview-problem">
          {messageOf(save.error)}
        </p>
      ) : null}
      <div className="facts-act">
        <span role="status" className="t13 muted">
          {save.isSuccess && !changed ? t('facts.saved') : ''}
        </span>
        {open && changed ? (
          <Button
            size="small"
            className="touch"
            busy={save.isPending ? t('candidate:sending') : undefined}
            onPress={() => save.mutate({ id: fact.id, reason: reason.trim() })}
          >
            {t('facts.save')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

/** A timeline without judgement: what, when, how long, and the candidate's own words beside it. */
export default function Facts({ list, name }: { list: FactList; name: string }) {
  const { t } = useTranslation('guide');
  return (
    <>
      <p className="t15 muted">{t('facts.lead', { name })}</p>
      {list.open ? null : <p className="t15">{t('facts.closed')}</p>}
      <ol className="facts-list">
        {list.facts.map((fact) => (
          <FactRow key={fact.id} fact={fact} open={list.open} />
        ))}
      </ol>
    </>
  );
}
