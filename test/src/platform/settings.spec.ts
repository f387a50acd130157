import { resolve } from 'node:path';
import { SettingsError } from '@zhiyu/config/area';
import { loadSettings } from '@zhiyu/config/settings';
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

describe('settings', () => {
  it('are all optional: without any the server starts', () => {
    const settings = loadSettings({});
    expect(settings.web).to.include({ PORT: 3000, HOST: '127.0.0.1', ROLE: 'all' });
    expect(settings.data.DATA_DIR).to.equal(resolve('./data'));
    expect(settings.data.DATABASE_URL).to.equal(undefined);
    expect(settings.speech.SPEECH_DRIVER).to.equal('none');
  });

  it('that are empty mean the default', () => {
    expect(loadSettings({ PORT: '', SPEECH_DRIVER: '' }).web.PORT).to.equal(3000);
  });

  it('at fault are told all at once, each with its name', () => {
    const env = {
      PORT: '70000',
      ROLE: 'boss',
      PUBLIC_URL: 'not an address',
      TRUST_PROXY: 'yes',
      DATABASE_URL: 'postgres://x',
      SPEECH_DRIVER: 'magic',
      MEDIA_MAX_MB: '0',
      LOG_LEVEL: 'loud',
    };
    expect(faultsOf(env)).to.deep.equal(Object.keys(env).sort());
  });

  it('that need one another say so', () => {
    expect(faultsOf({ SPEECH_DRIVER: 'openai' })).to.deep.equal(['SPEECH_API_BASE']);
    expect(faultsOf({ SPEECH_DRIVER: 'sherpa' })).to.deep.equal(['SPEECH_MODEL_DIR']);
  });

  it('say in words what is wrong, and never show the value of a secret', () => {
    const env = { SPEECH_API_BASE: 'x', SPEECH_API_KEY: 'sk-very-secret', PORT: 'x' };
    expect(() => loadSettings(env)).to.throw(SettingsError, /^PORT: .+\nSPEECH_API_BASE: .+$/);
    expect(() => loadSettings(env)).not.to.throw(/sk-very-secret/);
  });
});
