/** A labelled group of facts on the paper. */
export interface PrintedRows {
  title: string;
  note: string;
  rows: { label: string; value: string }[];
}

/** A sentence with what it rests on. */
export interface PrintedPoint {
  /** m:ss in its recording; empty where nothing timed it. */
  time: string;
  text: string;
  quotes: string[];
  /** Why it stands here; empty where the text says it. */
  note: string;
}
