import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { needs } from '../harness/machine.js';

const sources = fileURLToPath(new URL('../../src/', import.meta.url));

describe('tests that need a tool of the machine', () => {
  it('never skip themselves', () => {
    const skip = /\.skip\b|\bx(it|describe)\(/;
    const skipping = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('nothing-skipped.spec.ts'))
      .filter((path) => skip.test(readFileSync(sources + path, 'utf8')));
    expect(skipping).to.deep.equal([]);
  });

  it('fail without it and say what to install', () => {
    const path = process.env.PATH;
    process.env.PATH = '/nowhere';
    try {
      expect(() => needs('strace')).to.throw('apt-get install --no-install-recommends strace');
      expect(() => needs('ffmpeg')).to.throw('apt-get install --no-install-recommends ffmpeg');
    } finally {
      process.env.PATH = path;
    }
  });
});
