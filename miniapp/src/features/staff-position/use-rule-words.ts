import { useTranslation } from 'react-i18next';
import type { Requirement } from '@zhiyu/contracts/position';
import { ruleSentence } from '@zhiyu/contracts/rule-words';
import './words';

/** A rule as a sentence with all of its words, as a change of any of them is one of the rule. */
export function useRuleWords(): (rule: Requirement) => string {
  const { t, i18n } = useTranslation('studio');
  return (rule) => {
    const sentence = ruleSentence(rule, i18n.language === 'zh' ? 'zh' : 'en', Infinity);
    return rule.kind === 'protected'
      ? t('protectedRule', { attribute: t(`staff:protected.${rule.attribute}`), sentence })
      : sentence;
  };
}
