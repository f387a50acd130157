// Builds only what changed: the TypeScript projects by tsc -b, the screens by Taro.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailed, ROOT, runNode, runNpm } from './processes.mjs';
import { filesBelow, hashOf, removeStamp, stampIs, writeStamp } from './stamps.mjs';
import { step } from './step.mjs';

/** The projects that the server is made of, in the order of their references. */
export const SERVER_PROJECTS = ['contracts', 'config', 'migrations', 'bots', 'server'];

const ROOT_INPUTS = ['package-lock.json', 'tsconfig.base.json'];

const inputsOf = (project) => [
  `${project}/package.json`,
  `${project}/tsconfig.json`,
  ...filesBelow(`${project}/src`),
];

/** A compiler run by hand changes its own record: the stamp is then void. */
const recordsOf = (projects) => projects.map((project) => `${project}/tsconfig.tsbuildinfo`);

function forgetRecordWithoutOutput(project) {
  if (existsSync(join(ROOT, project, 'dist'))) return;
  rmSync(join(ROOT, project, 'tsconfig.tsbuildinfo'), { force: true });
}

/** A source that was deleted or renamed must not live on in dist. */
function removeOutputWithoutSource(project, folder = '') {
  const dist = join(ROOT, project, 'dist', folder);
  const source = join(ROOT, project, 'src', folder);
  if (!existsSync(dist)) return;
  for (const entry of readdirSync(dist, { withFileTypes: true })) {
    if (entry.isDirectory()) removeOutputWithoutSource(project, join(folder, entry.name));
    const stem = /^(.+?)(\.d\.ts|\.js)(\.map)?$/.exec(entry.name)?.[1];
    if (entry.isDirectory() || stem === undefined) continue;
    const lives = ['.ts', '.tsx', '.js'].some((end) => existsSync(join(source, stem + end)));
    if (!lives) rmSync(join(dist, entry.name));
  }
}

/**
 * Compiles TypeScript projects with everything they refer to.
 * @throws CommandFailed with the compiler's messages
 */
async function buildProjects(name, projects, stream) {
  const inputs = [...ROOT_INPUTS, ...projects.flatMap(inputsOf)];
  const stamp = `node_modules/.cache/zhiyu/${projects.at(-1)}.stamp`;
  const text = () => `${hashOf(inputs)} ${hashOf(recordsOf(projects))}`;
  const outputs = projects.every((project) => existsSync(join(ROOT, project, 'dist')));
  if (outputs && stampIs(stamp, text())) return;
  await step(
    name,
    async () => {
      removeStamp(stamp);
      projects.forEach(forgetRecordWithoutOutput);
      await runNode(['node_modules/typescript/lib/tsc.js', '-b', ...projects], { what: 'tsc -b' });
      projects.forEach((project) => removeOutputWithoutSource(project));
      writeStamp(stamp, text());
    },
    stream,
  );
}

/** Compiles what the screens take from the server. @throws CommandFailed */
export function buildContracts(stream) {
  return buildProjects('编译约定 compile the contracts', ['contracts'], stream);
}

/** Compiles the server. @throws CommandFailed */
export function buildServer(stream) {
  return buildProjects('编译服务端 compile the server', SERVER_PROJECTS, stream);
}

/** Compiles the server and the tests. @throws CommandFailed */
export function buildTests(stream) {
  return buildProjects('编译测试 compile server and tests', [...SERVER_PROJECTS, 'test'], stream);
}

/** Every built script must parse: Taro's minifier can break a bundle and still exit 0. */
export async function checkScriptsParse(folder) {
  const scripts = readdirSync(join(ROOT, folder), { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.js'));
  for (const path of scripts) {
    await runNode(['--check', join(folder, path)], { what: `node --check ${path}` });
  }
  return scripts.length;
}

/** What a build leaves behind when it went well, from the root. */
const entryOf = (target) => `miniapp/dist/${target}/${target === 'h5' ? 'index.html' : 'app.json'}`;

/**
 * Builds the mini-app for one target (h5, weapp, dd) into miniapp/dist/<target>.
 * @param nice see `spawnProgram`
 * @throws CommandFailed also when Taro exits 0 but left no app behind
 */
export async function buildMiniapp(target, nice = 0) {
  const from = Date.now();
  const entry = entryOf(target);
  const file = join(ROOT, entry);
  // Mini-programs are built for one server: here for the one that tests stand in for.
  const origin = target === 'h5' ? {} : { H5_ORIGIN: 'https://zhiyu.test' };
  const env = { ...process.env, NODE_ENV: 'production', ...origin };
  const what = `build:${target}`;
  const output = await runNpm(['run', '-s', what, '-w', 'miniapp'], { env, nice });
  if (!existsSync(file) || statSync(file).mtimeMs < from - 1000) {
    throw new CommandFailed(`${what}: ${entry} is not there`, 1, output);
  }
}

async function buildChanged(name, target, stream) {
  const inputs = [...ROOT_INPUTS, ...filesBelow('miniapp'), ...inputsOf('contracts')];
  const stamp = `node_modules/.cache/zhiyu/${target}.stamp`;
  const entry = entryOf(target);
  const text = () => `${hashOf(inputs)} ${hashOf([entry])}`;
  if (existsSync(join(ROOT, entry)) && stampIs(stamp, text())) return;
  await step(
    name,
    async () => {
      removeStamp(stamp);
      await buildMiniapp(target);
      writeStamp(stamp, text());
    },
    stream,
  );
}

/** Builds the browser app when its sources or contracts changed. @throws CommandFailed */
export function buildScreens(stream) {
  return buildChanged('构建界面 build the screens', 'h5', stream);
}

/** Builds the mini-programs of WeChat and DingTalk when their sources changed. @throws CommandFailed */
export async function buildMiniPrograms() {
  await buildChanged('构建小程序 build the mini-program', 'weapp');
  await buildChanged('构建钉钉小程序 build the mini-program of DingTalk', 'dd');
}
