import type { Locale } from '@zhiyu/contracts/basics';
import type { ErrorCode } from '@zhiyu/contracts/errors';

/** Why a new version of a position cannot wait for a second person now. */
export const publishingErrorTexts = {
  proposalWaits: {
    zh: '已有同事的改动在等审批。先等它有结果。',
    en: 'A colleague’s change is waiting for approval. It needs an answer first.',
    ja: '同僚の変更が承認待ちです。先にその結果をお待ちください。',
    fr: 'La modification d’un collègue attend son accord. Elle passe d’abord.',
  },
} satisfies Partial<Record<ErrorCode, Record<Locale, string>>>;
