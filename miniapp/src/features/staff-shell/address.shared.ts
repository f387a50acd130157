/** Pages of the staff; those before one is signed in are the last two. */
const staffPages = [
  'home',
  'board',
  'applications',
  'file',
  'report',
  'positions',
  'position',
  'questions',
  'calibration',
  'tests',
  'intake',
  'pool',
  'admin',
  'audit',
  'figures',
  'impact',
  'review',
  'meetings',
  'live',
  'alerts',
  'manager',
  'chat',
  'tour',
  'sign-in',
  'password',
] as const;
export type StaffPage = (typeof staffPages)[number];

/** The page that an address of this app opens: `#/pages/file/index?id=…` is `file`. */
export function pageOf(hash: string): string {
  return /\/pages\/([a-z-]+)\/index/.exec(hash)?.[1] ?? '';
}

export function isStaffPage(page: string): page is StaffPage {
  return staffPages.some((one) => one === page);
}

export type Params = Readonly<Record<string, string | undefined>>;

/** `/pages/file/index?id=…`; fields that are empty are left out. */
export function pagePath(page: StaffPage, params: Params = {}): string {
  const query = Object.entries(params)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
    .join('&');
  return `/pages/${page}/index${query === '' ? '' : `?${query}`}`;
}

/** For a native link: `#/pages/…`. */
export function hrefOf(page: StaffPage, params: Params = {}): string {
  return `#${pagePath(page, params)}`;
}

/** The value of a page's parameter as it was written; the router hands it over still encoded. */
export function paramOf(params: Params, name: string): string {
  const raw = params[name] ?? '';
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

/** Only a page of this app: a foreign address in `next` leads home. */
export function safeNext(next: string): string {
  const path = next.replace(/^#/, '');
  return /^\/pages\/[a-z-]+\/index(\?|$)/.test(path) ? path : pagePath('home');
}
