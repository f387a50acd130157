// npm start: installs, builds what changed, and runs the server. See steps/serve.mjs.
// Only this check stands here, because an older Node must be able to parse it.
import { nodeIsNewEnough } from './node-version.mjs';

if (nodeIsNewEnough()) import('./steps/serve.mjs');
else process.exitCode = 1;
