import type { Locale } from '@zhiyu/contracts/basics';
import {
  type CardTexts,
  type TextFault,
  type TextKind,
  type TextPlaceholder,
  type TextSlot,
  textPlaceholders,
  textSlots,
} from '@zhiyu/contracts/card-texts';
import { invitationWords } from '../cards/invitation.words.js';
import { noticeWords } from '../cards/notice.words.js';
import { resultCard } from '../cards/result.card.js';
import { thanksWords } from '../cards/thanks.words.js';
import { filledText, type TextValues } from './filling.js';

interface SlotRule {
  allowed: readonly TextPlaceholder[];
  required: readonly TextPlaceholder[];
  /** It may be left empty. */
  optional: boolean;
}

const everybody = ['name', 'position', 'company', 'contact'] as const;
const invited = [...everybody, 'deadline'] as const;
const decided = [...everybody, 'decider'] as const;

const rule = (
  allowed: readonly TextPlaceholder[],
  required: readonly TextPlaceholder[] = [],
): SlotRule => ({ allowed, required, optional: false });
const free = (allowed: readonly TextPlaceholder[]): SlotRule => ({
  ...{ allowed, required: [], optional: true },
});

/**
 * The words a company may write itself; everything else on these cards is fixed. Which position, until when and who
 * decided stay on every card: those placeholders are required.
 */
export const textRules: Record<TextKind, Partial<Record<TextSlot, SlotRule>>> = {
  invitation: {
    title: rule(invited, ['position']),
    intro: free(invited),
    footnote: rule(invited),
    contact: free(invited),
  },
  reminder: {
    title: rule(invited),
    intro: rule(invited, ['deadline']),
    contact: free(invited),
  },
  result: {
    title: rule(decided),
    intro: rule(decided, ['decider']),
    footnote: rule(decided),
    contact: free(decided),
  },
  thanks: {
    title: rule(decided),
    titleApplied: rule(decided),
    intro: rule(decided, ['decider']),
    contact: free(decided),
  },
};

/**
 * Letters that the narrowest channel shows: 60 in the notice on a DingTalk phone, 160 below the title in WeCom; lines
 * at the foot stand beside these 160.
 */
export const slotLengths: Record<TextSlot, number> = {
  ...{ title: 60, titleApplied: 60, intro: 160, footnote: 80, contact: 80 },
};

/** Each placeholder as itself: what the built-in words look like to be edited. */
const open = Object.fromEntries(textPlaceholders.map((name) => [name, `{${name}}`])) as TextValues;

function builtInResult(locale: Locale): CardTexts {
  const next = {
    ...{ name: '', at: 0, agreeBy: 0, minutes: 0, place: '', contactName: open.contact },
    ...{ contactPhone: null, calendarHref: null },
  };
  const card = resultCard({
    ...{ locale, candidateName: open.name, positionName: open.position, now: 0, praise: '' },
    passed: null,
    ...{ deciderName: open.decider, next, statusHref: '' },
  });
  const [intro] = card.blocks;
  return {
    title: card.title,
    intro: intro?.type === 'text' ? intro.text : '',
    footnote: card.footnote,
  };
}

/** The product's own words, with placeholders. */
export function builtInTexts(kind: TextKind, locale: Locale): CardTexts {
  switch (kind) {
    case 'invitation':
      return { title: open.position, footnote: invitationWords[locale].footnote };
    case 'reminder': {
      const { title, text } = noticeWords[locale].reminder(open.position, open.deadline);
      return { title, intro: text };
    }
    case 'result':
      return builtInResult(locale);
    case 'thanks': {
      const say = thanksWords[locale];
      const [title, titleApplied] = [say.title(open.name), say.titleApplied(open.name)];
      return { title, titleApplied, intro: say.decided(open.decider) };
    }
  }
}

function textFaults(slot: TextSlot, text: string, values: TextValues, of: SlotRule): TextFault[] {
  const fault = (code: TextFault['code'], detail = ''): TextFault => ({ slot, code, detail });
  const used = [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
  const rest = text.replace(/\{[^{}]*\}/g, '');
  const allowed: readonly string[] = of.allowed;
  const stray = /[{}]/.exec(rest)?.[0];
  return [
    ...used.filter((name) => !allowed.includes(name)).map((n) => fault('unknownPlaceholder', n)),
    ...(stray === undefined ? [] : [fault('unknownPlaceholder', stray)]),
    ...of.required.filter((n) => !used.includes(n)).map((n) => fault('missingPlaceholder', n)),
    ...(/[\p{Cc}\u2028\u2029]/u.test(text) ? [fault('lineBreak')] : []),
    ...([...filledText(text, values)].length > slotLengths[slot]
      ? [fault('tooLong', String(slotLengths[slot]))]
      : []),
  ];
}

/** What is wrong with these texts; empty when they can be saved. @param values made-up contents, for the lengths */
export function faultsOf(kind: TextKind, texts: CardTexts, values: TextValues): TextFault[] {
  return textSlots.flatMap((slot): TextFault[] => {
    const text = texts[slot];
    const of = textRules[kind][slot];
    if (text === undefined) {
      return [];
    }
    if (!of) {
      return [{ slot, code: 'unknownSlot', detail: '' }];
    }
    if (text.trim() === '') {
      return of.optional ? [] : [{ slot, code: 'empty', detail: '' }];
    }
    return textFaults(slot, text, values, of);
  });
}
