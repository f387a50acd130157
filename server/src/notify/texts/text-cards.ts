import type { CardKind } from '@zhiyu/contracts/card';
import type { TextKind } from '@zhiyu/contracts/card-texts';

/** Which words a card of the gallery has; null for a card whose words are fixed. */
export function textsOfCard(
  kind: CardKind,
  sample: string,
): { kind: TextKind; applied: boolean } | null {
  if (kind === 'notice') {
    return sample === 'reminder' ? { kind: 'reminder', applied: false } : null;
  }
  return kind === 'invitation' || kind === 'result' || kind === 'thanks'
    ? { kind, applied: sample === 'applied' }
    : null;
}

/** The card of the gallery that shows these words. @param sample the first of its kind where absent */
export function cardOfTexts(kind: TextKind, sample = 'open'): { card: CardKind; sample: string } {
  return kind === 'reminder' ? { card: 'notice', sample: 'reminder' } : { card: kind, sample };
}
