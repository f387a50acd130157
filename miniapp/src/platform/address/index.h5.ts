/** Takes the token out of the address bar and the history. */
export function wipeAddress(): void {
  const { pathname, search, hash } = window.location;
  const page = hash.split('?')[0] ?? '';
  window.history.replaceState(window.history.state, '', `${pathname}${search}${page}`);
}
