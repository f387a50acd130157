/** Who looks at a page. `walker` is in his AI interview, `invited` has a round with a person before him. */
export type Who = 'visitor' | 'walker' | 'invited' | 'hr' | 'admin' | 'auditor' | 'interviewer';

/** What the addresses of the pages name. */
export interface Ids {
  /** Somebody of the example whose report waits for HR. */
  application: string;
  interview: string;
  position: string;
  /** An interview that runs now. */
  running: string;
  code: string;
  test: string;
  /** The walker's own. */
  sitting: string;
  calibration: string;
  /** Of the position that lets few pass. */
  alert: string;
  /** Code of a question of the bank. */
  question: string;
}

/** One look at a page. */
export interface View {
  who: Who;
  /** What follows `?` in the address. */
  query: (ids: Ids) => string;
  /** What stands there once the page has what it shows, and not before. */
  there: string;
  /** Asks the server for nothing but who is signed in: it can neither wait nor fail. */
  still: boolean;
}

interface PageRow {
  /** The act without which the page says so; null where everybody who is signed in may look. */
  needs: string | null;
  views: Record<string, View>;
}

type Query = (ids: Ids) => string;

const view = (who: Who, there: string, query: Query = () => ''): View => ({
  ...{ who, there, query, still: false },
});
const still = (who: Who, there: string, query: Query = () => ''): View => ({
  ...{ who, there, query, still: true },
});
const open = (views: PageRow['views']): PageRow => ({ needs: null, views });
const guarded = (needs: string, views: PageRow['views']): PageRow => ({ needs, views });

function parts(
  who: Who,
  query: (ids: Ids, part: string) => string,
  of: Record<string, string>,
): Record<string, View> {
  const row = ([part, there]: [string, string]): [string, View] => [
    part,
    view(who, there, (ids) => query(ids, part)),
  ];
  return Object.fromEntries(Object.entries(of).map(row));
}

const candidates: Record<string, PageRow> = {
  apply: open({ form: view('visitor', '.apply-job h1', ({ code }) => `code=${code}`) }),
  interview: open({ device: view('walker', '.device-rows') }),
  status: open({
    walker: view('walker', '.status-hero h1'),
    invited: view('invited', '.status-hero h1'),
  }),
  test: open({ intro: view('walker', '.test-intro h1', ({ sitting }) => `id=${sitting}`) }),
  meeting: open({ own: view('invited', '.own-meeting-head h1') }),
  // Nobody there has one yet: e2e/offer.spec looks at one.
  offer: open({ none: view('invited', '.state-said') }),
  inbox: open({ own: view('walker', '.log article') }),
};

const doors: Record<string, PageRow> = {
  'sign-in': open({
    chats: view('visitor', '.sign-in-form h1'),
    password: view('visitor', '.sign-in-fields', () => 'by=password'),
  }),
  'chat-sign-in': open({ nothing: still('visitor', '.state-said') }),
  link: open({ nothing: still('visitor', '.state-said') }),
  password: open({ own: still('hr', '.sign-in-form h1') }),
};

const pipeline: Record<string, PageRow> = {
  home: open({
    landing: view('visitor', '.landing-in h1'),
    hr: view('hr', '.waits .first'),
    admin: view('admin', '.waits .first'),
    auditor: view('auditor', '.day'),
  }),
  board: guarded('dashboard.view', {
    all: view('hr', '.overall .volumes'),
    position: view('hr', '.board, .stage-pick', (ids) => `position=${ids.position}`),
  }),
  manager: guarded('dashboard.view', {
    position: view('hr', '.manager .funnel', (ids) => `position=${ids.position}`),
  }),
  figures: guarded('dashboard.view', { all: view('hr', '.figs') }),
  applications: guarded('application.view', { list: view('hr', '.list-table, .list-rows') }),
  pool: guarded('talent.view', {
    all: view('hr', '.pool-rows'),
    match: view('hr', '.pool-rows .pool-reasons', (ids) => `position=${ids.position}`),
  }),
  alerts: guarded('process.view', {
    list: view('hr', '.alert-row'),
    one: view('hr', '.meet-times', ({ alert }) => `id=${alert}`),
    changes: view('hr', '.state-said .muted', () => 'part=changes'),
    limits: view('admin', '.limits-form', () => 'part=limits'),
  }),
  meetings: guarded('application.decide', { list: view('hr', '.meet-rows') }),
  live: guarded('report.view', {
    list: view('hr', '.live-rows'),
    one: view('hr', '.live-answers', ({ running }) => `interview=${running}`),
  }),
  chat: open({ inbox: view('hr', '.log article') }),
  tour: open({ ready: view('hr', '.tour-steps') }),
};

const person: Record<string, PageRow> = {
  file: guarded(
    'application.view',
    parts('hr', ({ application }, part) => `id=${application}&tab=${part}`, {
      overview: '.overview .three',
      resume: '.cv',
      screening: '.rules',
      assessment: '.assessment .total-v',
      tests: '.test-acts',
      rounds: '.records',
      decisions: '.file-panel h2',
      messages: '.messages',
      consents: '.consents',
      archive: '.records',
    }),
  ),
  report: guarded('report.view', {
    report: view('hr', '.total-v', (ids) => `interview=${ids.interview}`),
  }),
  review: guarded('review.enter', {
    room: view('hr', '.review-words article', (ids) => `interview=${ids.interview}`),
  }),
};

const positions: Record<string, PageRow> = {
  positions: guarded('position.view', { list: view('hr', '.pos-list') }),
  position: guarded(
    'position.view',
    parts('hr', ({ position }, part) => `id=${position}&part=${part}`, {
      about: '.pos-part .form-grid',
      requirements: '.rule-list',
      model: '.weights',
      questions: '.question',
      drafts: '.drafts-coverage',
      plan: '.plan-list',
      automation: '.automation',
      versions: '.versions',
    }),
  ),
  questions: guarded('position.view', {
    bank: view('hr', '.bank-groups .question-list'),
    one: view('hr', '.bank-item', ({ question }) => `code=${question}`),
  }),
  calibration: guarded('calibration.grade', {
    choose: view('hr', '.cal-entries', (ids) => `position=${ids.position}`),
    grade: view('hr', '.cal-words', ({ calibration }) => `id=${calibration}`),
  }),
  tests: guarded('position.edit', {
    list: view('hr', '.test-rows'),
    one: view('hr', '.test-items', ({ test }) => `id=${test}`),
    import: still('hr', '.test-drop', () => 'part=import'),
  }),
  intake: guarded('position.view', {
    position: view('hr', '.link-rows', (ids) => `id=${ids.position}`),
    one: view('hr', '.hand-fields', () => 'way=one'),
  }),
};

const settings: Record<string, PageRow> = {
  admin: open({
    ...parts('admin', (_, part) => `part=${part}`, {
      setup: '.todo',
      company: '.admin-part .form-stack',
      people: '.people',
      departments: '.people.departments',
      channels: '.engines',
      cards: '.drawn-list',
      system: '.engines',
      holidays: '.holiday-form',
      regions: '.pool-rule',
      feedback: '.admin-part .state-said',
    }),
    own: still('admin', '.own-who'),
  }),
  audit: guarded('audit.view', { log: view('auditor', '.audit tbody tr') }),
  impact: guarded('impact.view', { all: view('auditor', '.impact tbody tr, .impact-lines li') }),
};

/** Every page of miniapp/src/app.config.ts: who looks at it, at what, and when it is there. */
export const everyPage: Record<string, PageRow> = {
  ...{ ...candidates, ...doors, ...pipeline },
  ...{ ...person, ...positions, ...settings },
};

/** The pages that a person sees who is signed in as one of the staff. */
export const staffPages = { ...pipeline, ...person, ...positions, ...settings };

/** What the pages of the staff say in a company in which nothing has happened yet. */
export const emptyPages: Record<keyof typeof staffPages, string> = {
  ...{ home: '.first-run .todo', board: '.state-said', manager: '.state-said' },
  ...{ figures: '.figs-lead', applications: '.state-said', pool: '.state-said' },
  ...{
    alerts: '.state-said',
    meetings: '.state-said',
    live: '.state-said',
    chat: '.state-said',
    tour: '.state-said',
  },
  ...{ file: '.state-said', report: '.state-said', review: '.state-said' },
  ...{ positions: '.state-said', position: '.state-said', questions: '.bank-groups' },
  ...{ calibration: '.state-said', tests: '.state-said', intake: '.state-said' },
  ...{ admin: '.own-who', audit: '.audit tbody tr', impact: '.state-said' },
};
