import type { DecisionKind, DecisionReason } from '@zhiyu/contracts/application';
import type { StaffLocale } from './staff-locale.js';

const labels: Record<StaffLocale, Record<DecisionReason, string>> = {
  zh: {
    meetsRequirement: '达到要求',
    strongEvidence: '证据有力',
    belowRequirement: '低于要求',
    requirementMissing: '缺硬性要求',
    needsTalk: '要当面再谈',
    evidenceThin: '证据还太少',
    positionFilled: '岗位已招满',
    other: '其他，写一句',
  },
  en: {
    meetsRequirement: 'Meets the requirement',
    strongEvidence: 'Strong evidence',
    belowRequirement: 'Below the requirement',
    requirementMissing: 'A hard requirement is missing',
    needsTalk: 'Needs a talk in person',
    evidenceThin: 'Too little evidence',
    positionFilled: 'The position is filled',
    other: 'Something else, in words',
  },
};

const reasonsOf: Record<DecisionKind, readonly DecisionReason[]> = {
  pass: ['meetsRequirement', 'strongEvidence', 'needsTalk', 'other'],
  hold: ['needsTalk', 'evidenceThin', 'other'],
  reject: ['belowRequirement', 'requirementMissing', 'evidenceThin', 'positionFilled', 'other'],
  askMore: ['evidenceThin', 'needsTalk', 'other'],
};

/** A reason in words. */
export function reasonLabel(reason: DecisionReason, locale: StaffLocale): string {
  return labels[locale][reason];
}

/** The reasons that fit a decision, as options of a button. */
export function reasonOptions(
  kind: DecisionKind,
  locale: StaffLocale,
): { value: DecisionReason; label: string }[] {
  return reasonsOf[kind].map((value) => ({ value, label: labels[locale][value] }));
}
