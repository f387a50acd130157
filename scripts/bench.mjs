// npm run bench: builds and runs the measurements. See steps/bench-command.mjs.
// Only this check stands here, because an older Node must be able to parse it.
import { nodeIsNewEnough } from './node-version.mjs';

if (nodeIsNewEnough()) import('./steps/bench-command.mjs');
else process.exitCode = 1;
