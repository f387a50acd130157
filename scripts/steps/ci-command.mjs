// .ci/run: every check of the project. A checker that fails does not stop the others; each checker
// and each build counts as one, and the tests count one by one.
import { buildMiniapp, buildTests, checkScriptsParse } from './build.mjs';
import { installTools } from './debian.mjs';
import { installPackages } from './install.mjs';
import { explainFailure, isStopping, runNpm, stopOnSignals } from './processes.mjs';
import { sizeOf } from './sizes.mjs';
import { secondsSoFar, step } from './step.mjs';
import { failuresOf, runAgain } from './second-run.mjs';
import { runSuite, specsOf } from './suites.mjs';
import { close, inWords, ONE_FAILED, ONE_PASSED, sum } from './totals.mjs';

/** What was checked, in order: a checker, a build, or a suite (with `run`) on a database. */
const results = [];

function record(name, totals, run) {
  results.push({ name, totals, run });
}

/** One checker: passed when `work` does not throw. @returns whether it passed */
async function check(name, work) {
  try {
    await step(name, work);
    record(name, ONE_PASSED);
    return true;
  } catch (error) {
    if (isStopping()) throw error;
    explainFailure(error);
    record(name, ONE_FAILED);
    return false;
  }
}

const script = (name, ...more) => runNpm(['run', '-s', name, ...more]).then(() => undefined);

async function checkers() {
  await check('lint', () => script('lint'));
  await check('format', () => script('format:check'));
  await check('types of the mini-app', () => script('typecheck', '-w', 'miniapp'));
  await check('import boundaries', () => script('boundaries'));
  await check('unused code', () => script('unused'));
}

async function builds() {
  for (const target of ['h5', 'weapp', 'dd']) {
    await check(`build ${target}`, async () => {
      await buildMiniapp(target);
      const scripts = await checkScriptsParse(`miniapp/dist/${target}`);
      return `${scripts} scripts parse, ${sizeOf(target)}`;
    });
  }
}

/** Runs a suite beside another; one that cannot even begin counts as one failure. */
async function tests(suite, db) {
  try {
    const totals = await runSuite(suite, specsOf(suite, '', db), db, true);
    record(`${suite} on ${db}`, totals, { suite, db });
  } catch (error) {
    if (isStopping()) throw error;
    explainFailure(error);
    record(`${suite} on ${db}`, ONE_FAILED);
  }
}

async function everything() {
  // Without packages every other step would only repeat that there are none.
  if (!(await check('install', () => installPackages()))) return;
  await check('tools', () => installTools(['unit', 'e2e', 'mini', 'faults', 'mariadb']));
  // First, because lint and boundaries read what other workspaces export from their dist.
  await check('types', () => buildTests());
  // Two lanes, because there are two processors: what waits for a process or the disk in one leaves room.
  await Promise.all([
    checkers().then(() => tests('unit', 'sqlite')),
    builds().then(() => tests('unit', 'mariadb')),
  ]);
  await Promise.all([
    tests('e2e', 'sqlite'),
    tests('mini', 'sqlite').then(() => tests('faults', 'sqlite')),
  ]);
}

function printSummary(unsteady) {
  console.log(`\nAll steps, ${secondsSoFar()} s, Node ${process.versions.node}`);
  for (const { name, totals } of results) {
    console.log(`  ${totals.failed > 0 ? '✗' : '✓'} ${name}: ${inWords(totals)}`);
    failuresOf(totals).forEach((failure) => console.log(`      ${failure}`));
  }
  if (unsteady.length > 0) console.log('\nFailed at first, passed when run again alone:');
  unsteady.forEach((failure) => console.log(`  ${failure}`));
}

process.env.CI ??= 'true';
stopOnSignals();
const unsteady = [];
try {
  await everything();
  unsteady.push(...(await runAgain(results)));
} catch (error) {
  explainFailure(error);
  record('run', ONE_FAILED);
}
printSummary(unsteady);
close(sum(results.map(({ totals }) => totals)));
