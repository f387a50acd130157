import Taro from '@tarojs/taro';
import { parsed, Unreachable, type HttpAnswer, type HttpRequest } from './http.shared';
import { cookieHeader, remember, type Cookies } from './cookies.shared';

export * from './http.shared';

/** Where the session is kept: a mini-program has no cookies of its own. */
const JAR = 'zhiyu.cookies';
/** Mini-programs send these two themselves; the others go as POST and say what they mean. */
const OWN_METHODS = ['GET', 'POST'];

function jar(): Cookies {
  const kept: unknown = Taro.getStorageSync(JAR);
  return typeof kept === 'object' && kept !== null ? (kept as Cookies) : {};
}

type Headers = Record<string, string | string[] | undefined>;

/** The header as one or several lines, whatever case the platform gives it. */
function headerOf(headers: Headers, name: string): string | string[] | null {
  const found = Object.keys(headers).find((key) => key.toLowerCase() === name.toLowerCase());
  return (found === undefined ? undefined : headers[found]) ?? null;
}

function answerOf(result: Taro.request.SuccessCallbackResult<string>): HttpAnswer {
  const headers: Headers = result.header;
  const told = result.cookies ?? headerOf(headers, 'set-cookie') ?? [];
  const before = jar();
  const after = remember(before, Array.isArray(told) ? told : [told]);
  if (after !== before) {
    Taro.setStorageSync(JAR, after);
  }
  const { data } = result;
  return {
    status: result.statusCode,
    header: (name) => {
      const value = headerOf(headers, name);
      return Array.isArray(value) ? value.join(', ') : value;
    },
    body: typeof data === 'string' ? parsed(data) : data,
  };
}

/** Sends one request from a mini-program to the server it was built for. Throws Unreachable. */
export async function send(request: HttpRequest): Promise<HttpAnswer> {
  const { url, method, headers, body, limit, signal } = request;
  const meant = OWN_METHODS.includes(method) ? {} : { 'X-HTTP-Method-Override': method };
  const cookie = cookieHeader(jar());
  const task = Taro.request<string>({
    url: H5_ORIGIN + url,
    method: method === 'GET' ? 'GET' : 'POST',
    header: { ...headers, ...meant, ...(cookie === '' ? {} : { Cookie: cookie }) },
    data: body,
    dataType: 'text',
    responseType: 'text',
    timeout: limit,
  });
  const stop = () => task.abort();
  signal?.addEventListener('abort', stop);
  try {
    return answerOf(await task);
  } catch {
    throw new Unreachable(url);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
