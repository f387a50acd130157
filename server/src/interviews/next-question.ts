/** Decides whether an answer that was just given is asked about further; the module above knows the rules. */
export abstract class NextQuestion {
  /** A follow-up is among the questions when this ends, or none comes. Never fails. */
  abstract after(interviewId: string, answerId: string): Promise<void>;
}

/** A candidate waits so long for the decision; then the planned question goes on. */
export const decisionMs = 2_000;
