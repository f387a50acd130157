import { createInterface } from 'node:readline/promises';
import { runCommandLine } from './cli/run.js';

/** Questions go to standard error, so that the result alone stands on standard output. */
async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  ask: process.stdin.isTTY ? ask : null,
});
