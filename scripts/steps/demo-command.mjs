// npm run demo:<chat>: an emulated chat and the product with the example company, joined by the chat's own protocol.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { buildScreens, buildTests } from './build.mjs';
import { CHATS, PEOPLE } from './demo-chats.mjs';
import { installPackages } from './install.mjs';
import {
  exitOf,
  explainFailure,
  isStopping,
  ROOT,
  runNode,
  serverEnvironment,
  spawnNode,
  stopOnSignals,
} from './processes.mjs';
import { step } from './step.mjs';

/** How long both may take to end after Ctrl-C, in milliseconds. */
const GRACE_MS = 10_000;
/** The last thing a server says when it has begun. */
const BEGUN = '停止 stop';
const FIRST_PORT = 3000;
/** Settings of the user's own installation: the demo writes to nobody outside, and its data are its own. */
const NOT_OURS =
  /^(DINGTALK|WECOM|FEISHU|SMTP|MAIL|SMS|SPEECH)_|^(DATABASE_URL|PUBLIC_URL|ROLE|DEMO_MESSAGES)$/;

const chatName = process.argv[2] ?? '';
const chat = CHATS[chatName];
const dataDir = join(ROOT, 'data', `demo-${chatName}`);
const mark = join(dataDir, 'demo.pid');

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** The process that runs this demo already; 0 when nobody does. */
function running() {
  const pid = existsSync(mark) ? Number(readFileSync(mark, 'utf8')) : 0;
  return pid > 0 && isAlive(pid) ? pid : 0;
}

/** The emulator forgets everything when it ends, so the product begins anew with it. */
function beginAnew() {
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(mark, String(process.pid));
}

function isFree(port) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)));
  });
}

/** The chat calls the product back by its address, so its port is known before it starts. */
async function freePort(from) {
  let port = from;
  while (!(await isFree(port))) port += 1;
  return port;
}

/** Resolves with what a child printed as soon as `isThere(text)`. @throws Error when it ends before */
function printed(child, isThere, onText = () => {}) {
  return new Promise((done, fail) => {
    let text = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (piece) => {
      text += piece;
      onText(piece);
      if (isThere(text)) done(text);
    });
    void exitOf(child).then((code) => fail(new Error(`it ended with ${code}\n${text}`)));
  });
}

/** @param name folder of the emulator. @returns its process and what it says of itself */
async function startEmulator(name) {
  const file = `test/dist/emulators/${name}/main.js`;
  const child = spawnNode([file, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const line = await printed(child, (text) => text.includes('\n'));
  return { child, facts: JSON.parse(line) };
}

function environment(facts, mail, port) {
  const users = Object.entries(serverEnvironment()).filter(([name]) => !NOT_OURS.test(name));
  return {
    ...Object.fromEntries(users),
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: dataDir,
    ...chat.settings(facts, mail),
  };
}

async function startProduct(env) {
  const args = ['--enable-source-maps', 'server/dist/main.js'];
  const child = spawnNode(args, { stdio: ['ignore', 'pipe', 'inherit'], env });
  await printed(
    child,
    (text) => text.includes(BEGUN),
    (piece) => process.stdout.write(piece),
  );
  return child;
}

/** The product learns who is who in the chat, and sends there what waits for them. */
function linkPeople(env) {
  const pairs = PEOPLE.map(({ code }) => `${code}@example.com=${code}`);
  const args = ['server/dist/cli.js', 'chat', 'link', chatName, ...pairs, '--cards'];
  return runNode(args, { what: 'zhiyu chat link', env });
}

function explain(base, url, mail) {
  const who = PEOPLE.map(({ name, title }) => `${name}（${title}）`).join('、');
  const post = mail ? [`  邮箱   ${mail.base}/   候选人的信`] : [];
  const lines = [
    `${chat.name}演示  ${mail ? '三' : '两'}个地址并排打开：`,
    '',
    `  聊天   ${base}/`,
    `  知遇   ${url}   登录链接在上面，也可以在登录页点“用${chat.name}登录”`,
    ...post,
    '',
    `  聊天里有：${who}。点谁的卡片，就是谁在点。`,
    '  等着他们决定的卡片已经发过去了。可以试：',
    ...chat.hints.map((hint, at) => `  ${at + 1}. ${hint}`),
    `  ${chat.hints.length + 1}. 用上面候选人的链接做完面试：评估报告好了，新卡片到何敬和许澜的聊天里`,
    '',
    `  这里的${chat.name}是照公开协议写的模拟器，不联网，不会发给任何真人。每次启动都从头开始。`,
    '  停止 stop: Ctrl-C',
    '',
    '',
  ];
  process.stdout.write(lines.join('\n'));
}

/** Ctrl-C ends both; when one ends by itself, the other goes as well. */
async function stayUntilTheEnd(children) {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    for (const child of children) child.kill('SIGTERM');
    setTimeout(() => children.forEach((child) => child.kill('SIGKILL')), GRACE_MS).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.removeAllListeners(signal);
    process.on(signal, end);
  }
  const exits = children.map(exitOf);
  await Promise.race(exits);
  const asked = ending;
  end();
  await Promise.all(exits);
  rmSync(mark, { force: true });
  if (!asked) console.error('知遇或模拟器自己停了。The product or the emulator ended by itself.');
  process.exit(asked ? 0 : 1);
}

async function run() {
  stopOnSignals();
  await installPackages();
  await buildTests();
  await buildScreens();
  beginAnew();
  const emulator = await startEmulator(chatName);
  const mail = chat.withMail ? await startEmulator('mail') : null;
  const base = chat.baseOf(emulator.facts);
  await chat.people(base);
  const port = await freePort(Number(process.env.PORT ?? FIRST_PORT));
  const env = environment(emulator.facts, mail?.facts, port);
  const product = await startProduct(env);
  await step(`接上${chat.name} join the chat`, async () => {
    await chat.introduce(base, env.PUBLIC_URL);
    await linkPeople(env);
  });
  explain(base, env.PUBLIC_URL, mail?.facts);
  await stayUntilTheEnd([product, emulator.child, ...(mail ? [mail.child] : [])]);
}

if (!chat) {
  console.error(`npm run demo:${Object.keys(CHATS).join(' | npm run demo:')}`);
  process.exitCode = 2;
} else if (running() > 0) {
  console.error(
    `这个演示已经开着，进程 ${running()}；不是的话，删掉 ${mark}。It is running already.`,
  );
  process.exitCode = 1;
} else {
  run().catch((error) => {
    if (isStopping()) return;
    explainFailure(error);
    process.kill(process.pid, 'SIGTERM');
  });
}
