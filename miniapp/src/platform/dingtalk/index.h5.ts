/** A client that does not know the page's bridge never answers (ms). */
const LIMIT = 15_000;

/**
 * A code that says who is signed in to DingTalk here; works once, for five minutes. DingTalk's script is loaded when it
 * is needed.
 * @throws when DingTalk refuses or does not answer
 */
export async function dingTalkCode(corpId: string): Promise<string> {
  const silence = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error('DingTalk does not answer')), LIMIT);
  });
  return Promise.race([askForCode(corpId), silence]);
}

async function askForCode(corpId: string): Promise<string> {
  await import('dingtalk-jsapi/entry/union');
  const { requestAuthCode$ } =
    await import('dingtalk-jsapi/api/runtime/permission/requestAuthCode');
  const { code } = await requestAuthCode$({ corpId });
  return code;
}
