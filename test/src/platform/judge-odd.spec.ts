import type { Submission, Verdict } from '@zhiyu/contracts/judge';
import { Judge } from '@zhiyu/server/platform/judge/judge';
import { Sandbox } from '@zhiyu/server/platform/sandbox/sandbox';
import { expect } from 'chai';

interface Odd extends Omit<Submission, 'tests'> {
  name: string;
  stdin?: string;
  stdout?: string;
  verdict?: Verdict;
}

const deep = `import sys, threading
sys.setrecursionlimit(10**6)
threading.stack_size(1 << 28)
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
one = threading.Thread(target=lambda: print(depth(50000)))
one.start(); one.join()`;

const threads = `#include <atomic>
#include <cstdio>
#include <thread>
int main() {
  std::atomic<int> sum{0};
  std::thread all[8];
  for (auto &one : all) one = std::thread([&] { sum++; });
  for (auto &one : all) one.join();
  printf("%d", sum.load());
}`;

const allAtOnce = `#include <cstdlib>
int main() {
  volatile char *p = (char *)malloc(4ULL << 30);
  for (size_t i = 0; i < (4ULL << 30); i += 4096) p[i] = 1;
}`;

/** Right programs that people write, and judges often get wrong; `verdict` absent: accepted. */
const programs: Odd[] = [
  {
    name: 'the input by its name, twice',
    language: 'python',
    source: "print(open('/dev/stdin').read() + open(0).read())",
    stdin: 'a',
    stdout: 'aa',
  },
  {
    name: 'the input and the output by their names',
    language: 'javascript',
    source: `const fs = require('fs');
fs.writeFileSync('/dev/stdout', fs.readFileSync('/dev/stdin', 'utf8') + 'b');
fs.appendFileSync('/dev/stdout', 'c');`,
    stdin: 'a',
    stdout: 'abc',
  },
  {
    name: 'the same from a module',
    language: 'javascript',
    source: `import { readFileSync, writeFileSync } from 'node:fs';
writeFileSync('/dev/stdout', readFileSync('/dev/stdin'));`,
    stdin: '知遇',
    stdout: '知遇',
  },
  { name: 'a thread with a large stack', language: 'python', source: deep, stdout: '50000' },
  { name: 'eight threads', language: 'cpp', source: threads, stdout: '8' },
  {
    name: 'an output of 10 MB that is expected',
    language: 'python',
    source: "print('x' * 10_000_000)",
    stdout: 'x'.repeat(10_000_000),
  },
  {
    name: 'an output of 10 MB that nobody expects',
    language: 'python',
    source: "print('x' * 10_000_000)",
    stdout: 'x',
    verdict: 'output',
  },
  { name: '4 GiB at once, used', language: 'cpp', source: allAtOnce, verdict: 'memory' },
  {
    name: 'more static memory than allowed',
    language: 'cpp',
    source: 'static volatile char a[200 << 20]; int main() { for (auto &c : a) c = 1; }',
    verdict: 'memory',
    limits: { memoryMb: 64 },
  },
  {
    name: 'a package that is no program',
    language: 'go',
    source: 'package shapes\nfunc Area() {}',
    verdict: 'compile',
  },
  {
    name: 'a class of a package',
    language: 'java',
    source: `package com.example . app;
public class Solution { public static void main(String[] a) { System.out.println("x"); } }`,
    stdout: 'x',
  },
  {
    name: 'helpers before the class that begins',
    language: 'java',
    source: `// class Main is not here
record Pair(char open, String close) { static char quote = '"'; }
class Work {
  static class Inner { static void main(int x) {} }
  static final public void main(String... a) { System.out.println("class Main {"); }
}`,
    stdout: 'class Main {',
  },
  {
    name: 'a public helper, and another class that begins',
    language: 'java',
    source: `public class Three { static int three() { return 3; } }
class App { public static void main(String[] a) { System.out.println(Three.three()); } }`,
    stdout: '3',
  },
];

describe('a program that is unusual', function () {
  this.timeout(60_000);
  const judge = new Judge(new Sandbox('bwrap'));
  after(() => {
    judge.onModuleDestroy();
  });

  for (const { name, language, source, limits, stdin, stdout, verdict = 'accepted' } of programs) {
    it(`${language}: ${name} (${verdict})`, async () => {
      const judged = await judge.judge({ language, source, limits, tests: [{ stdin, stdout }] });
      const { stderr } = judged.tests[0] ?? {};
      expect(judged.verdict, `${judged.compile ?? ''}${stderr ?? ''}`).to.equal(verdict);
    });
  }
});
