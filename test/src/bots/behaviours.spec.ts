import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';

const root = new URL('../../../', import.meta.url);
const behaviours = 20;

/** Names of the tests of a chat, by the file that holds them. */
function testsOf(chat: string): Map<string, string[]> {
  const folder = new URL(`test/src/bots/${chat}/`, root);
  const files = readdirSync(folder).filter((name) => name.endsWith('.spec.ts'));
  return new Map(
    files.map((name) => {
      const found = readFileSync(new URL(name, folder), 'utf8').matchAll(
        /\bit\(\s*(['"`])(.*?)\1\s*,/gs,
      );
      return [name.replace('.spec.ts', ''), Array.from(found, ([, , title = '']) => title)];
    }),
  );
}

/** The third column of the table below a heading, row by row. */
function rowsBelow(heading: string): string[] {
  const page = readFileSync(new URL('docs/channels.md', root), 'utf8');
  const [, below = ''] = page.split(heading);
  const [part = ''] = below.split('\n### ');
  const rows = part.split('\n').filter((line) => /^\| \d+ /.test(line));
  return rows.map((line) => line.split('|')[3] ?? '');
}

describe('the page about the channels', () => {
  it('names for each of DingTalk’s 20 behaviours tests that there are', () => {
    const tests = testsOf('dingtalk');
    const rows = rowsBelow('### 钉钉：二十种行为');
    expect(rows).to.have.length(behaviours);
    for (const row of rows) {
      let file = '';
      for (const named of row.trim().split(/；|、/)) {
        const [, other, rest = named] = /^(\w+)：(.*)$/.exec(named) ?? [];
        file = other ?? file;
        const words = rest.replace(/（.*）$/, '').replace(/^…|…$/g, '');
        const there = tests.get(file)?.some((title) => title.includes(words.trim()));
        expect(there, `${file}: ${words}`).to.equal(true);
      }
    }
  });

  it('names for each of WeCom’s 20 behaviours tests that there are', () => {
    const tests = testsOf('wecom');
    const rows = rowsBelow('### 企业微信：二十种行为');
    expect(rows).to.have.length(behaviours);
    for (const row of rows) {
      let file = '';
      for (const [, other, words = ''] of row.matchAll(/(?:(\w+) )?“([^”]*)”/g)) {
        file = other ?? file;
        const begin = words.replace(/…$/, '').trim();
        const exact = /^\d+[a-z]?$/.test(begin) ? `${begin}: ` : begin;
        const there = tests.get(file)?.some((title) => title.startsWith(exact));
        expect(there, `${file}: ${begin}`).to.equal(true);
      }
    }
  });
});
