import type { ProgramLanguage } from '@zhiyu/contracts/judge';
import type { Sandbox } from '../sandbox/sandbox.js';
import { cpp } from './cpp.js';
import { go } from './go.js';
import { java } from './java.js';
import { javascript } from './javascript.js';
import { python } from './python.js';
import type { Toolchain } from './toolchain.js';

/** The five languages, for one sandbox. */
export function toolchainsFor(sandbox: Sandbox): Readonly<Record<ProgramLanguage, Toolchain>> {
  return { python, java, cpp, go, javascript: javascript(sandbox) };
}
