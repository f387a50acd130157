import { dingtalkSettings } from '@zhiyu/config/dingtalk';
import { feishuOf } from '@zhiyu/config/feishu';
import { mailOf } from '@zhiyu/config/mail';
import type { Settings } from '@zhiyu/config/settings';
import { smsOf } from '@zhiyu/config/sms';
import { weComAppOf } from '@zhiyu/config/wecom';
import type { OutsideChannel } from '@zhiyu/contracts/channels';
import type { Way } from './address-book.js';

const weComApp = ['WECOM_CORP_ID', 'WECOM_AGENT_ID', 'WECOM_SECRET'];
const weComCallback = ['WECOM_TOKEN', 'WECOM_ENCODING_AES_KEY'];

/** What each channel cannot be without. */
const needed: Record<OutsideChannel, string[]> = {
  dingtalk: ['DINGTALK_CLIENT_ID', 'DINGTALK_CLIENT_SECRET', 'DINGTALK_CORP_ID'],
  wecom: [...weComApp, ...weComCallback],
  wecomkf: [...weComApp, ...weComCallback, 'WECOM_KF_ID'],
  wecombot: ['WECOM_BOT_ID', 'WECOM_BOT_SECRET'],
  wecomrobot: ['WECOM_ROBOT_KEY'],
  feishu: ['FEISHU_APP_ID', 'FEISHU_APP_SECRET', 'FEISHU_VERIFICATION_TOKEN', 'FEISHU_ENCRYPT_KEY'],
  mail: ['SMTP_HOST', 'MAIL_FROM'],
  sms: ['SMS_API_URL', 'SMS_API_KEY', 'SMS_API_SECRET', 'SMS_SIGN'],
};

/** Names of the settings that a channel still needs; none when it is on. */
export function missingSettings(settings: Settings, channel: OutsideChannel): string[] {
  const { dingtalk, wecom, feishu, mail, sms } = settings;
  const values: Record<string, unknown> = { ...dingtalk, ...wecom, ...feishu, ...mail, ...sms };
  const there = { ...values, SMTP_HOST: mail.SMTP_HOST ?? mail.SMTP_URL };
  return needed[channel].filter((name) => there[name as keyof typeof there] === undefined);
}

function weComOf(settings: Settings) {
  const { wecom } = settings;
  const { WECOM_TOKEN: token, WECOM_ENCODING_AES_KEY: aesKey } = wecom;
  const { WECOM_BOT_ID: id, WECOM_BOT_SECRET: secret } = wecom;
  const { WECOM_ROBOT_KEY: key } = wecom;
  const app = weComAppOf(wecom);
  return {
    app,
    callback: app && token && aesKey ? { corpId: app.corpId, token, aesKey } : null,
    kfId: wecom.WECOM_KF_ID ?? null,
    bot: id && secret ? { id, secret, wsBase: wecom.WECOM_WS_BASE } : null,
    robot: key === undefined ? null : { key, apiBase: wecom.WECOM_API_BASE },
    cardImage: wecom.WECOM_CARD_IMAGE ?? null,
  };
}

/** What each channel is built with; null = off. */
export function channelSettings(settings: Settings) {
  return {
    mail: mailOf(settings.mail),
    sms: smsOf(settings.sms),
    feishu: feishuOf(settings.feishu),
    dingtalk: dingtalkSettings(settings.dingtalk, settings.web.PUBLIC_URL ?? ''),
    wecom: weComOf(settings),
  };
}

/** What reaches the recruiting group: the robot that was put into it, the conversation of DingTalk's app. */
export function groupWays({ wecom, dingtalk, web }: Settings): Way[] {
  const conversation = dingtalk.DINGTALK_GROUP_ID;
  const inDingTalk = dingtalkSettings(dingtalk, web.PUBLIC_URL ?? '') !== null;
  return [
    ...(wecom.WECOM_ROBOT_KEY === undefined ? [] : [{ channel: 'wecomrobot', address: 'group' }]),
    ...(inDingTalk && conversation !== undefined
      ? [{ channel: 'dingtalk', address: conversation }]
      : []),
  ];
}
