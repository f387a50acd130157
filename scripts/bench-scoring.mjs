// npm run bench:scoring: measures the text scorer. See steps/bench-scoring-command.mjs.
// Only this check stands here, because an older Node must be able to parse it.
import { nodeIsNewEnough } from './node-version.mjs';

if (nodeIsNewEnough()) import('./steps/bench-scoring-command.mjs');
else process.exitCode = 1;
