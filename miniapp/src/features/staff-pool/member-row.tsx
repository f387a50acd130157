import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PoolMember } from '@zhiyu/contracts/talent-pool';
import { StateWord } from '../../components/glyph';
import { ScoreBar } from '../../components/score-bar';
import { serverTime } from '../../platform/clock';
import { useWords } from '../staff-shell/use-words';
import { Who } from '../staff-shell/who';
import { isoDay, poolSoon } from './pool.shared';
import { ReasonWord } from './reason-word';
import { useProfileLine } from './said-of-place';

const reasonsShown = 3;

function Score({ member }: { member: PoolMember }) {
  const { t } = useTranslation('pool');
  const words = useWords();
  const { score } = member;
  return score === null ? (
    <span className="muted">{t('reason.noInterview')}</span>
  ) : (
    <span className="pool-score">
      <span className="num">
        <b className="mid">{words.score(score.total)}</b>{' '}
        <small className="muted">
          {words.error(score.standardError)} · {t('ago', { span: words.since(score.at) })}
        </small>
      </span>
      <ScoreBar
        label={t('score')}
        value={score.total}
        standardError={score.standardError}
        requirement={score.requirement}
        verdict={score.verdict}
        mini
      />
    </span>
  );
}

/** Somebody in the pool: reasons as glyph and word, the old score with its age, until when the consent holds. */
export function MemberRow({
  member,
  on,
  onChoose,
  children,
}: {
  member: PoolMember;
  on: boolean;
  onChoose: () => void;
  children?: ReactNode;
}) {
  const { t } = useTranslation('pool');
  const words = useWords();
  const place = useProfileLine()(member.profile);
  const { reasons, skills, until } = member;
  const told = reasons.filter(({ kind }) => kind !== 'interview').slice(0, reasonsShown);
  return (
    <li className={on ? 'on' : ''}>
      <button type="button" aria-pressed={on} onClick={onChoose}>
        <Who id={member.applicationId} name={member.candidateName} />
        <span className="pool-who">
          <b className="mid">{member.candidateName}</b>
          <span className="muted">
            {words.day(member.appliedAt)} {member.positionName}
          </span>
          {place === '' ? null : <span className="muted">{place}</span>}
          {member.tags.length === 0 ? null : (
            <span className="pool-row-tags">
              {member.tags.map((tag) => (
                <span key={tag} className="tag">
                  {tag}
                </span>
              ))}
            </span>
          )}
        </span>
        <span className="pool-reasons">
          {told.length > 0 ? (
            told.map((reason) => (
              <ReasonWord key={`${reason.kind}${reason.text}`} reason={reason} />
            ))
          ) : (
            <span className="muted">
              {skills.slice(0, 5).join(t('staff:comma')) || t('noSkills')}
            </span>
          )}
        </span>
        <Score member={member} />
        <span className="pool-until num">
          <span className="muted">{t('until', { at: isoDay(until) })}</span>
          {poolSoon(until, serverTime()) ? (
            <StateWord of="warn">
              {t('ending', { span: words.span(until - serverTime()) })}
            </StateWord>
          ) : null}
        </span>
      </button>
      {children}
    </li>
  );
}
