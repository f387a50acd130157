import { useTranslation } from 'react-i18next';
import type { Requirement } from '@zhiyu/contracts/position';
import './words';

/** A rule as a sentence. */
export function useRuleWords(): (rule: Requirement) => string {
  const { t } = useTranslation('studio');
  const list = (words: readonly string[]) => words.join(t('or'));
  return (rule) => {
    switch (rule.kind) {
      case 'education':
        return t('rule.education', { degree: t(`staff:degree.${rule.minDegree}`) });
      case 'experience':
        return rule.in === undefined || rule.in.length === 0
          ? t('rule.experience', { years: rule.minYears })
          : t('rule.experienceIn', { years: rule.minYears, words: list(rule.in) });
      case 'protected':
        return t('rule.protected', {
          attribute: t(`staff:protected.${rule.attribute}`),
          condition: rule.condition,
        });
      default:
        return t(`rule.${rule.kind}`, { words: list(rule.anyOf) });
    }
  };
}
