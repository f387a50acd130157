import { expect } from 'chai';
import { SettingsError } from '@zhiyu/config/area';
import { loadSettings } from '@zhiyu/config/settings';

const key = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const app = { WECOM_CORP_ID: 'ww1', WECOM_AGENT_ID: '1000002', WECOM_SECRET: 's' };
const callback = { WECOM_TOKEN: 'hrtoken2026', WECOM_ENCODING_AES_KEY: key };
const bot = { WECOM_BOT_ID: 'b', WECOM_BOT_SECRET: 's' };

function faulty(env: Record<string, string>): string[] {
  try {
    loadSettings(env);
    return [];
  } catch (error) {
    return error instanceof SettingsError
      ? error.faults.map(({ name }) => name)
      : ['another error'];
  }
}

describe('the settings of WeCom', () => {
  it('are all optional, with WeCom’s own addresses', () => {
    const { wecom } = loadSettings({});
    expect(wecom.WECOM_CORP_ID).to.equal(undefined);
    expect(wecom.WECOM_API_BASE).to.equal('https://qyapi.weixin.qq.com');
  });

  it('take a whole app, a whole bot, or a bot with an app for signing in', () => {
    expect(faulty({ ...app, ...callback, WECOM_KF_ID: 'wk1' })).to.deep.equal([]);
    expect(faulty(bot)).to.deep.equal([]);
    expect(faulty({ ...bot, ...app })).to.deep.equal([]);
  });

  it('name what is missing beside what was set', () => {
    expect(faulty({ WECOM_CORP_ID: 'ww1' })).to.have.members([
      'WECOM_AGENT_ID',
      'WECOM_SECRET',
      'WECOM_TOKEN',
      'WECOM_ENCODING_AES_KEY',
    ]);
    expect(faulty(app)).to.have.members(['WECOM_TOKEN', 'WECOM_ENCODING_AES_KEY']);
    expect(faulty({ WECOM_BOT_ID: 'b' })).to.deep.equal(['WECOM_BOT_SECRET']);
    expect(faulty({ ...bot, ...app, WECOM_TOKEN: 't' })).to.deep.equal(['WECOM_ENCODING_AES_KEY']);
    expect(faulty({ WECOM_KF_ID: 'wk1' })).to.include('WECOM_SECRET');
  });

  it('refuse a key of the wrong length and an app id that is no number', () => {
    expect(faulty({ ...app, ...callback, WECOM_ENCODING_AES_KEY: 'short' })).to.deep.equal([
      'WECOM_ENCODING_AES_KEY',
    ]);
    expect(faulty({ ...app, ...callback, WECOM_AGENT_ID: 'x' })).to.deep.equal(['WECOM_AGENT_ID']);
  });
});
