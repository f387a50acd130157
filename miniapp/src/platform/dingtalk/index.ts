/** Mini-programs sign in with a link; only the H5 page within DingTalk asks it for a code. */
export function dingTalkCode(_corpId: string): Promise<string> {
  return Promise.reject(new Error('only within DingTalk’s browser'));
}
