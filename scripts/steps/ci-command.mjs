// .ci/run: every check of the project. A checker that fails does not stop the others; each checker
// and each build counts as one, and the tests count one by one.
import { rmSync } from 'node:fs';
import { buildContracts, buildMiniapp, buildTests, checkScriptsParse } from './build.mjs';
import { installTools } from './debian.mjs';
import { installPackages } from './install.mjs';
import { inLanes } from './lanes.mjs';
import { explainFailure, isStopping, runNpm, stopOnSignals, whenStopped } from './processes.mjs';
import { sizeOf } from './sizes.mjs';
import { secondsSoFar, step } from './step.mjs';
import { failuresOf, runAgain } from './second-run.mjs';
import { piecesOf, runSuite, specsOf } from './suites.mjs';
import { makeTestFolder } from './test-folder.mjs';
import { close, inWords, ONE_FAILED, ONE_PASSED, sum, whole } from './totals.mjs';

/** How far checkers stand back behind tests, see `spawnProgram`: they have no clock, and nobody waits for a page. */
const NICE = 15;
/** Files of a suite that one process runs: small enough for two lanes to end together. */
const PIECE = { unit: 45, e2e: 5, mini: 50, faults: 50 };

/** What was checked: a checker, a build, or a suite (with `run`) on a database. */
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

const checker = (name, after, work) => ({ name, after, work: () => check(name, work) });

const script = (name, after, title, ...more) =>
  checker(title, after, () =>
    runNpm(['run', '-s', name, ...more], { nice: NICE }).then(() => undefined),
  );

const build = (target, after, nice) =>
  checker(`build ${target}`, after, async () => {
    await buildMiniapp(target, nice);
    const scripts = await checkScriptsParse(`miniapp/dist/${target}`);
    return `${scripts} scripts parse, ${sizeOf(target)}`;
  });

/** Runs a piece of a suite beside others; one that cannot even begin counts as one failure. */
async function runPiece({ suite, db }, specs, part) {
  try {
    return await runSuite(suite, specs, db, { beside: true, part });
  } catch (error) {
    if (isStopping()) throw error;
    explainFailure(error);
    return ONE_FAILED;
  }
}

/** A suite in pieces; what they counted is recorded as one when the last of them has ended. */
function tests(suite, db, after) {
  const pieces = piecesOf(specsOf(suite, '', db), PIECE[suite]);
  const counted = [];
  return pieces.map((specs, at) => ({
    name: `${suite} ${db} ${at + 1}`,
    after,
    work: async () => {
      const part = pieces.length > 1 ? `, ${at + 1} of ${pieces.length}` : '';
      counted.push(await runPiece({ suite, db }, specs, part));
      if (counted.length === pieces.length) {
        record(`${suite} on ${db}`, whole(counted), { suite, db });
      }
    },
  }));
}

/**
 * Three lanes for two processors: browser tests wait for pages and clocks, which leaves room for the other tests, and
 * the checkers take what both leave.
 */
function lanes() {
  const built = ['types', 'build h5'];
  const checkers = {
    tasks: [
      script('format:check', [], 'format'),
      script('typecheck', ['contracts'], 'types of the mini-app', '-w', 'miniapp'),
      build('weapp', ['build h5'], NICE),
      build('dd', ['build h5'], NICE),
      // They read what other workspaces export from their dist.
      script('lint', ['types'], 'lint'),
      script('boundaries', ['types'], 'import boundaries'),
      script('unused', ['types'], 'unused code'),
    ],
  };
  const browser = {
    tasks: [build('h5', ['contracts'], 0), ...tests('e2e', 'sqlite', built)],
  };
  const others = {
    tasks: [
      checker('contracts', [], () => buildContracts()),
      checker('types', ['contracts'], () => buildTests()),
      ...tests('unit', 'mariadb', built),
      ...tests('faults', 'sqlite', built),
      ...tests('mini', 'sqlite', ['types', 'build weapp', 'build dd']),
      ...tests('unit', 'sqlite', built),
    ],
    helps: browser,
  };
  browser.helps = others;
  return [browser, others, checkers];
}

async function everything() {
  // Without packages every other step would only repeat that there are none.
  if (!(await check('install', () => installPackages()))) return;
  await check('tools', () => installTools(['unit', 'e2e', 'mini', 'faults', 'mariadb']));
  await inLanes(lanes());
}

/** What test processes make once for all of them, see test/src/e2e/example-data.ts. */
async function withSharedFolder(work) {
  const folder = makeTestFolder(false);
  process.env.ZHIYU_TEST_SHARED = folder;
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const forget = whenStopped(remove);
  try {
    await work();
  } finally {
    forget();
    remove();
  }
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
  await withSharedFolder(async () => {
    await everything();
    unsteady.push(...(await runAgain(results)));
  });
} catch (error) {
  explainFailure(error);
  record('run', ONE_FAILED);
}
printSummary(unsteady);
close(sum(results.map(({ totals }) => totals)));
