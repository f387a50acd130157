import { useTranslation } from 'react-i18next';
import type { EarlierApplication } from '@zhiyu/contracts/same-person';
import { StateWord } from '../../components/glyph';
import { VerdictWord } from '../../components/score-bar';
import { hrefOf } from '../staff-shell/address.shared';
import { useWords } from '../staff-shell/use-words';

/** Another application of the same person: when, for what, how it ended. */
export function EarlierLine({ one }: { one: EarlierApplication }) {
  const { t } = useTranslation('file');
  const words = useWords();
  const { decision, total, verdict } = one;
  const reason = decision
    ? t(`staff:reason.${decision.reason}`, { defaultValue: decision.reason })
    : '';
  return (
    <li>
      <time className="num faint">{words.day(one.appliedAt)}</time>
      <span>
        <a className="link" href={hrefOf('file', { id: one.applicationId })}>
          {one.positionName}
        </a>
      </span>
      <span>
        <span className="mid">{words.stage(one.stage)}</span>
        {total === null || verdict === null ? null : (
          <>
            <span className="num">{words.score(total)}</span>
            <VerdictWord verdict={verdict} />
          </>
        )}
        {decision === null ? null : (
          <span className="muted">
            {t('earlier.decided', {
              kind: t(`staff:decide.kind.${decision.kind}`),
              reason,
              by: decision.by,
              at: words.day(decision.at),
            })}
          </span>
        )}
        {one.again ? <StateWord of="hold">{t('earlier.again')}</StateWord> : null}
      </span>
    </li>
  );
}
