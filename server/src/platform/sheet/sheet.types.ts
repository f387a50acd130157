/** A cell as text; an empty one is ''. Days stand as YYYY-MM-DD. */
export type SheetRows = string[][];

export const sheetFormats = ['xlsx', 'csv'] as const;
export type SheetFormat = (typeof sheetFormats)[number];

/** Largest table that is read. */
export const sheetLimits = {
  bytes: 5 * 1024 * 1024,
  rows: 2_001,
  columns: 60,
  cellChars: 2_000,
  heapMb: 192,
  longestMs: 15_000,
  outputBytes: 8 * 1024 * 1024,
} as const;
