import { expect } from 'chai';
import { appModule } from '../harness/app-module.js';

interface KeeperOf {
  send: (value: string, revision: number) => Promise<number>;
  meaning: (error: unknown) => 'conflict' | 'over' | null;
  told: (state: string, unsaved: string | null) => void;
  pause: number;
  again: number;
}
interface Keeper {
  change(value: string): void;
  flush(): Promise<void>;
  seen(revision: number): void;
  overrule(revision: number): Promise<void>;
  drop(revision: number): void;
  stop(): void;
}
interface KeeperModule {
  Keeper: new (of: KeeperOf, revision: number) => Keeper;
}

const conflict = new Error('conflict');
const lost = new Error('lost');
const handedIn = new Error('handed in');

describe('keeping what somebody writes', () => {
  let app: KeeperModule;
  let sent: [string, number][];
  let told: [string, string | null][];
  let answers: (() => Promise<number>)[];
  let keeper: Keeper;
  before(async () => {
    app = await appModule<KeeperModule>('features/staff-review/keeper.shared.ts');
  });
  beforeEach(() => {
    [sent, told, answers] = [[], [], []];
    keeper = new app.Keeper(
      {
        send: (value, revision) => {
          sent.push([value, revision]);
          return answers.shift()?.() ?? Promise.resolve(revision + 1);
        },
        meaning: (error) => (error === conflict ? 'conflict' : error === handedIn ? 'over' : null),
        told: (state, unsaved) => told.push([state, unsaved]),
        ...{ pause: 60_000, again: 60_000 },
      },
      0,
    );
  });
  afterEach(() => keeper.stop());

  it('sends the last of several changes, once', async () => {
    keeper.change('一');
    keeper.change('一二');
    await keeper.flush();
    await keeper.flush();
    expect(sent).to.eql([['一二', 0]]);
    expect(told.at(-1)).to.eql(['kept', null]);
  });

  it('sends what was changed during a call after it, on the revision that came back', async () => {
    let answer: (revision: number) => void = () => undefined;
    answers = [() => new Promise((done) => (answer = done))];
    keeper.change('一');
    const first = keeper.flush();
    await Promise.resolve();
    keeper.change('二');
    answer(1);
    await first;
    await keeper.flush();
    expect(sent).to.eql([
      ['一', 0],
      ['二', 1],
    ]);
    expect(told.at(-1)).to.eql(['kept', null]);
  });

  it('keeps what could not be sent, and tries again', async () => {
    answers = [() => Promise.reject(lost)];
    keeper.change('一');
    await keeper.flush();
    expect(told.at(-1)).to.eql(['failed', '一']);
    await keeper.flush();
    expect(sent).to.have.length(2);
    expect(told.at(-1)).to.eql(['kept', null]);
  });

  it('writes over nothing after a conflict until somebody chooses', async () => {
    answers = [() => Promise.reject(conflict)];
    keeper.change('这边');
    await keeper.flush();
    keeper.change('这边，还在写');
    await keeper.flush();
    expect(sent).to.have.length(1);
    expect(told.at(-1)).to.eql(['conflict', '这边，还在写']);
    await keeper.overrule(7);
    expect(sent.at(-1)).to.eql(['这边，还在写', 7]);
  });

  it('lets go of its own where the other counts, and goes on from there', async () => {
    answers = [() => Promise.reject(conflict)];
    keeper.change('这边');
    await keeper.flush();
    keeper.drop(3);
    expect(told.at(-1)).to.eql(['kept', null]);
    keeper.change('再来');
    await keeper.flush();
    expect(sent.at(-1)).to.eql(['再来', 3]);
  });

  it('shows what came after nothing is taken any more, and does not try it again', async () => {
    answers = [() => Promise.reject(handedIn)];
    keeper.change('太晚');
    await keeper.flush();
    keeper.change('太晚了');
    await keeper.flush();
    expect(sent).to.have.length(1);
    expect(told.at(-1)).to.eql(['over', '太晚了']);
    keeper.drop(3);
    expect(told.at(-1)).to.eql(['kept', null]);
  });

  it('takes a newer revision only while nothing of its own waits', async () => {
    keeper.seen(4);
    keeper.change('一');
    keeper.seen(9);
    await keeper.flush();
    expect(sent).to.eql([['一', 4]]);
  });
});
