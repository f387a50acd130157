import { fisherExact } from '@zhiyu/server/analytics/impact/fisher';
import { impactTable, type Outcome } from '@zhiyu/server/analytics/impact/impact';
import { impactCommand } from '@zhiyu/server/cli/impact.command';
import { expect } from 'chai';

/** The same sequence each time (Park and Miller 1988), 0-1. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A company of people of two sexes and two regions; `less` is taken from the score of the women in the south. */
function people(count: number, less: number, seed = 7): Outcome[] {
  const next = sequence(seed);
  return Array.from({ length: count }, () => {
    const groups = { sex: next() < 0.5 ? '女' : '男', region: next() < 0.5 ? '南' : '北' };
    const own = 50 + 20 * (next() + next() + next() - 1.5);
    const score = own - (groups.sex === '女' && groups.region === '南' ? less : 0);
    return { groups, selected: score > 52, score };
  });
}
const found = (outcomes: Outcome[]) =>
  impactTable(outcomes).filter(
    ({ selection, scoring }) => selection.finding === 'found' || scoring?.finding === 'found',
  );

describe('the impact of a process on groups', () => {
  it('agrees with the published numbers of Fisher’s test', () => {
    // The lady tasting tea: 3 of 4 against 1 of 4; and Fisher's twins, 10 of 13 against 2 of 17.
    expect(fisherExact(3, 4, 1, 4)).to.be.closeTo(0.4857, 1e-4);
    expect(fisherExact(10, 13, 2, 17)).to.be.closeTo(0.000537, 1e-6);
    expect(fisherExact(0, 0, 3, 9)).to.equal(1);
  });

  it('finds a bias that was planted, where it was planted', () => {
    const rows = found(people(800, 12));
    expect(rows.map(({ category }) => category)).to.include('南 × 女');
    expect(rows.every(({ category }) => !category.includes('北 × 男'))).to.be.true;
  });

  it('is silent where there is none, with many people and with few', () => {
    const tables = Array.from({ length: 50 }, (_, i) => [
      people(800, 0, i + 1),
      people(16, 0, i + 1),
    ]);
    const loud = tables.flat().filter((outcomes) => found(outcomes).length > 0);
    expect(loud.length, 'of 100 tables, by chance').to.be.at.most(5);
  });

  it('has no ratio to the best where nobody at all was selected', () => {
    const nobody = ['女', '男'].map((sex) => ({ groups: { sex }, selected: false, score: null }));
    const rows = impactTable(nobody);
    expect(rows.map(({ selection }) => selection.ratio)).to.deep.equal([null, null]);
    expect(rows.map(({ selection }) => selection.finding)).to.deep.equal(['none', 'none']);
  });

  it('says that few people prove nothing, and compares no category under 2 %', () => {
    const few = (sex: string, all: number, selected: number): Outcome[] =>
      Array.from({ length: all }, (_, i) => ({
        groups: { sex },
        selected: i < selected,
        score: null,
      }));
    const [women, men] = impactTable([...few('女', 5, 2), ...few('男', 5, 3)]);
    expect(women?.selection).to.deep.include({ people: 5, reached: 2, finding: 'tooFew' });
    expect(women?.selection.ratio).to.be.closeTo(2 / 3, 1e-9);
    expect(men?.selection).to.deep.include({ ratio: 1, p: null, finding: 'reference' });
    expect(women?.scoring).to.be.null;
    const rare = impactTable([...few('女', 1, 0), ...few('男', 99, 50)]);
    expect(rare[0]?.selection).to.deep.include({ ratio: null, finding: 'small' });
  });

  it('counts the share above the median of all as the scoring rate', () => {
    const scores = [10, 20, 30, 40, 50, 60, 70, 80];
    const outcomes = scores.map((score, i) => ({
      ...{ groups: { sex: i < 4 ? '女' : '男' }, selected: true, score },
    }));
    const [women, men] = impactTable(outcomes);
    expect([women?.scoring?.rate, men?.scoring?.rate]).to.deep.equal([0, 1]);
  });

  it('is a command that keeps nothing and names the line it cannot read', async () => {
    const said = { out: '', err: '' };
    const io = (input: string) => ({
      ...{ ask: null, input: () => Promise.resolve(input) },
      out: (text: string) => void (said.out += text),
      err: (text: string) => void (said.err += text),
    });
    const lines = people(800, 12).map((one) => JSON.stringify(one));
    expect(await impactCommand([], io(lines.join('\n')))).to.equal(3);
    expect(said.err).to.contain('南 × 女');
    expect((JSON.parse(said.out) as { people: number }).people).to.equal(800);
    const broken = impactCommand([], io(`${lines[0] ?? ''}\n{"selected": 1}`));
    const error: unknown = await broken.catch((reason: unknown) => reason);
    expect(String(error)).to.contain('第 2 行');
  });
});
