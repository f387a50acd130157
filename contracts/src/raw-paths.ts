/** Header in which a device names its time zone, e.g. `Europe/Paris`: nobody is written to in his night. */
export const timeZoneHeader = 'x-time-zone';

/** Addresses that are streams or files and so not in `routes`. */
export const rawPaths = {
  stream: '/api/stream',
  uploads: '/api/uploads',
  media: '/api/media',
  resumeFile: '/api/resumes',
  /** Reports as files: `/api/reports/<interview>/hr.pdf`, manager.pdf, candidate.pdf, report.json. */
  reportFile: '/api/reports',
  /** Figures as a file: `/api/outcomes/file/figures.csv`, figures.xlsx. */
  outcomeFile: '/api/outcomes/file',
  /** The candidate's own version. */
  ownReport: '/api/candidate/report.pdf',
  calendar: '/api/calendar',
  /** Logos, for anybody: `/api/logos/<company>/<hash>.png`. */
  logo: '/api/logos',
  /** Where a chat sends the browser back to: `/api/sign-in/dingtalk` and so on, as its console is told. */
  chatReturn: '/api/sign-in',
  live: '/api/health/live',
  ready: '/api/health/ready',
  /** Where the chats' servers call, by channel. */
  callbacks: '/api/callbacks',
  /** Short links of text messages. */
  short: '/s',
  openapi: '/api/openapi.json',
} as const;
