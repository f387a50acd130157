type Handler = (calls: Record<string, unknown>) => unknown;
type Api = Record<string, unknown>;

/** The same stage as DingTalk's container names it: storage by objects, requests with `headers` and `status`. */
export function ddApi(wx: Api, opened: string[]): Api {
  const act = (name: string) => wx[name] as (...args: unknown[]) => unknown;
  const httpRequest: Handler = ({ headers, success, ...calls }) =>
    act('request')({
      ...calls,
      header: headers,
      success: (result: { statusCode: number; header: Api; cookies: string[]; data: string }) => {
        const { statusCode, header, cookies, data } = result;
        const all = cookies.length === 0 ? header : { ...header, 'Set-Cookie': cookies };
        (success as (answer: object) => void)({ status: statusCode, headers: all, data });
      },
    });
  return {
    ...wx,
    canIUse: () => false,
    httpRequest,
    request: undefined,
    getStorageSync: ({ key }: { key: string }) => ({ data: act('getStorageSync')(key) }),
    setStorageSync: ({ key, data }: { key: string; data: unknown }) =>
      act('setStorageSync')(key, data),
    removeStorageSync: ({ key }: { key: string }) => act('removeStorageSync')(key),
    openLink: ({ url }: { url: string }) => void opened.push(url),
  };
}
