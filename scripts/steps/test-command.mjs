// npm test: the tests on SQLite with one browser run; `--db mariadb`: the files that open a database, on MariaDB.
// `--suite unit|e2e|mini|faults|all` chooses the suite, `--only <part of a path>` the files.
import { parseArgs } from 'node:util';
import { buildMiniPrograms, buildScreens, buildTests } from './build.mjs';
import { installTools, ToolsMissing } from './debian.mjs';
import { installPackages } from './install.mjs';
import { explainFailure, isStopping, stopOnSignals } from './processes.mjs';
import { runSuite, specsOf, SUITES } from './suites.mjs';
import { close, ONE_FAILED, sum } from './totals.mjs';

const OPTIONS = {
  db: { type: 'string', default: 'sqlite' },
  only: { type: 'string', default: '' },
  suite: { type: 'string' },
};

function chosenSuites({ suite, only, db }) {
  if (suite === 'all' || (suite === undefined && only !== '')) return SUITES;
  if (suite !== undefined) return [suite];
  return db === 'mariadb' ? ['unit'] : ['unit', 'e2e', 'mini'];
}

function readOptions() {
  const { values } = parseArgs({ options: OPTIONS });
  if (!['sqlite', 'mariadb'].includes(values.db)) throw new Error('--db sqlite | mariadb');
  if (values.suite !== undefined && ![...SUITES, 'all'].includes(values.suite)) {
    throw new Error(`--suite ${SUITES.join(' | ')} | all`);
  }
  return values;
}

async function run() {
  const options = readOptions();
  const jobs = chosenSuites(options)
    .map((suite) => ({ suite, specs: specsOf(suite, options.only, options.db) }))
    .filter(({ specs }) => specs.length > 0);
  if (jobs.length === 0) throw new Error('没有选中任何测试 no test file matches');
  const suites = jobs.map(({ suite }) => suite);
  await installPackages();
  await installTools([...suites, ...(options.db === 'mariadb' ? ['mariadb'] : [])]);
  await buildTests();
  if (suites.includes('e2e')) await buildScreens();
  if (suites.includes('mini')) await buildMiniPrograms();
  const counts = [];
  for (const { suite, specs } of jobs) counts.push(await runSuite(suite, specs, options.db));
  return sum(counts);
}

function failedBeforehand(error) {
  if (error instanceof ToolsMissing) console.error(error.message);
  else if (!isStopping()) explainFailure(error);
  return ONE_FAILED;
}

stopOnSignals();
close(await run().catch(failedBeforehand));
