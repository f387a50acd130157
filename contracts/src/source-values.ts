// Without zod: the mini-app loads these words where it loads no schema.

/** Where candidates of a link come from (R7). */
export const linkSources = [
  'website',
  'referral',
  'qr',
  'campus',
  'wecom',
  'dingtalk',
  'jobBoard',
  /** For those who work here already. */
  'internal',
] as const;

/** Where an application came from: a link, or one of the ways without one. */
export const sources = [
  ...linkSources,
  'upload',
  /** Said yes to an invitation from the talent pool. */
  'pool',
] as const;
export type SourceName = (typeof sources)[number];

/** Where somebody whom HR enters by hand came from; `upload`: nowhere else, HR had it. Internal is asked beside it. */
export const entrySources = ['upload', ...linkSources.filter((one) => one !== 'internal')] as const;
