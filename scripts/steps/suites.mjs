// Which test files make a suite, and how a suite runs: mocha on the compiled files, one process each.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { startMariadb } from './mariadb.mjs';
import { exitOf, isStopping, ROOT, spawnNode, whenStopped } from './processes.mjs';
import { secondsSince } from './step.mjs';
import { makeTestFolder } from './test-folder.mjs';
import { inWords, NOTHING, ONE_FAILED, sum } from './totals.mjs';

/** Every test file is in exactly one suite: those in e2e/, mini/ and faults/, and the rest. */
export const SUITES = ['unit', 'e2e', 'mini', 'faults'];

const suiteOf = (path) =>
  SUITES.find((suite) => suite !== 'unit' && path.startsWith(`${suite}/`)) ?? 'unit';

const IMPORTED = /(?:from|import)\s+'(\.[^']+)\.js'/g;

/** Whether a test source asks which database the run is on, itself or through others of test/src. */
function asksForDatabase(path, seen = new Set()) {
  const file = join(ROOT, 'test/src', path);
  if (seen.has(path) || !existsSync(file)) return false;
  seen.add(path);
  const source = readFileSync(file, 'utf8');
  if (source.includes('process.env.DATABASE_URL')) return true;
  const imports = [...source.matchAll(IMPORTED)];
  return imports.some(([, to]) => asksForDatabase(`${posix.join(dirname(path), to)}.ts`, seen));
}

/**
 * Test sources of a suite whose path contains `only`, as paths below test/src; for MariaDB those that can end
 * differently there: the rest never open the run's database.
 */
export function specsOf(suite, only = '', db = 'sqlite') {
  return readdirSync(join(ROOT, 'test/src'), { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.spec.ts') && suiteOf(path) === suite)
    .filter((path) => `test/src/${path}`.includes(only))
    .filter((path) => db === 'sqlite' || asksForDatabase(path))
    .sort();
}

/** Specs in pieces of so many files, for lanes that share a suite. */
export function piecesOf(specs, size) {
  const starts = Array.from({ length: Math.ceil(specs.length / size) }, (_, n) => n * size);
  return starts.map((from) => specs.slice(from, from + size));
}

function readTotals(file) {
  if (!existsSync(file)) return null;
  const { files } = JSON.parse(readFileSync(file, 'utf8'));
  return { ...sum(Object.values(files)), files };
}

/** Keeps what a child prints until it has ended: two suites at once would print into each other. */
function printAtTheEnd(child) {
  const kept = [];
  child.stdout.on('data', (piece) => kept.push(piece));
  child.stderr.on('data', (piece) => kept.push(piece));
  return () => process.stdout.write(Buffer.concat(kept));
}

async function runMocha(specs, { folder, environment, beside }) {
  const file = join(folder, 'totals.json');
  const compiled = specs.map((path) => join('test/dist', path.replace(/\.ts$/, '.js')));
  const child = spawnNode(
    [
      'node_modules/mocha/bin/mocha.js',
      '--forbid-only',
      '--reporter',
      'scripts/steps/mocha-reporter.cjs',
      ...compiled,
    ],
    {
      stdio: beside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: {
        ...{ ZHIYU_TEST_SHARED: folder, ...process.env, ...environment },
        ...{ TMPDIR: folder, ZHIYU_TEST_TOTALS: file },
      },
    },
  );
  const print = beside ? printAtTheEnd(child) : () => undefined;
  const code = await exitOf(child);
  print();
  const totals = readTotals(file);
  if (totals === null || (code !== 0 && totals.failed === 0)) {
    if (!isStopping()) console.error(`mocha ended with ${code} before it could count`);
    return { ...(totals ?? NOTHING), failed: ONE_FAILED.failed };
  }
  return totals;
}

/** Settings of the user's that must not reach a test. */
const WITHOUT = { DATABASE_URL: undefined, DATA_DIR: undefined, PORT: undefined };

const onSqlite = (specs, given) => runMocha(specs, { ...given, environment: WITHOUT });

async function onMariadb(specs, given) {
  const database = await startMariadb({ within: given.folder });
  try {
    const environment = { ...WITHOUT, DATABASE_URL: database.url };
    return await runMocha(specs, { ...given, environment });
  } finally {
    await database.stop();
  }
}

/**
 * Runs files of one suite on one database.
 * @param suite its name
 * @param specs paths below test/src
 * @param db 'sqlite' or 'mariadb'
 * @param how `beside`: another suite runs at the same time, and the output comes whole, at the end; `part`: which piece
 *   of the suite this is, in words
 * @returns the counts, also by file; nothing run counts as one failure
 */
export async function runSuite(suite, specs, db, { beside = false, part = '' } = {}) {
  const from = Date.now();
  const title = `${suite} · ${db}${part}`;
  console.log(`\n— ${title}: ${specs.length} files`);
  const folder = makeTestFolder(suite === 'faults');
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const forget = whenStopped(remove);
  try {
    const totals = await (db === 'mariadb' ? onMariadb : onSqlite)(specs, { folder, beside });
    console.log(`— ${title}: ${inWords(totals)}, ${secondsSince(from)} s`);
    return totals;
  } finally {
    forget();
    remove();
  }
}
