import type { ProgramLanguage } from '@zhiyu/contracts/judge';
import type { Problem } from '@zhiyu/contracts/problem';

const starters: Record<ProgramLanguage, string> = {
  python: `import sys


def main():
    data = sys.stdin.read().split()
    print(len(data))


main()
`,
  java: `import java.util.Scanner;

public class Main {
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        int count = 0;
        while (in.hasNext()) {
            in.next();
            count++;
        }
        System.out.println(count);
    }
}
`,
  cpp: `#include <iostream>
#include <string>

int main() {
    std::string word;
    int count = 0;
    while (std::cin >> word) {
        count++;
    }
    std::cout << count << std::endl;
    return 0;
}
`,
  go: `package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Split(bufio.ScanWords)
	count := 0
	for in.Scan() {
		count++
	}
	fmt.Println(count)
}
`,
  javascript: `const words = require('fs').readFileSync(0, 'utf8').split(/\\s+/).filter(Boolean);

function main() {
  console.log(words.length);
}

main();
`,
};

/** What the editor begins with: the problem's own, else a program that reads all words and says how many they are. */
export function starterOf(problem: Problem | undefined, language: ProgramLanguage): string {
  return problem?.starters?.[language] ?? starters[language];
}
