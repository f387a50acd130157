/** Calls back when a network is there again; gives the function that ends it. */
export function onBack(listener: () => void): () => void {
  window.addEventListener('online', listener);
  return () => window.removeEventListener('online', listener);
}
