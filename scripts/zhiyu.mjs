// npm run -s zhiyu -- <command>: the product's command line. See steps/command-line.mjs.
// Only this check stands here, because an older Node must be able to parse it.
import { nodeIsNewEnough } from './node-version.mjs';

if (nodeIsNewEnough()) import('./steps/command-line.mjs');
else process.exitCode = 1;
