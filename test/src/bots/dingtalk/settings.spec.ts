import type { SettingsError } from '@zhiyu/config/area';
import { dingtalkSettings } from '@zhiyu/config/dingtalk';
import { loadSettings } from '@zhiyu/config/settings';
import { cardKinds } from '@zhiyu/contracts/card';
import { expect } from 'chai';
import { shippedTemplates } from '../../emulators/dingtalk/template.js';
import { settingsFor } from './stand.js';

function faultsOf(env: Record<string, string>): string[] {
  try {
    loadSettings(env);
  } catch (error) {
    return (error as SettingsError).faults.map(({ name }) => name).sort();
  }
  return [];
}

describe('the settings of DingTalk', () => {
  it('are all optional, and without them the channel is off', () => {
    expect(dingtalkSettings(loadSettings({}).dingtalk, 'https://hr.example.com')).to.equal(null);
  });

  it('that are given in part are a fault that names what is missing', () => {
    expect(faultsOf({ DINGTALK_CLIENT_ID: 'x' })).to.deep.equal([
      ...['DINGTALK_CLIENT_SECRET', 'DINGTALK_CORP_ID'],
    ]);
    expect(faultsOf({ DINGTALK_CARD_TEMPLATES: 'approval=a.schema' }).length).to.equal(3);
    const whole = { DINGTALK_CLIENT_ID: 'x', DINGTALK_CLIENT_SECRET: 'y', DINGTALK_CORP_ID: 'z' };
    expect(faultsOf(whole)).to.deep.equal([]);
    expect(faultsOf({ ...whole, DINGTALK_EVENT_TOKEN: 't' })).to.deep.equal([
      'DINGTALK_EVENT_AES_KEY',
    ]);
  });

  it('refuse a kind of card that does not exist and a way that does not exist', () => {
    const whole = { DINGTALK_CLIENT_ID: 'x', DINGTALK_CLIENT_SECRET: 'y', DINGTALK_CORP_ID: 'z' };
    const bad = {
      DINGTALK_CARD_TEMPLATES: 'payslip=1',
      DINGTALK_WAYS: 'card,pigeon',
      DINGTALK_AGENT_ID: 'x',
    };
    expect(faultsOf({ ...whole, ...bad })).to.deep.equal(Object.keys(bad).sort());
  });

  it('become what the channel takes', () => {
    const env = { DINGTALK_WAYS: 'robot, card', DINGTALK_API_BASE: 'https://api.dingtalk.io/' };
    const settings = settingsFor('https://x.example', env);
    expect(settings).to.deep.include({
      ...{ apiBase: 'https://api.dingtalk.io', oapiBase: 'https://x.example', stream: true },
      ...{ ways: ['robot', 'card'], robotCode: 'dingemulated', monthlyCalls: 10_000 },
      callbackUrl: 'https://hr.example.com/api/callbacks/dingtalk',
    });
    expect(settings.cardTemplates.approval).to.equal('approval.schema');
  });

  it('find a template to import for every kind of card', () => {
    expect([...shippedTemplates().keys()]).to.include.members(
      cardKinds.map((kind) => `${kind}.schema`),
    );
  });
});
