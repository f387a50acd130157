import { type ReadSubmission, submissionSchema } from '@zhiyu/contracts/judge';
import { Sandbox } from '../sandbox/sandbox.js';
import { Judge } from './judge.js';

interface CommandIo {
  out: (text: string) => void;
  err: (text: string) => void;
  /** All of standard input. */
  input: () => Promise<string>;
  /** Where bubblewrap is. */
  bubblewrap: string;
}

const usage = `用法 Usage: zhiyu judge < submission.json
{"language": "python"|"java"|"cpp"|"go"|"javascript", "source": "…", "tests": [{"stdin": "…", "stdout": "…"}], "limits": {"timeMs": 2000, "memoryMb": 256}}
`;

/** @returns the submission, or what is wrong with the text, one fault a line */
function read(text: string): { submission: ReadSubmission } | { faults: string } {
  let json: unknown;
  try {
    // Some editors begin a file with a byte order mark.
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { faults: `不是 JSON。Not JSON: ${reason}` };
  }
  const result = submissionSchema.safeParse(json);
  return result.success
    ? { submission: result.data }
    : {
        faults: result.error.issues
          .map((issue) => `${issue.path.join('.') || 'submission'}: ${issue.message}`)
          .join('\n'),
      };
}

/**
 * `zhiyu judge < submission.json`: prints the judgement as JSON, and nothing else, on `out`. Exit code
 * 0 whenever it was judged, whatever the verdict; 1 = the language is not available; 2 = wrong input.
 * Needs no database and no data folder.
 */
export async function judgeCommand(args: string[], io: CommandIo): Promise<number> {
  if (args.length > 0) {
    io.err(usage);
    return 2;
  }
  const reading = read(await io.input());
  if ('faults' in reading) {
    io.err(`${reading.faults}\n${usage}`);
    return 2;
  }
  const judge = new Judge(new Sandbox(io.bubblewrap));
  try {
    io.out(`${JSON.stringify(await judge.judge(reading.submission))}\n`);
    return 0;
  } finally {
    judge.onModuleDestroy();
  }
}
