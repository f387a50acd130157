/** Takes the token out of the address bar and the history; what the page is about stays. */
export function wipeAddress(): void {
  const { pathname, search, hash } = window.location;
  const [page = '', query = ''] = hash.split('?');
  const rest = query.split('&').filter((part) => part !== '' && !part.startsWith('t='));
  const address = `${pathname}${search}${page}${rest.length === 0 ? '' : `?${rest.join('&')}`}`;
  window.history.replaceState(window.history.state, '', address);
}
