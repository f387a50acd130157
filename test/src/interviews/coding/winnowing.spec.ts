import { programTokens } from '@zhiyu/server/interviews/coding/program-tokens';
import { starterOf } from '@zhiyu/server/interviews/coding/starters';
import { fingerprint, likeness } from '@zhiyu/server/interviews/coding/winnowing';
import { expect } from 'chai';

const original = `import sys

def fewest(shifts):
    # every shift begins and ends
    events = []
    for start, end in shifts:
        events.append((start, 1))
        events.append((end, -1))
    events.sort()
    most = now = 0
    for _, by in events:
        now += by
        most = max(most, now)
    return most

data = list(map(int, sys.stdin.read().split()))
print(fewest(list(zip(data[1::2], data[2::2]))))
`;

/** The same with other names, comments and layout. */
const renamed = `import sys
# my own idea
def solve(a):
    e = []
    for x, y in a:
        e.append( (x, 1) )
        e.append( (y, -1) )   # leaves
    e.sort()

    best = c = 0
    for _, d in e:
        c += d
        best = max(best, c)
    return best
q = list(map(int, sys.stdin.read().split()))
print(solve(list(zip(q[1::2], q[2::2]))))
`;

const different = `import heapq, sys

numbers = [int(word) for line in sys.stdin for word in line.split()]
pairs = sorted((numbers[i], numbers[i + 1]) for i in range(1, len(numbers), 2))
ends = []
answer = 0
while pairs:
    begin, finish = pairs.pop(0)
    while len(ends) > 0 and ends[0] <= begin:
        heapq.heappop(ends)
    heapq.heappush(ends, finish)
    if len(ends) > answer:
        answer = len(ends)
print(answer)
`;

const python = (source: string) => fingerprint(source, 'python');
const nothing = python('');
const alike = (a: string, b: string) => likeness(python(a), python(b), nothing);

describe('how alike two programs are', () => {
  it('names, numbers, strings, comments and layout make no difference', () => {
    const words = (source: string) => programTokens(source, 'python').map(({ word }) => word);
    expect(words(renamed)).to.deep.equal(words(original));
    expect(alike(original, renamed).share).to.equal(1);
  });

  it('a program written otherwise shares little', () => {
    expect(alike(original, different).share).to.be.below(0.2);
    expect(alike(different, original).share).to.be.below(0.2);
  });

  it('a copied part is found with its lines in both', () => {
    const mixed = `${different}\n\n${original.split('\n').slice(2, 14).join('\n')}\n`;
    const { share, spans } = alike(original, mixed);
    expect(share).to.be.within(0.5, 0.8);
    const [largest] = [...spans].sort((a, b) => b.to - b.from - (a.to - a.from));
    expect(largest).to.deep.equal({ from: 3, to: 14, otherFrom: 17, otherTo: 28 });
  });

  it('every shared run of 17 words is found, wherever it stands', () => {
    const words = Array.from(
      { length: 60 },
      (_, i) => `f${'('.repeat(i % 5)}+${'-'.repeat(i % 7)}`,
    );
    const whole = words.join('\n');
    const tokens = programTokens(whole, 'python');
    for (let from = 0; from + 17 <= tokens.length; from += 7) {
      const part = tokens
        .slice(from, from + 17)
        .map(({ word }) => (word === 'v' ? 'name' : word))
        .join(' ');
      expect(alike(part, whole).share, `from word ${from}`).to.equal(1);
    }
  });

  it('no word is counted twice, however often it was pasted', () => {
    const { share } = alike(`${original}\n${original}`, original);
    expect(share).to.be.within(0.49, 0.51);
  });

  it('what everybody was given is no likeness', () => {
    const given = python(starterOf(undefined, 'python'));
    const starter = starterOf(undefined, 'python');
    expect(likeness(python(starter), python(starter), given).share).to.equal(0);
    const own = starter.replace('print(len(data))', original.replaceAll('\n', '\n    '));
    const { share } = likeness(python(own), python(`${starter}\n${different}`), given);
    expect(share).to.be.below(0.2);
  });

  it('reads strings and comments of every language', () => {
    const word = (source: string, language: 'java' | 'cpp' | 'go' | 'javascript') =>
      programTokens(source, language).map((one) => one.word);
    expect(word('// a\nint x = 1; /* b\n */ y("/* no */");', 'cpp')).to.deep.equal(
      'int v = n ; v ( s ) ;'.split(' '),
    );
    expect(word("const a = `x ${1}`; let b = 'it\\'s';", 'javascript')).to.deep.equal(
      'const v = s ; let v = s ;'.split(' '),
    );
    expect(programTokens('a := 1\n\nb := "x"\n', 'go').map(({ line }) => line)).to.deep.equal([
      1, 1, 1, 1, 3, 3, 3, 3,
    ]);
  });

  it('an empty program is like nothing', () => {
    expect(alike('', original)).to.deep.equal({ share: 0, spans: [] });
    expect(alike(original, '')).to.deep.equal({ share: 0, spans: [] });
  });
});
