// npm run shots: takes the pictures of docs/workspace. See steps/shots-command.mjs.
// Only this check stands here, because an older Node must be able to parse it.
import { nodeIsNewEnough } from './node-version.mjs';

if (nodeIsNewEnough()) import('./steps/shots-command.mjs');
else process.exitCode = 1;
