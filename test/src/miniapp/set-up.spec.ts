import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { appModule } from '../harness/app-module.js';

interface Step {
  name: string;
  done: boolean;
}
interface SetUpModule {
  stepsOf: (standing: object) => Step[];
}
interface KeysModule {
  actOfKey: (key: string, led: boolean) => object | null;
}

const inApp = (path: string) =>
  fileURLToPath(new URL(`../../../miniapp/src/${path}`, import.meta.url));

const bare = {
  may: () => true,
  companyName: '云杉零售',
  keepDays: 180,
  keepDaysChosen: false,
  people: 1,
  positions: [],
  channels: [
    { name: 'mail', state: 'connected' },
    { name: 'dingtalk', state: 'off' },
  ],
};

describe('the checklist of a new administrator', () => {
  let doneOf: (standing: object) => string[];
  before(async () => {
    const { stepsOf } = await appModule<SetUpModule>('features/staff-home/set-up.shared.ts');
    doneOf = (standing) =>
      stepsOf({ ...bare, ...standing }).flatMap(({ name, done }) => (done ? [name] : []));
  });

  it('counts what is there, and mail is no chat', () => {
    expect(doneOf({})).to.deep.equal(['company']);
  });

  it('is done step by step by what happens, in any order', () => {
    expect(doneOf({ keepDaysChosen: true })).to.include('retention');
    expect(doneOf({ people: 2 })).to.include('people');
    expect(doneOf({ channels: [{ name: 'wecom', state: 'ready' }] })).to.include('chat');
    expect(doneOf({ channels: [{ name: 'wecom', state: 'failing' }] })).not.to.include('chat');
    const draft = [{ id: 'p', state: 'draft', active: 0 }];
    expect(doneOf({ positions: draft })).not.to.include('position');
    const open = [{ id: 'p', state: 'open', active: 2 }];
    expect(doneOf({ positions: open })).to.include.members(['position', 'link']);
  });

  it('lists only what the reader may do', () => {
    const mine = { ...bare, may: (act: string) => act === 'position.edit' };
    expect(doneOf({ ...mine, positions: [{ id: 'p', state: 'open', active: 0 }] })).to.deep.equal([
      'position',
    ]);
  });
});

describe('keys that mean the same on every page', () => {
  it('open the help, find, and go with G and a letter only', async () => {
    const { actOfKey } = await appModule<KeysModule>('features/staff-guide/keys.shared.ts');
    expect(actOfKey('?', false)).to.deep.equal({ act: 'help' });
    expect(actOfKey('/', false)).to.deep.equal({ act: 'search' });
    expect(actOfKey('g', false)).to.deep.equal({ act: 'lead' });
    expect(actOfKey('p', true)).to.deep.equal({ page: 'positions' });
    expect(actOfKey('L', true)).to.deep.equal({ page: 'live' });
    expect([actOfKey('p', false), actOfKey('x', true)]).to.deep.equal([null, null]);
  });
});

describe('the help of every page', () => {
  interface Help {
    page: Record<string, Record<string, string>>;
    keys: Record<string, string>;
  }
  interface AddressModule {
    isStaffPage: (page: string) => boolean;
  }
  const beforeSigningIn = ['sign-in', 'password'];

  for (const language of ['zh', 'en']) {
    it(`says what it answers and how it is used (${language})`, async () => {
      const { isStaffPage } = await appModule<AddressModule>(
        'features/staff-shell/address.shared.ts',
      );
      const pages = readdirSync(inApp('pages')).filter(
        (page) => isStaffPage(page) && !beforeSigningIn.includes(page),
      );
      expect(pages.length).to.be.greaterThan(20);
      const { page } = JSON.parse(
        readFileSync(inApp(`locales/${language}/help.json`), 'utf8'),
      ) as Help;
      const missing = pages.filter((name) =>
        ['name', 'answers', 'one', 'two', 'three'].some((part) => !page[name]?.[part]),
      );
      expect(missing).to.deep.equal([]);
    });
  }
});
