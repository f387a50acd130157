import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PositionContent, PositionDetail } from '@zhiyu/contracts/position';
import type { Proposal as Waiting } from '@zhiyu/contracts/publishing';
import { routes } from '@zhiyu/contracts/routes';
import { messageOf } from '../../api/error';
import { keyOf, queryClient, useAct } from '../../api/query';
import { Button } from '../../components/button';
import { StateWord } from '../../components/glyph';
import { TextField } from '../../components/text-field';
import { useToast } from '../../components/toast';
import { useWords } from '../staff-shell/use-words';
import { Changes } from './changes';
import './words';

function Answer({ id, proposal }: { id: string; proposal: Waiting }) {
  const { t } = useTranslation('studio');
  const say = useToast();
  const [reason, setReason] = useState('');
  const answer = useAct(routes.answerProposal, {
    refresh: [routes.publishing, routes.listPositions, routes.dashboard],
    onSuccess: (next, input) => {
      queryClient.setQueryData(keyOf(routes.position, { id }), next);
      say(t(input.approve ? 'published' : 'refused'));
    },
  });
  const send = (approve: boolean) =>
    answer.mutate({ id, proposalId: proposal.id, approve, reason: reason.trim() });
  return (
    <>
      <TextField
        label={t('reason')}
        hint={t('reasonHint')}
        rows={2}
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
      {answer.error ? (
        <p className="fault" role="alert">
          {messageOf(answer.error)}
        </p>
      ) : null}
      <p className="row">
        <Button disabled={reason.trim().length < 2} onPress={() => send(false)}>
          {t('refuse')}
        </Button>
        <Button
          look="primary"
          busy={answer.isPending ? t('staff:saving') : undefined}
          onPress={() => send(true)}
        >
          {t('approve', { n: proposal.baseVersion + 1 })}
        </Button>
      </p>
    </>
  );
}

function Withdraw({
  id,
  proposal,
  onTake,
}: {
  id: string;
  proposal: Waiting;
  onTake: (content: PositionContent, note: string) => void;
}) {
  const { t } = useTranslation('studio');
  const withdraw = useAct(routes.withdrawProposal, {
    onSuccess: (view) => {
      queryClient.setQueryData(keyOf(routes.publishing, { id }), view);
      onTake(proposal.content, proposal.note);
    },
  });
  return (
    <p className="row">
      <Button
        busy={withdraw.isPending ? t('staff:saving') : undefined}
        onPress={() => withdraw.mutate({ id, proposalId: proposal.id })}
      >
        {t('withdraw')}
      </Button>
      {withdraw.error ? (
        <span className="fault" role="alert">
          {messageOf(withdraw.error)}
        </span>
      ) : null}
    </p>
  );
}

/** A change that waits for a second person: what it would change, and yes, no or back. */
export function WaitingProposal({
  detail,
  proposal,
  onTake,
}: {
  detail: PositionDetail;
  proposal: Waiting;
  /** The change as a draft again. */
  onTake: (content: PositionContent, note: string) => void;
}) {
  const { t } = useTranslation('studio');
  const words = useWords();
  const stale = proposal.baseVersion !== detail.version;
  return (
    <section className="section proposal-waits">
      <h2 className="sec-h">
        {t('waits', { n: proposal.baseVersion + 1 })}
        <span className="cap num">
          {proposal.createdBy} · {words.moment(proposal.createdAt)}
        </span>
      </h2>
      {proposal.note === '' ? null : <p>{proposal.note}</p>}
      {stale ? <StateWord of="warn">{t('stale')}</StateWord> : null}
      <Changes before={detail.content} after={proposal.content} />
      {proposal.answerable && !stale ? <Answer id={detail.id} proposal={proposal} /> : null}
      {proposal.own ? (
        <Withdraw id={detail.id} proposal={proposal} onTake={onTake} />
      ) : proposal.answerable ? null : (
        <p className="cap">{t('whoApproves')}</p>
      )}
    </section>
  );
}
