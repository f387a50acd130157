import { useTranslation } from 'react-i18next';
import type { RuleResult } from '@zhiyu/contracts/screening';
import { StateWord, type Meaning } from '../../components/glyph';

const glyphOf: Record<RuleResult['outcome'], Meaning> = {
  held: 'pass',
  failed: 'reject',
  unknown: 'unknown',
};

interface Props {
  rules: readonly RuleResult[];
  /** The rule whose line is shown beside, where one can be chosen. */
  choice?: { focus: string | null; onFocus: (ruleId: string) => void };
}

function Rule({ rule }: { rule: RuleResult }) {
  const { t } = useTranslation('staff');
  const lang = rule.asStored ? 'zh' : undefined;
  return (
    <>
      <span className="mid" lang={lang}>
        {rule.rule}
      </span>
      <StateWord of={glyphOf[rule.outcome]}>{t(`screening.word.${rule.outcome}`)}</StateWord>
      <span className="muted rules-found" lang={lang}>
        {rule.found}
      </span>
    </>
  );
}

/** Rules of a screening: what is asked, what was found, whether that is enough. */
export function RuleList({ rules, choice }: Props) {
  return rules.length === 0 ? null : (
    <ul className="rules">
      {rules.map((one) => (
        <li key={one.ruleId} className={one.ruleId === choice?.focus ? 'on' : ''}>
          {choice ? (
            <button
              type="button"
              aria-pressed={one.ruleId === choice.focus}
              onClick={() => choice.onFocus(one.ruleId)}
            >
              <Rule rule={one} />
            </button>
          ) : (
            <div className="rules-row">
              <Rule rule={one} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
