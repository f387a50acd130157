import { useTranslation } from 'react-i18next';
import { routes } from '@zhiyu/contracts/routes';
import type { PoolMember, PoolReason } from '@zhiyu/contracts/talent-pool';
import { messageOf } from '../../api/error';
import { useAct } from '../../api/query';
import { Button } from '../../components/button';
import { useToast } from '../../components/toast';
import { hrefOf } from '../staff-shell/address.shared';
import { useMay } from '../staff-shell/use-me';
import { useWords } from '../staff-shell/use-words';
import { Notes } from './notes';
import { isoDay } from './pool.shared';
import { ReasonWord } from './reason-word';
import { SaidOfPlace } from './said-of-place';
import { Tags } from './tags';

function Source({ reason, applicationId }: { reason: PoolReason; applicationId: string }) {
  const { t } = useTranslation('pool');
  const { kind, line, found } = reason;
  if (kind === 'interview') {
    return found === '' ? null : (
      <span className="cap">{t('source.interview', { same: found })}</span>
    );
  }
  if (kind === 'dimension') {
    return <span className="cap">{t('source.dimension')}</span>;
  }
  return (
    <span className="cap">
      {found}
      {line === null ? null : (
        <a
          className="link"
          href={hrefOf('file', { id: applicationId, tab: 'resume', line: String(line) })}
        >
          {t('source.line')}
        </a>
      )}
    </span>
  );
}

function Invite({ member, positionId }: { member: PoolMember; positionId: string }) {
  const { t } = useTranslation('pool');
  const words = useWords();
  const say = useToast();
  const may = useMay();
  const { applicationId: id, candidateName: name, invited } = member;
  const invite = useAct(routes.inviteFromPool, {
    refresh: [routes.pool],
    onSuccess: () => say(t('invited', { name })),
  });
  return (
    <section className="section">
      <h2 className="sec-h">{t('again')}</h2>
      {invited === null ? (
        <p className="muted t13">{t('againMore')}</p>
      ) : (
        <p className="t13">
          {t(`answer.${invited.answer}`, {
            position: invited.positionName,
            at: words.day(invited.at),
            until: invited.quietUntil === null ? '' : isoDay(invited.quietUntil),
          })}
        </p>
      )}
      {positionId === '' ? (
        <p className="cap">{t('choosePosition')}</p>
      ) : may('talent.invite') && member.mayInvite ? (
        <Button
          look="primary"
          wide
          busy={invite.isPending ? t('inviting') : undefined}
          onPress={() =>
            invite.mutate(
              { id, positionId },
              { onError: (error: unknown) => say(messageOf(error)) },
            )
          }
        >
          {t('invite', { name })}
        </Button>
      ) : null}
    </section>
  );
}

interface WhyProps {
  member: PoolMember;
  positionId: string;
  /** Tags that somebody in the pool has. */
  tags: readonly string[];
}

/** Why somebody fits: each requirement with its source, how it ended last time, tags, and the one tap. */
export function Why({ member, positionId, tags }: WhyProps) {
  const { t } = useTranslation('pool');
  const { reasons, decision, applicationId, candidateName: name, skills } = member;
  return (
    <div className="pool-why">
      <section>
        <h2 className="sec-h">{t(reasons.length > 0 ? 'why' : 'known', { name })}</h2>
        {reasons.length === 0 ? (
          <p className="t13">{skills.join(t('staff:comma')) || t('noSkills')}</p>
        ) : (
          <ul className="pool-sources">
            {reasons.map((reason) => (
              <li key={`${reason.kind}${reason.text}`}>
                <ReasonWord reason={reason} />
                <Source reason={reason} applicationId={applicationId} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="section">
        <h2 className="sec-h">{t('ended')}</h2>
        <p className="t13">
          {decision === null
            ? t('noDecision')
            : t('decided', {
                kind: t(`staff:decide.kind.${decision.kind}`),
                reason: t(`staff:reason.${decision.reason}`, { defaultValue: decision.reason }),
                by: decision.by,
              })}{' '}
          <a className="link" href={hrefOf('file', { id: applicationId })}>
            {t('file')}
          </a>
        </p>
      </section>
      <Invite member={member} positionId={positionId} />
      <SaidOfPlace member={member} />
      <Tags member={member} known={tags} />
      <Notes member={member} />
    </div>
  );
}
