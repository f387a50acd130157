import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A font with Chinese characters that a PDF can embed. */
export const cjkFont = '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc';

const runs = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;

/** What tests use of the machine beside Node: how to see that it works, and Debian's package with it. */
const tools = {
  strace: { works: () => runs('strace', '-o', '/dev/null', 'true'), package: 'strace' },
  ffmpeg: { works: () => runs('ffmpeg', '-version'), package: 'ffmpeg' },
  cjkFont: { works: () => existsSync(cjkFont), package: 'fonts-wqy-microhei' },
};

/**
 * For `before`: a test that cannot run here fails and says what to install; skipped, it would look like one that holds.
 * @throws Error with that sentence
 */
export function needs(tool: keyof typeof tools): void {
  const { works, package: name } = tools[tool];
  if (!works()) {
    throw new Error(
      `这个测试需要 ${name} This test needs ${name}: sudo apt-get install --no-install-recommends ${name}`,
    );
  }
}
