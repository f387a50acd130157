import type {
  CardTexts,
  TextField,
  TextFault,
  TextKind,
  TextQuery,
} from '@zhiyu/contracts/card-texts';
import type { GallerySample } from '@zhiyu/contracts/gallery';

/** Which words of the company a card has; null where its words are fixed. */
export function textKindOf({ kind, name }: GallerySample): TextKind | null {
  if (kind === 'notice') {
    return name === 'reminder' ? 'reminder' : null;
  }
  return kind === 'invitation' || kind === 'result' || kind === 'thanks' ? kind : null;
}

/** What stands in a field: the own text, otherwise the one it stands for. */
export function shownText(texts: CardTexts, field: TextField): string {
  return texts[field.slot] ?? field.fallback;
}

/** Only what differs from the words it stands for. */
export function changedTexts(texts: CardTexts, fields: readonly TextField[]): CardTexts {
  return Object.fromEntries(
    fields
      .map((field): [string, string] => [field.slot, shownText(texts, field).trim()])
      .filter(([slot, text]) => text !== fields.find((one) => one.slot === slot)?.fallback),
  );
}

export function sameTexts(one: CardTexts, other: CardTexts, fields: readonly TextField[]): boolean {
  return fields.every((field) => shownText(one, field).trim() === shownText(other, field).trim());
}

/** The first thing wrong with a field. */
export function faultAt(faults: readonly TextFault[], field: TextField): TextFault | undefined {
  return faults.find(({ slot }) => slot === field.slot);
}

/** Words that are typed and not saved, by what they are for: kept while another card or language is looked at. */
export interface Drafts {
  of(key: string): CardTexts | undefined;
  keep(key: string, texts: CardTexts): void;
}

/** Unsaved words belong to the version they began with: a newer one begins anew. */
export function draftKey({ kind, locale, positionId }: TextQuery, version: number): string {
  return [kind, locale, positionId ?? '', version].join('.');
}
