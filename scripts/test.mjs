// npm test: builds and runs the tests. See steps/test-command.mjs.
// Only this check stands here, because an older Node must be able to parse it.
import { nodeIsNewEnough } from './node-version.mjs';

if (nodeIsNewEnough()) import('./steps/test-command.mjs');
else process.exitCode = 1;
