/** What somebody is told who comes into the 微信客服 conversation: a tap on the first line opens it for our messages. */
export function kfWelcome({ subject }: { subject: string | null }) {
  const known = {
    head: '您好，这里是招聘助手。面试的通知和结果会发到这里。',
    items: [{ say: '知道了，请发到这里', id: 'ready' }],
    tail: '也可以在这里问：“进度”“改时间”“人工”。',
  };
  const stranger = {
    head: '您好，这里是招聘助手。我们还不知道您是哪位：请从面试通知里的链接进来。',
    items: [{ say: '知道了', id: 'ready' }],
    tail: '',
  };
  return Promise.resolve(subject === null ? stranger : known);
}
