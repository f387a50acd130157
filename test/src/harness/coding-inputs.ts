/** Inputs that the routes of programming questions take. */
export function codingInputs({
  attemptId,
  answerId,
  interviewId,
}: Record<'attemptId' | 'answerId' | 'interviewId', string>) {
  const program = { attemptId, language: 'python' as const, source: 'print(1)' };
  return {
    codingTask: { answerId },
    keepProgram: {
      ...{ attemptId, language: 'python' as const, sources: { python: 'print(1)' } },
      ...{ revision: 1, first: 0, snapshots: [] },
    },
    runProgram: { ...program, stdin: null },
    programRun: { runId: interviewId },
    submitProgram: program,
    problems: {},
    programs: { answerId },
    replay: { answerId },
    similarPrograms: { answerId },
    sameAnswers: { answerId },
  };
}
