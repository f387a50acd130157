/** Calls back when a network is there again; gives the function that ends it. */
export function onBack(listener: () => void): () => void {
  window.addEventListener('online', listener);
  return () => window.removeEventListener('online', listener);
}

/** Calls back when the network is gone; gives the function that ends it. */
export function onAway(listener: () => void): () => void {
  window.addEventListener('offline', listener);
  return () => window.removeEventListener('offline', listener);
}

/** The device itself knows that it has no network. */
export function isAway(): boolean {
  return !navigator.onLine;
}
