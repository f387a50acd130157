// Which test files make a suite, and how a suite runs: mocha on the compiled files, one process each.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMariadb } from './mariadb.mjs';
import { exitOf, isStopping, ROOT, spawnNode } from './processes.mjs';
import { secondsSince } from './step.mjs';
import { inWords, NOTHING, ONE_FAILED } from './totals.mjs';

/** Every test file is in exactly one suite: those in e2e/, mini/ and faults/, and the rest. */
export const SUITES = ['unit', 'e2e', 'mini', 'faults'];

const suiteOf = (path) =>
  SUITES.find((suite) => suite !== 'unit' && path.startsWith(`${suite}/`)) ?? 'unit';

/** Test sources of a suite whose path contains `only`, as paths below test/src. */
export function specsOf(suite, only = '') {
  return readdirSync(join(ROOT, 'test/src'), { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.spec.ts') && suiteOf(path) === suite)
    .filter((path) => `test/src/${path}`.includes(only))
    .sort();
}

function readTotals(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

async function runMocha(specs, environment) {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyu-tests-'));
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
    { stdio: 'inherit', env: { ...process.env, ...environment, ZHIYU_TEST_TOTALS: file } },
  );
  const code = await exitOf(child);
  const totals = readTotals(file);
  rmSync(folder, { recursive: true, force: true });
  if (totals === null || (code !== 0 && totals.failed === 0)) {
    if (!isStopping()) console.error(`mocha ended with ${code} before it could count`);
    return { ...(totals ?? NOTHING), failed: ONE_FAILED.failed };
  }
  return totals;
}

/** Settings of the user's that must not reach a test. */
const WITHOUT = { DATABASE_URL: undefined, DATA_DIR: undefined, PORT: undefined };

const onSqlite = (specs) => runMocha(specs, WITHOUT);

async function onMariadb(specs) {
  const database = await startMariadb();
  try {
    return await runMocha(specs, { ...WITHOUT, DATABASE_URL: database.url });
  } finally {
    await database.stop();
  }
}

/**
 * Runs the files of one suite on one database.
 * @param specs paths below test/src
 * @param db 'sqlite' or 'mariadb'
 * @returns the counts; nothing run counts as one failure
 */
export async function runSuite(suite, specs, db) {
  const from = Date.now();
  const title = `${suite} · ${db}`;
  console.log(`\n— ${title}: ${specs.length} files`);
  const totals = await (db === 'mariadb' ? onMariadb(specs) : onSqlite(specs));
  console.log(`— ${title}: ${inWords(totals)}, ${secondsSince(from)} s`);
  return totals;
}
