/** Largest file that is read at all, in bytes. */
export const maxFileBytes = 20 * 1024 * 1024;
/** Most pages a PDF may have; one more is refused before any page is read. */
export const maxPages = 60;
/** Longest parse in milliseconds before the child is killed. */
export const maxParseMs = 20_000;
/** Most bytes of JSON a child may answer with. */
export const maxOutputBytes = 4 * 1024 * 1024;
/** Most characters of visible text that are kept. */
export const maxTextChars = 200_000;
/** Old-space heap of a child, in MB. */
export const childHeapMb = 256;

/** Limits of a zip container: entries, unpacked bytes, unpacked / packed, and when a ratio counts. */
export const zipLimits = {
  entries: 2_000,
  totalBytes: 96 * 1024 * 1024,
  xmlBytes: 12 * 1024 * 1024,
  ratio: 150,
  ratioFromBytes: 1024 * 1024,
};

export const resumeFormats = ['pdf', 'docx', 'text'] as const;
export type ResumeFormat = (typeof resumeFormats)[number];

/** What a reader of one format hands to the extraction. */
export interface ReadText {
  text: string;
  hidden: string[];
  pages: number;
  warnings: string[];
}
