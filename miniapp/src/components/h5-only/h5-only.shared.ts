/** The address of a page of the H5 app: origin, hash path, query. */
export function pageAddress(
  origin: string,
  path: string,
  params: Record<string, string | undefined>,
): string {
  const query = Object.entries(params)
    .filter(([name, value]) => value !== undefined && !name.startsWith('$') && name !== 'stamp')
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
    .join('&');
  return `${origin}/#/${path.replace(/^\//, '')}${query ? `?${query}` : ''}`;
}
