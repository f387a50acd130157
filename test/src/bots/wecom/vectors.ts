import type { WeComCallbackKeys } from '@zhiyu/bots/wecom/wecom.settings';

/** Made-up keys of the vectors. */
export const keys: WeComCallbackKeys = {
  corpId: 'wwtest0123456789ab',
  token: 'hrtoken2026',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
};

export interface Vector {
  plaintext: string;
  timestamp: string;
  nonce: string;
  encrypt: string;
  signature: string;
}

/** Encrypted with the random bytes `0123456789abcdef`; cross-checked with openssl. */
export const vectors: Record<'echostr' | 'press' | 'fullPad' | 'reply', Vector> = {
  echostr: {
    plaintext: '1616140317555161061',
    timestamp: '1700000000',
    nonce: 'nonce0001',
    encrypt:
      'Q3stYC6hdFzMh9T8HCvyDH0IHJENRtL8kKsqSYgg4gDHjPyTpey3U0ZTaQQqelxV+gZ/aIwlqM9fca6Qhm581Q==',
    signature: '967714f00c2194e161bf65d9906c2f2d12896dab',
  },
  press: {
    plaintext:
      '<xml><ToUserName><![CDATA[wwtest0123456789ab]]></ToUserName><FromUserName><![CDATA[zhangsan]]></FromUserName><CreateTime>1700000100</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[template_card_event]]></Event><EventKey><![CDATA[approve]]></EventKey><TaskId><![CDATA[iv_20260101_0001]]></TaskId><CardType><![CDATA[button_interaction]]></CardType><ResponseCode><![CDATA[RC_0001]]></ResponseCode><AgentID>1000002</AgentID></xml>',
    timestamp: '1700000100',
    nonce: 'nonce0002',
    encrypt:
      'Q3stYC6hdFzMh9T8HCvyDPHobLavgUgfOCYRbuGl4jinHN7BWUScw57WpMVk7WQ56tELpaCp4/cMJe/ouuhjwCyse1PwYbkND/Go/CbY2d1U/UwFGPeKyuhv2HeCN9qvwut8CzypPG56luiFOPSFauLxoRpDSZWGta0HlSaug8zkhwUVGiIgXxwPCb9ZqXq3Rw7sGaP/EGEzYC0We2Ww0hHnGyZ84pqdt2dXLNnamZ8XupjR7eqzXQduPBIhBu8deKfCUwkoCrwXe3+/nynD6r1WcfkCQKvy/VXFcfyBrJht7w0lcqhN5EMGFmnCRzBvNxs4nUukowGVqvFE6wOXqZyYh/dRZAyBnlvQ2TbT9UQLt/MuJtt6A61Xo1E7PSOgr272MmDxhOHQv3EClengV3L+geiqx5IQQvXtLsE6d3U/PmUaBAb3TMurvFMYNRvUQnbI7iK7sHn2grrnEzZnKT9KJf4T3QWjFq5esYs5t4wRQ2O1d6w7rWftqk2CevH0hnq9etZAFTpR2wB0zNg1qk+WxwwOjT5aPx6AdqCEH9+LRwwXm/bQk9sLjEW6D9V5p1WwW5ShLvYHOyd+xdh5BYmHFwNw2UKEAwULvWU5PdKuQTiOBKylI0oCzvULfSaPeGmCIypMj2oBF8jqs5A96ngUMhiTb6+mcsUl3M6GojM=',
    signature: '6a5dda84cdf7be9ef7d9af95f37798861608ce5e',
  },
  fullPad: {
    plaintext: 'xxxxxxxxxxxxxxxxxxxxxxxxxx',
    timestamp: '1700000200',
    nonce: 'nonce0003',
    encrypt:
      'Q3stYC6hdFzMh9T8HCvyDHDxbrF7f8TfmYxXSN1y2VZW6cJciwduFWqR/1kOoL39+7WXcbsXM129Y9Tq2qdRzVaf+tlT/xj2UoSYqtNnwN+gdX5mz8Hx1ewlnVtqBFsw',
    signature: '627eee7dc62b34a5b61311f4186a976a92b62b8b',
  },
  reply: {
    plaintext:
      '<xml><ToUserName><![CDATA[zhangsan]]></ToUserName><FromUserName><![CDATA[wwtest0123456789ab]]></FromUserName><CreateTime>1700000101</CreateTime><MsgType><![CDATA[update_button]]></MsgType><Button><ReplaceName><![CDATA[已通过]]></ReplaceName></Button></xml>',
    timestamp: '1700000101',
    nonce: 'nonce0004',
    encrypt:
      'Q3stYC6hdFzMh9T8HCvyDPPN+F0mSXbI9zLTTbZWvBkKnDcK6iDB2C8LIRMkLFX5ghkvdZxryAFYrt/nXY92rYTxz+37FUG9IIRLBnR6ITbeBEvBSik2ykkjsV+Kaq/t2huS9/DXp25ilvSBtM24h4Ee8j+1J/YL3mxIrfM8vWAqJDihbndilv9ie0ABTmY6EeRzcXB7dAzEgE0tX+878x1AcqVu4vmSm8LvImffd7OMMGqsyi4RQSb/5F5INkDsCEy7AEVUwODAUhFg1EXlufppvdEvwczN9zybqLhxq2jY2sjVoMRxaSqp0ehOYFzyG3zmHE30OgdieplrcykPQdazXKsRfa2cIS0W8rAj3+Uhkrkwa7WuXEUEU00uUpfCkRKI/1PafXh/X3TC3GGl/8gNquoQMLxicJ0oZAJLECE=',
    signature: '4d4d8313451d27ed9073ae10bc26effb1bfe715a',
  },
};

/** The worked example of the developer documents (91144), with its own keys. */
export const documented = {
  keys: {
    corpId: 'wx5823bf96d3bd56c7',
    token: 'QDG6eK',
    aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  } satisfies WeComCallbackKeys,
  stamp: { timestamp: '1409659813', nonce: '1372623149' },
  signature: '477715d11cdb4164915debcba66cb864d751f3e6',
  encrypt:
    'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==',
};
