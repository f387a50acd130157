import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';

interface Task {
  name: string;
  after?: string[];
  work: () => Promise<unknown>;
}
interface Lane {
  tasks: Task[];
  helps?: Lane;
}

const script = new URL('../../../scripts/steps/lanes.mjs', import.meta.url).href;
const { inLanes } = (await import(script)) as { inLanes: (lanes: Lane[]) => Promise<void> };

describe('lanes of work side by side', () => {
  const told: string[] = [];
  beforeEach(() => (told.length = 0));

  const task = (name: string, ms: number, after?: string[]): Task => ({
    name,
    ...(after ? { after } : {}),
    work: async () => {
      told.push(`${name} begins`);
      await sleep(ms);
      told.push(`${name} ends`);
    },
  });

  it('do their own tasks one after the other, each after what it waits for', async () => {
    const last = { tasks: [task('last', 1, ['late'])] };
    const one = { tasks: [task('late', 5, ['early']), task('first', 20), task('second', 1)] };
    const other = { tasks: [task('early', 200)] };
    await inLanes([last, one, other]);
    expect(told).to.deep.equal([
      ...['first begins', 'early begins', 'first ends', 'second begins', 'second ends'],
      ...['early ends', 'late begins', 'late ends', 'last begins', 'last ends'],
    ]);
  });

  it('help another from its end when they have none left, and nobody does a task twice', async () => {
    const long: Lane = { tasks: ['a', 'b', 'c'].map((name) => task(name, 200)) };
    await inLanes([long, { tasks: [task('short', 10)], helps: long }]);
    expect(told.filter((line) => line.endsWith('begins'))).to.deep.equal(
      ['a', 'short', 'c', 'b'].map((name) => `${name} begins`),
    );
  });

  it('end with what a task throws, and where something waits for what never comes', async () => {
    const fault = new Error('no');
    const thrown = await inLanes([
      { tasks: [{ name: 'bad', work: () => Promise.reject(fault) }] },
    ]).catch((error: unknown) => error);
    expect(thrown).to.equal(fault);
    const stuck = await inLanes([{ tasks: [task('a', 1, ['never'])] }, { tasks: [task('b', 1)] }])
      .then(() => null)
      .catch((error: unknown) => String(error));
    expect(stuck).to.contain('waited for: a');
  });
});
