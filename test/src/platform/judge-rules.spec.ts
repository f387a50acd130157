import { sameOutput } from '@zhiyu/server/platform/judge/same-output';
import { seccompFilter } from '@zhiyu/server/platform/sandbox/seccomp-filter';
import { Slots } from '@zhiyu/server/platform/sandbox/slots';
import { expect } from 'chai';

const EPERM = 0x00050001;
const ENOSYS = 0x00050026;
const allow = 0x7fff0000;
const kill = 0x80000000;

interface Call {
  arch: number;
  number: number;
  arguments?: [number, number];
}

/** What the kernel would make of the filter: classic BPF, as much of it as filters here use. */
function answerTo(filter: Buffer, { arch, number, arguments: values = [0, 0] }: Call): number {
  const data = new Map([
    [0, number] as const,
    [4, arch] as const,
    ...values.map((value, index) => [16 + index * 8, value] as const),
  ]);
  let loaded = 0;
  for (let at = 0; at < filter.length / 8; at++) {
    const code = filter.readUInt16LE(at * 8);
    const value = filter.readUInt32LE(at * 8 + 4);
    if (code === 0x06) {
      return value;
    }
    if (code === 0x20) {
      loaded = data.get(value) ?? NaN;
      continue;
    }
    const holds = {
      0x15: loaded === value,
      0x35: loaded >= value,
      0x45: (loaded & value) !== 0,
    }[code];
    at += filter.readUInt8(at * 8 + (holds ? 2 : 3));
  }
  throw new Error('the filter has no end');
}

describe('the filter on system calls', () => {
  const machines = {
    x64: { arch: 0xc000003e, write: 1, ptrace: 101, keyctl: 250, clone: 56, socket: 41, ioctl: 16 },
    arm64: {
      arch: 0xc00000b7,
      write: 64,
      ptrace: 117,
      keyctl: 219,
      clone: 220,
      socket: 198,
      ioctl: 29,
    },
  };
  for (const [name, { arch, ...calls }] of Object.entries(machines)) {
    it(`for ${name} lets programs work and refuses what leads out of the box`, () => {
      const filter = seccompFilter(name) ?? Buffer.alloc(0);
      const to = (number: number, first = 0, second = 0) =>
        answerTo(filter, { arch, number, arguments: [first, second] });
      expect(to(calls.write)).to.equal(allow);
      expect([calls.ptrace, calls.keyctl, 425, 428].map((each) => to(each))).to.deep.equal(
        Array.from({ length: 4 }, () => EPERM),
      );
      expect(to(435), 'clone3, whose flags no filter can read').to.equal(ENOSYS);
      expect(to(calls.clone, 0x003d0f00), 'a thread').to.equal(allow);
      expect(to(calls.clone, 0x10000011), 'a user namespace').to.equal(EPERM);
      expect(to(calls.socket, 1, 1), 'AF_UNIX').to.equal(allow);
      for (const family of [2, 10, 16, 38, 40]) {
        expect(to(calls.socket, family, 1), `family ${family}`).to.equal(EPERM);
      }
      expect(to(calls.ioctl, 0, 0x5401)).to.equal(allow);
      expect(to(calls.ioctl, 0, 0x5412), 'TIOCSTI').to.equal(EPERM);
      expect(answerTo(filter, { arch: 0x40000003, number: calls.write })).to.equal(kill);
    });
  }

  it('ends a program that uses the second table of x86_64', () => {
    const filter = seccompFilter('x64') ?? Buffer.alloc(0);
    expect(answerTo(filter, { arch: 0xc000003e, number: 0x40000001 })).to.equal(kill);
  });

  it('is not made for an architecture whose numbers are not known', () => {
    expect(seccompFilter('mips')).to.equal(null);
  });
});

describe('outputs', () => {
  for (const [written, expected, same] of [
    ['5', '5\n', true],
    ['a  \r\nb\t\n\n\n', 'a\nb', true],
    ['', '\n', true],
    ['a\n\nb', 'a\nb', false],
    [' a', 'a', false],
    ['a b', 'a  b', false],
    ['5.0', '5', false],
    ['', '0', false],
  ] as const) {
    it(`${JSON.stringify(written)} and ${JSON.stringify(expected)} are ${same ? '' : 'not '}the same`, () => {
      expect(sameOutput(written, expected)).to.equal(same);
    });
  }
});

describe('places in the judge', () => {
  it('are taken by as many as there are, the others in the order they came, also after a failure', async () => {
    const slots = new Slots(2);
    const order: number[] = [];
    let now = 0;
    let most = 0;
    const work = (number: number) => async () => {
      most = Math.max(most, ++now);
      order.push(number);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      if (number === 1) throw new Error('failed');
    };
    const all = await Promise.allSettled([0, 1, 2, 3, 4].map((each) => slots.run(work(each))));
    expect(most).to.equal(2);
    expect(order).to.deep.equal([0, 1, 2, 3, 4]);
    expect(all.filter((one) => one.status === 'rejected')).to.have.length(1);
  });
});
