import { useTranslation } from 'react-i18next';
import type { PoolReason } from '@zhiyu/contracts/talent-pool';
import { StateWord, type Meaning } from '../../components/glyph';
import { useWords } from '../staff-shell/use-words';

const glyphOf: Record<PoolReason['outcome'], Meaning> = {
  held: 'pass',
  failed: 'reject',
  unknown: 'unknown',
};

/** What a reason says in a few words. */
function useReasonText() {
  const { t } = useTranslation('pool');
  const words = useWords();
  return ({ kind, text, found }: PoolReason) => {
    switch (kind) {
      case 'rule':
        return text;
      case 'dimension':
        return t('reason.dimension', { name: text, value: words.score(Number(found)) });
      case 'interview':
        return found === ''
          ? t('reason.noInterview')
          : t('reason.interview', { need: words.score(Number(text)) });
    }
  };
}

export function ReasonWord({ reason }: { reason: PoolReason }) {
  const text = useReasonText();
  return <StateWord of={glyphOf[reason.outcome]}>{text(reason)}</StateWord>;
}
