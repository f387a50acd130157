import { earlyAnswer } from './early';
import { parsed, Unreachable, type HttpAnswer, type HttpRequest } from './http.shared';

export * from './http.shared';

/** Sends one request with the browser's own session. Throws Unreachable. */
export async function send(request: HttpRequest): Promise<HttpAnswer> {
  const { url, method, headers, body, limit, signal } = request;
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), limit);
  const stop = () => controller.abort();
  signal?.addEventListener('abort', stop);
  const options = {
    method,
    headers,
    credentials: 'same-origin',
    signal: controller.signal,
  } as const;
  try {
    const early = method === 'GET' ? await earlyAnswer(url, controller.signal) : null;
    const response =
      early ?? (await fetch(url, body === undefined ? options : { ...options, body }));
    return {
      status: response.status,
      header: (name) => response.headers.get(name),
      body: parsed(await response.text()),
    };
  } catch {
    throw new Unreachable(url);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
