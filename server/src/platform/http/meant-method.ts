import type { IncomingMessage } from 'node:http';

/** What a client without these methods may mean by a POST; uploads read the header themselves (tus). */
const meanable = ['PUT', 'DELETE'];

/**
 * Mini-programs send GET and POST only. A POST that says `X-HTTP-Method-Override` is routed as what it means, before
 * anything else looks at it; it gives the address, which stays as it is.
 */
export function routeAsMeant(request: IncomingMessage): string {
  const meant = request.headers['x-http-method-override'];
  if (request.method === 'POST' && typeof meant === 'string' && meanable.includes(meant)) {
    request.method = meant;
  }
  return request.url ?? '/';
}
