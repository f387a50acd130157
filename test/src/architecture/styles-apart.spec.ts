import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const features = fileURLToPath(new URL('../../../miniapp/src/features', import.meta.url));

/** Meant: one look in both (toc; field, which is everybody's), or a candidate's page and a staff's, which no browser shows in one go. */
const candidates = ['interview-lead', 'review-left', 'review-play', 'review-words'];
const shared = new Set(['toc', 'field', ...candidates]);

const sheets = readdirSync(features, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.scss'),
);

/** Classes that rules of a sheet begin with, also within @media. */
function classesOf(sheet: string): string[] {
  const text = sheet.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  const open: string[] = [];
  const found: string[] = [];
  let head = '';
  for (const sign of text) {
    if (sign === '{') {
      const outermost = open.every((one) => one.startsWith('@'));
      open.push(head.trim());
      if (outermost) found.push(...beginnings(head));
    } else if (sign === '}') {
      open.pop();
    }
    head = '{};'.includes(sign) ? '' : head + sign;
  }
  return found;
}

const beginnings = (head: string): string[] =>
  head.split(',').flatMap((one) => /^\s*\.([\w-]+)(?=\s|$)/.exec(one)?.[1] ?? []);

describe('styles of two features', () => {
  it('do not name the same class: each sheet stays loaded, whatever page comes after', () => {
    const owners = new Map<string, Set<string>>();
    for (const name of sheets) {
      const feature = name.split(sep)[0] ?? '';
      for (const one of classesOf(readFileSync(join(features, name), 'utf8'))) {
        owners.set(one, (owners.get(one) ?? new Set()).add(feature));
      }
    }
    expect(owners.size).to.be.greaterThan(200);
    const twice = [...owners].filter(([name, of]) => of.size > 1 && !shared.has(name));
    expect(twice.map(([name, of]) => `${name}: ${[...of].join(', ')}`)).to.eql([]);
  });

  it('are read with their nesting: what stands within another rule belongs to it', () => {
    const sheet = '.a { .b { color: red; } } @media (x) { .c, .d li { e: f; } } // .g {';
    expect(classesOf(sheet)).to.eql(['a', 'c', 'd']);
  });
});
