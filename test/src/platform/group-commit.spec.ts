import { SqliteWriter } from '@zhiyu/server/platform/database/sqlite-writer';
import { expect } from 'chai';

/** Notes what a SQLite connection is told, and fails where it is asked to. */
class Statements {
  readonly said: string[] = [];
  inTransaction = false;
  fails: string | null = null;

  exec(sql: string): void {
    this.said.push(sql);
    if (sql === this.fails) {
      throw new Error(`${sql} failed`);
    }
    this.inTransaction =
      sql === 'BEGIN IMMEDIATE' || (this.inTransaction && !/^(COMMIT|ROLLBACK)$/.test(sql));
  }

  count(sql: string): number {
    return this.said.filter((one) => one === sql).length;
  }
}

describe('transactions that queue for one SQLite file', () => {
  let statements: Statements;
  let writer: SqliteWriter;
  beforeEach(() => {
    statements = new Statements();
    writer = new SqliteWriter(() => statements as never);
  });

  /** @returns how many commits there were when this one was told that it is kept */
  const write = async (text: string, keep = true): Promise<number> => {
    const turn = await writer.enter();
    statements.exec(text);
    await Promise.resolve();
    if (keep) {
      await turn.keep();
    }
    turn.drop();
    return statements.count('COMMIT');
  };

  it('share one commit, each told only after it', async () => {
    const told = await Promise.all(['a', 'b', 'c', 'd'].map((text) => write(text)));
    expect(told).to.deep.equal([1, 1, 1, 1]);
    expect(statements.count('BEGIN IMMEDIATE')).to.equal(1);
    expect(statements.said.at(-1)).to.equal('COMMIT');
  });

  it('run one at a time, in the order they came', async () => {
    await Promise.all(['a', 'b', 'c'].map((text) => write(text)));
    const inside = ['SAVEPOINT turn', 'RELEASE turn'];
    const expected = ['a', 'b', 'c'].flatMap((text) => [inside[0], text, inside[1]]);
    expect(statements.said).to.deep.equal(['BEGIN IMMEDIATE', ...expected, 'COMMIT']);
  });

  it('lose only the one that is rolled back', async () => {
    await Promise.all([write('a'), write('b', false), write('c')]);
    expect(statements.count('ROLLBACK TO turn; RELEASE turn')).to.equal(1);
    expect(statements.count('RELEASE turn')).to.equal(2);
    expect(statements.count('COMMIT')).to.equal(1);
  });

  it('are all told when the commit they share fails, and the next ones begin anew', async () => {
    statements.fails = 'COMMIT';
    const told = await Promise.allSettled(['a', 'b'].map((text) => write(text)));
    expect(told.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected']);
    expect(statements.count('ROLLBACK')).to.equal(1);
    statements.fails = null;
    statements.said.length = 0;
    await write('c');
    expect(statements.said[0]).to.equal('BEGIN IMMEDIATE');
    expect(statements.said.at(-1)).to.equal('COMMIT');
  });

  it('do not wait for others when nobody comes', async () => {
    expect(await write('a')).to.equal(1);
    expect(await write('b')).to.equal(2);
  });
});
