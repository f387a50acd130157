/** For whom a report is printed: hr = everything; manager = without transcripts and delivery; candidate = own strengths, words and practice, no requirement. */
export const reportReaders = ['hr', 'manager', 'candidate'] as const;
export type ReportReader = (typeof reportReaders)[number];
