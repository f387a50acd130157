// npm run dev: compilers and server in watch mode. See steps/watch.mjs.
// Only this check stands here, because an older Node must be able to parse it.
import { nodeIsNewEnough } from './node-version.mjs';

if (nodeIsNewEnough()) import('./steps/watch.mjs');
else process.exitCode = 1;
