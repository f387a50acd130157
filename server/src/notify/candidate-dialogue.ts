import type { Locale } from '@zhiyu/contracts/basics';
import type { Tx } from '../platform/database/database.js';
import type { CandidateAnswer, CandidateTopic } from './channels.js';

interface Asked {
  about: CandidateTopic;
  /** The language of the words; null where they do not tell. */
  locale: Locale | null;
}

/** What a candidate is told in a conversation. */
export interface DialogueAnswer {
  text: string;
  locale: Locale;
  /** His own page: a path of the mini-app, and what is written on the link. */
  page: { href: string; label: string };
}

/** What the modules above know of applications, and do for a candidate who asks in a chat. */
export abstract class CandidateDialogue {
  /** Facts as they are, and the effect of what he asks for; null where nothing is to be said. */
  abstract answer(tx: Tx, asked: Asked & { applicationId: string }): Promise<DialogueAnswer | null>;
  /** To somebody whose application is not known. */
  abstract toStranger(asked: Asked): CandidateAnswer | null;
}
