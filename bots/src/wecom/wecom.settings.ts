/** What the company's administrator fills in for its self-built app; every address can be another one. */
export interface WeComApp {
  /** https://qyapi.weixin.qq.com */
  apiBase: string;
  /** https://open.weixin.qq.com: signing in within the chat. */
  oauthBase: string;
  /** https://open.work.weixin.qq.com: signing in by QR code. */
  loginBase: string;
  corpId: string;
  agentId: number;
  secret: string;
}

/** The keys of the app's callback address; null in an installation without a public address. */
export interface WeComCallbackKeys {
  corpId: string;
  token: string;
  /** EncodingAESKey, 43 characters. */
  aesKey: string;
}

export interface WeComBot {
  id: string;
  secret: string;
  /** wss://openws.work.weixin.qq.com */
  wsBase: string;
}

/** Everything WeCom; each part is there or not. */
export interface WeComSettings {
  app: WeComApp | null;
  callback: WeComCallbackKeys | null;
  /** open_kfid of the 微信客服 account that candidates write to. */
  kfId: string | null;
  bot: WeComBot | null;
  /** Key of the recruiting group's robot, and where it is posted to. */
  robot: { key: string; apiBase: string } | null;
  /** A picture at the top of notices, width to height between 1.3 and 2.25; null: notices are text. */
  cardImage: string | null;
}
