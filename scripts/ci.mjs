// .ci/run: every check of the project. See steps/ci-command.mjs.
// Only this check stands here, because an older Node must be able to parse it.
import { nodeIsNewEnough } from './node-version.mjs';

if (nodeIsNewEnough()) import('./steps/ci-command.mjs');
else process.exitCode = 1;
