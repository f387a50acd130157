interface Reviewed {
  interviewId: string;
}

/** The review room of an interview. */
export function reviewInputs({ interviewId: id }: Reviewed) {
  return {
    reviewRoom: { id },
  };
}
