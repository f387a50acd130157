import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'chai';

const child = new URL('log.child.js', import.meta.url).pathname;

describe('the log', () => {
  let text: string;
  before(async () => {
    text = (await promisify(execFile)(process.execPath, [child])).stdout;
  });

  it('is one JSON object a line', () => {
    const lines = text.trim().split('\n');
    expect(lines).to.have.length(6);
    expect(() => lines.map((line) => JSON.parse(line) as unknown)).not.to.throw();
  });

  it('holds no phone number and no mail address, in whatever field or text they stood', () => {
    expect(text).not.to.match(/13912345678|private\.example|b\.example/);
  });

  it('holds no name and no password of a person, however deep', () => {
    expect(text).not.to.contain('陈雨桐');
    expect(text).not.to.contain('kept-0');
  });

  it('keeps what is needed to find a fault', () => {
    expect(text).to.contain('kept-1').and.to.contain('kept-2').and.to.contain('log.child');
    expect(text).to.contain('1767315600000');
  });
});
