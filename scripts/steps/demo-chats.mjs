// What each demo's chat needs: who is in it, the product's settings, and what is told to the emulator.

/** People of the example company (config/content/demo/company.yaml); in the chats they are called by their code. */
export const PEOPLE = [
  { code: 'hejing', name: '何敬', title: '门店经理', department: 2, heads: true },
  { code: 'xulan', name: '许澜', title: 'HR', department: 3, heads: true },
  { code: 'shenlan', name: '沈岚', title: '管理员', department: 3 },
  { code: 'zhouming', name: '周明', title: '审计员', department: 1 },
];

const CARD_KINDS =
  'invitation,screeningReview,approval,notice,result,thanks,promiseDue,digest,alert,groupResult,request';

/** Gives one order to an emulator. @throws Error with its answer when it refuses */
async function order(base, name, body) {
  const answer = await fetch(`${base}/_control/${name}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${name}: ${text}`);
  return JSON.parse(text);
}

const dingtalk = {
  name: '钉钉',
  /** The emulator's address, in what it printed. */
  baseOf: (printed) => printed.address,
  /** Candidates are outside the company: they get letters. */
  withMail: true,
  settings: ({ address: base }, mail) => ({
    SMTP_URL: `smtp://127.0.0.1:${mail.smtpPort}`,
    MAIL_FROM: '云杉零售招聘 <hr@example.com>',
    // The candidate's side as well: the example's people are written to, by the emulator and nothing else.
    DEMO_MESSAGES: 'on',
    DINGTALK_API_BASE: base,
    DINGTALK_OAPI_BASE: base,
    DINGTALK_LOGIN_BASE: base,
    DINGTALK_CLIENT_ID: 'dingemulated',
    DINGTALK_CLIENT_SECRET: 'emulated-secret-0001',
    DINGTALK_CORP_ID: 'dingcorp0001',
    DINGTALK_AGENT_ID: '300200100',
    DINGTALK_CARD_TEMPLATES: CARD_KINDS.split(',')
      .map((kind) => `${kind}=${kind}.schema`)
      .join(','),
  }),
  people: (base) =>
    order(base, 'people', {
      members: PEOPLE.map(({ code, ...one }) => ({ userid: code, ...one })),
    }),
  /** What the chat has to know of the product, once it listens. */
  introduce: async () => {},
  hints: [
    '选“何敬”，在有分数的卡片上点“待定”，选一个原因，提交：卡片变成结果，许澜那张也变了',
    '右边可以断开长连接、让点按重复几次、等几秒再送到：结果不会算两次',
    '在知遇里用岗位的链接投一份简历，写上邮箱：邀请在那个邮箱里，从信里打开面试，结果也寄到那里',
  ],
};

const wecom = {
  name: '企业微信',
  baseOf: (printed) => printed.base,
  settings: ({ base, ws, corpId, app, kfId, robotKey }) => ({
    WECOM_API_BASE: base,
    WECOM_OAUTH_BASE: base,
    WECOM_LOGIN_BASE: base,
    WECOM_WS_BASE: ws,
    WECOM_CORP_ID: corpId,
    WECOM_AGENT_ID: String(app.agentId),
    WECOM_SECRET: app.secret,
    WECOM_TOKEN: app.token,
    WECOM_ENCODING_AES_KEY: app.aesKey,
    WECOM_KF_ID: kfId,
    WECOM_ROBOT_KEY: robotKey,
    // The candidate's side as well: the example's people are written to, by the emulator and nothing else.
    DEMO_MESSAGES: 'on',
  }),
  people: (base) => {
    const members = PEOPLE.map(({ code, name }) => ({
      userid: code,
      name,
      leader: code === 'hejing' ? [] : ['hejing'],
    }));
    // The visitor's own WeChat: whoever opens the link of 微信客服 comes in as this one.
    return order(base, 'people', { members, customers: [{ id: 'wmCandidate', name: '候选人' }] });
  },
  introduce: async (base, url) => {
    const app = { callbackUrl: `${url}/api/callbacks/wecom`, trustedDomain: new URL(url).host };
    const setup = { app, loginAs: '', kfBase: base, verify: true };
    const { verified } = await order(base, 'setup', setup);
    if (verified !== true) throw new Error(`${url} did not answer the verification`);
  },
  hints: [
    '在何敬的聊天里，原因选“要当面再谈”，点“待定”：卡片写上结果，许澜那张也变了',
    '在知遇里决定另一位：聊天里的卡片自己变成结果',
    '打开候选人的链接，在他的状态页点“在微信里收消息”：进到聊天页最下面的微信客服，说一句话，之后的通知和结果到那里',
  ],
};

/** The demos by their name. */
export const CHATS = { dingtalk, wecom };
