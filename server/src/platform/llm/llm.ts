/** Shape of an answer, as a JSON schema, with the name an endpoint wants for it. */
export interface AnswerShape {
  name: string;
  schema: Record<string, unknown>;
}

/** One question to the model. `data` is untrusted: it goes in the user's part, as JSON, never in the rules. */
export interface LlmOrder {
  rules: string;
  data: unknown;
  shape: AnswerShape;
  /** Ends the waiting; the order then fails. */
  signal?: AbortSignal;
}

/** A row of the table of engines: on or not, what that means for people, and how to switch it on. */
export interface LlmState {
  on: boolean;
  meaning: string;
  how: string;
}

/** A large language model. What it says is untrusted input. */
export abstract class Llm {
  /** Null: there is none, and nobody should ask. */
  abstract readonly model: string | null;

  /** Who gets to read what is sent: the host of the endpoint; null where there is none. */
  abstract readonly host: string | null;

  abstract describe(language?: 'zh' | 'en'): LlmState;

  /**
   * The model's answer as text, at temperature 0, without tools; asked once.
   * @throws LlmFailure when there is none
   */
  abstract complete(order: LlmOrder): Promise<string>;
}

/** Why no answer came, fit for a report: carries neither key nor text. */
export const llmFailures = ['unreachable', 'refused', 'overloaded', 'unreadable', 'late'] as const;
export type LlmFailureReason = (typeof llmFailures)[number];

export class LlmFailure extends Error {
  constructor(readonly reason: LlmFailureReason) {
    super(`the language model gave no answer: ${reason}`);
    this.name = 'LlmFailure';
  }
}
