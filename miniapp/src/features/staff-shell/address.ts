import { hrefOf, pageOf, type Params, type StaffPage } from './address.shared';

/** Opens a page as a link would: the browser's own history keeps the way back. */
export function goTo(path: string): void {
  window.location.hash = path;
}

/**
 * Writes the state of the page (tab, filter) into its address; nothing is loaded, no step is added to the history.
 * A page that was left meanwhile writes nothing.
 */
export function keepInAddress(page: StaffPage, params: Params): void {
  if (pageOf(window.location.hash) !== page) {
    return;
  }
  window.history.replaceState(window.history.state, '', hrefOf(page, params));
}
