// npm run demo:dingtalk, npm run demo:wecom: the product beside an emulated chat. See steps/demo-command.mjs.
// Only this check stands here, because an older Node must be able to parse it.
import { nodeIsNewEnough } from './node-version.mjs';

if (nodeIsNewEnough()) import('./steps/demo-command.mjs');
else process.exitCode = 1;
