import axios, { isAxiosError } from 'axios';
import type { HttpAnswer, HttpClient } from './channel.js';

const largestAnswer = 5_000_000;

/**
 * The HTTP client of the channels: every status is an answer, nothing is followed, all of it within a bounded time.
 * @param timeoutMs from the first byte sent to the last received
 * @throws when no answer came; the message names neither address nor headers, which may hold secrets
 */
export function axiosHttp(timeoutMs = 10_000): HttpClient {
  return {
    request: async ({ method, url, headers, body }): Promise<HttpAnswer> => {
      const call = {
        ...{ method, url, headers, timeout: timeoutMs, maxRedirects: 0 },
        ...{ maxContentLength: largestAnswer, maxBodyLength: largestAnswer },
        ...{ responseType: 'text' as const, transformResponse: (data: unknown) => data },
        ...{ validateStatus: () => true, signal: AbortSignal.timeout(timeoutMs) },
        ...(body === null ? {} : { data: body }),
      };
      const answer = await axios.request<string>(call).catch((error: unknown) => {
        const code = isAxiosError(error) ? error.code : undefined;
        throw new Error(`no answer over HTTP${code === undefined ? '' : ` (${code})`}`);
      });
      const fields = Object.entries(answer.headers).map(
        ([name, value]) => [name.toLowerCase(), String(value)] as const,
      );
      return {
        ...{ status: answer.status, headers: Object.fromEntries(fields) },
        body: typeof answer.data === 'string' ? answer.data : '',
      };
    },
  };
}
