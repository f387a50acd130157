import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import {
  type Judgement,
  type ProgramLanguage,
  programLanguages,
  type Submission,
  submissionSchema,
} from '@zhiyu/contracts/judge';
import { Sandbox } from '../sandbox/sandbox.js';
import { BoxedJudge } from './boxed-judge.js';
import { ScriptJudge } from './script-judge.js';
import { toolchainsFor } from './toolchains.js';

/** As people write them. */
export const languageNames: Readonly<Record<ProgramLanguage, string>> = {
  python: 'Python',
  java: 'Java',
  cpp: 'C++',
  go: 'Go',
  javascript: 'JavaScript',
};

/** What this machine can judge, and by what. */
export interface JudgeAvailable {
  engine: Judgement['engine'];
  languages: ProgramLanguage[];
}

/**
 * Runs submitted programs on tests: in bubblewrap boxes, or where none can be made JavaScript alone,
 * inside the server by QuickJS. As many runs at once as there are cores, first come, first served, a test
 * at a time, so that a long submission does not keep the others out.
 */
@Injectable()
export class Judge implements OnModuleDestroy {
  private readonly toolchains;
  private readonly scripts = new ScriptJudge();
  private found: JudgeAvailable | undefined;

  constructor(private readonly sandbox: Sandbox) {
    this.toolchains = toolchainsFor(sandbox);
  }

  /** Asked of the machine once (some 20 ms), then remembered: a compiler installed later counts after a restart. */
  available(): JudgeAvailable {
    this.found ??= this.sandbox.works()
      ? {
          engine: 'bubblewrap',
          languages: programLanguages.filter((each) => this.toolchains[each].present()),
        }
      : { engine: 'quickjs', languages: ['javascript'] };
    return this.found;
  }

  /** The Debian packages that bring these languages. */
  packages(languages: readonly ProgramLanguage[]): string[] {
    return languages.map((language) => this.toolchains[language].debian);
  }

  /**
   * Compiles once, then runs every test, also after one that was not accepted.
   * @param given without limits 2 s and 256 MiB
   * @throws AppError engineMissing when the language cannot be run here; ZodError when it is no submission
   */
  async judge(given: Submission): Promise<Judgement> {
    const submission = submissionSchema.parse(given);
    const { engine, languages } = this.available();
    const { language, limits } = submission;
    if (!languages.includes(language)) {
      const needed =
        engine === 'quickjs' ? 'bubblewrap' : (this.packages([language])[0] ?? language);
      throw new AppError('engineMissing', { engine: `${languageNames[language]} (${needed})` });
    }
    const by =
      engine === 'quickjs' ? this.scripts : new BoxedJudge(this.sandbox, this.toolchains[language]);
    return { ...(await by.judge(submission)), limits, engine };
  }

  onModuleDestroy(): void {
    this.sandbox.close();
  }
}
