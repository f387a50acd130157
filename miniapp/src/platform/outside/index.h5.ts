/** Leads to another address. */
export function openOutside(url: string): Promise<void> {
  window.location.assign(url);
  return Promise.resolve();
}
