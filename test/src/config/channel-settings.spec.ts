import { SettingsError } from '@zhiyu/config/area';
import { feishuOf } from '@zhiyu/config/feishu';
import { mailOf } from '@zhiyu/config/mail';
import { loadSettings } from '@zhiyu/config/settings';
import { smsOf } from '@zhiyu/config/sms';
import { expect } from 'chai';

function faultsOf(env: Record<string, string>): string[] {
  try {
    loadSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) {
      return error.faults.map((fault) => fault.name).sort();
    }
    throw error;
  }
  return [];
}

const feishu = {
  ...{ FEISHU_APP_ID: 'cli_1', FEISHU_APP_SECRET: 's' },
  ...{ FEISHU_VERIFICATION_TOKEN: 't', FEISHU_ENCRYPT_KEY: 'k' },
};
const sms = {
  ...{ SMS_API_URL: 'https://sms.example.com/v1', SMS_API_KEY: 'k', SMS_SIGN: '知遇' },
  SMS_API_SECRET: '0123456789abcdef',
};

describe('settings of mail, text messages and Feishu', () => {
  it('are off when nothing is set', () => {
    const { mail, sms: texts, feishu: chat } = loadSettings({});
    expect([mailOf(mail), smsOf(texts), feishuOf(chat)]).to.deep.equal([null, null, null]);
  });

  it('name what is missing when only some are set', () => {
    expect(faultsOf({ MAIL_FROM: 'hr@example.com' })).to.deep.equal(['SMTP_HOST']);
    expect(faultsOf({ SMTP_HOST: 'mx', SMTP_USER: 'u' })).to.deep.equal([
      ...['MAIL_FROM', 'SMTP_PASSWORD'],
    ]);
    expect(faultsOf({ SMS_SIGN: '知遇' })).to.deep.equal([
      ...['SMS_API_KEY', 'SMS_API_SECRET', 'SMS_API_URL'],
    ]);
    expect(faultsOf({ FEISHU_APP_ID: 'x' })).to.deep.equal([
      ...['FEISHU_APP_SECRET', 'FEISHU_ENCRYPT_KEY', 'FEISHU_VERIFICATION_TOKEN'],
    ]);
  });

  it('of mail come from an address or from single settings', () => {
    const from = { MAIL_FROM: '知遇招聘 <hr@example.com>' };
    const url = 'smtps://hr%40example.com:p%2Fw@mx.example.com';
    expect(mailOf(loadSettings({ ...from, SMTP_URL: url }).mail)).to.deep.equal({
      ...{ host: 'mx.example.com', port: 465, secure: true, user: 'hr@example.com' },
      ...{ password: 'p/w', from: { name: '知遇招聘', address: 'hr@example.com' } },
      ...{ replyTo: null, bounceSecret: null },
    });
    const plain = mailOf(loadSettings({ ...from, SMTP_HOST: 'mx' }).mail);
    expect(plain).to.include({ host: 'mx', port: 587, secure: false, user: null });
  });

  it('of mail let no second line or second address into the sender', () => {
    for (const from of ['a@b.c\r\nBcc: d@e.f', 'a@b.c, d@e.f', 'x <a@b.c> <d@e.f>', 'nobody']) {
      expect(faultsOf({ SMTP_HOST: 'mx', MAIL_FROM: from })).to.deep.equal(['MAIL_FROM']);
    }
  });

  it('of text messages read templates by kind and language', () => {
    const env = { ...sms, SMS_TEMPLATES: 'invitation=SMS_1, invitation.en=SMS_2' };
    expect(smsOf(loadSettings(env).sms)?.templates).to.deep.equal({
      ...{ invitation: 'SMS_1', 'invitation.en': 'SMS_2' },
    });
    for (const wrong of ['invitation', 'invitation.de=1', 'a=b=c', 'x=1,,']) {
      expect(faultsOf({ ...sms, SMS_TEMPLATES: wrong })).to.deep.equal(['SMS_TEMPLATES']);
    }
  });

  it('of Feishu mean the Chinese service unless told', () => {
    expect(feishuOf(loadSettings(feishu).feishu)).to.include({
      ...{ apiBase: 'https://open.feishu.cn', loginBase: 'https://accounts.feishu.cn' },
    });
    const lark = { ...feishu, FEISHU_API_BASE: 'https://open.larksuite.com/' };
    expect(feishuOf(loadSettings(lark).feishu)?.apiBase).to.equal('https://open.larksuite.com');
  });

  it('never show a secret in a fault', () => {
    const env = { ...sms, SMS_API_SECRET: 'short', SMTP_URL: 'http://u:very-secret@h' };
    expect(() => loadSettings(env))
      .to.throw(SettingsError)
      .and.not.match(/very-secret|short\b/);
  });
});

describe('settings of the channels together', () => {
  const weCom = { WECOM_CORP_ID: 'ww1', WECOM_AGENT_ID: '1', WECOM_SECRET: 's' };
  const callback = { WECOM_TOKEN: 't', WECOM_ENCODING_AES_KEY: 'a'.repeat(43) };
  const bot = { WECOM_BOT_ID: 'b', WECOM_BOT_SECRET: 's' };

  it('let example people be written to only where every channel is on this machine', () => {
    const demo = { DEMO_MESSAGES: 'on', ...weCom, ...callback };
    expect(faultsOf(demo)).to.deep.equal(['WECOM_API_BASE']);
    const here = { ...demo, WECOM_API_BASE: 'http://127.0.0.1:9000' };
    expect(faultsOf(here)).to.deep.equal([]);
    const mail = { ...here, MAIL_FROM: 'hr@example.com' };
    expect(faultsOf({ ...mail, SMTP_URL: 'smtp://127.0.0.1:2525' })).to.deep.equal([]);
    expect(faultsOf({ ...mail, SMTP_URL: 'smtp://mx.example.com:25' })).to.deep.equal(['SMTP_URL']);
    expect(faultsOf({ ...mail, SMTP_HOST: '127.0.0.1.example.com' })).to.deep.equal(['SMTP_HOST']);
    const faults = faultsOf({ ...here, ...feishu, ...sms });
    expect(faults).to.deep.equal(['FEISHU_API_BASE', 'SMS_API_URL']);
    expect(faultsOf({ ...weCom, ...callback })).to.deep.equal([]);
  });

  it('take the smart bot also where the processes share the work: the one with its connection says what the others hand over', () => {
    expect(faultsOf({ ...bot, ...weCom, ROLE: 'worker' })).to.deep.equal([]);
    expect(faultsOf({ ...bot, ...weCom, ROLE: 'api' })).to.deep.equal([]);
  });
});
