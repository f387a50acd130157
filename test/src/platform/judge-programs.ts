import type { ProgramLanguage } from '@zhiyu/contracts/judge';

/**
 * One program a language that does what its input says: `add 2 3`, `loop`, `memory`, `output`, `fail`,
 * `sleep`. One compilation thus shows every verdict.
 */
export const obedient: Readonly<Record<ProgramLanguage, string>> = {
  python: `
import sys, time
words = sys.stdin.read().split()
order = words[0]
if order == 'add':
    print(int(words[1]) + int(words[2]))
elif order == 'loop':
    while True:
        pass
elif order == 'memory':
    kept = []
    while True:
        kept.append(b'x' * 4_000_000)
elif order == 'output':
    while True:
        print('x' * 1000)
elif order == 'sleep':
    time.sleep(60)
else:
    raise ValueError(order)
`,
  java: `
import java.util.*;
public class Adder {
  static long spin = 0;
  public static void main(String[] args) throws Exception {
    Scanner in = new Scanner(System.in);
    String order = in.next();
    List<long[]> kept = new ArrayList<>();
    switch (order) {
      case "add": System.out.println(in.nextInt() + in.nextInt()); break;
      case "loop": while (true) spin++;
      case "memory": while (true) kept.add(new long[500_000]);
      case "output": while (true) System.out.println("x".repeat(1000));
      case "sleep": Thread.sleep(60_000); break;
      default: throw new IllegalArgumentException(order);
    }
  }
}
`,
  cpp: `
#include <chrono>
#include <iostream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>
int main() {
  std::string order;
  std::cin >> order;
  std::vector<std::string> kept;
  volatile long spin = 0;
  if (order == "add") { int a, b; std::cin >> a >> b; std::cout << a + b << "\\n"; }
  else if (order == "loop") for (;;) spin = spin + 1;
  else if (order == "memory") for (;;) kept.emplace_back(4000000, 'x');
  else if (order == "output") for (;;) std::cout << std::string(1000, 'x') << "\\n";
  else if (order == "sleep") std::this_thread::sleep_for(std::chrono::seconds(60));
  else throw std::invalid_argument(order);
}
`,
  go: `
package main
import ("fmt"; "strings"; "time")
func main() {
  var order string
  fmt.Scan(&order)
  spin := 0
  kept := [][]byte{}
  switch order {
  case "add": var a, b int; fmt.Scan(&a, &b); fmt.Println(a + b)
  case "loop": for { spin++ }
  case "memory": for { part := make([]byte, 4000000); for i := range part { part[i] = 1 }; kept = append(kept, part) }
  case "output": for { fmt.Println(strings.Repeat("x", 1000)) }
  case "sleep": time.Sleep(time.Minute)
  default: panic(order)
  }
}
`,
  javascript: `
const [order, a, b] = require('fs').readFileSync(0, 'utf8').trim().split(' ');
const kept = [];
if (order === 'add') console.log(Number(a) + Number(b));
else if (order === 'loop') for (;;);
else if (order === 'memory') for (;;) kept.push(new Uint8Array(4000000).fill(1));
else if (order === 'output') for (;;) console.log('x'.repeat(100000));
else if (order === 'sleep') setTimeout(() => {}, 60000);
else throw new Error(order);
`,
};

/** Sources that are no program. */
export const unreadable: Readonly<Record<ProgramLanguage, string>> = {
  python: 'print("before")\nif True print(1)\n',
  java: 'class Main { void broken( }',
  cpp: 'int main() { return missing; }',
  go: 'package main\nfunc main() { undefined() }',
  javascript: 'console.log("before"); if (',
};
