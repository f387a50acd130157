import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { BenchRun, type DatabaseName } from './bench-run.js';
import { endAll } from './child.js';
import { judged } from './judge-scenario.js';
import { manyInterviews } from './interviews-scenario.js';
import { manyApplications } from './many-scenario.js';
import { openedCold } from './page-scenario.js';
import { presses } from './presses-scenario.js';
import { reportsInTime } from './reports-scenario.js';
import { notMeasured, type Result } from './result.js';
import { roomOpens } from './room-scenario.js';
import { oneRow, plainRoute } from './routes-scenario.js';
import { slices } from './slices-scenario.js';
import { soundMeasured } from './sound-scenario.js';
import { tableOf } from './table.js';
import { pressesThroughWeCom, weComName } from './wecom-scenario.js';

const file = 'bench-results.json';

interface Scenario {
  name: string;
  database: DatabaseName;
  aim: string;
  measure: (run: BenchRun) => Promise<Result[]>;
}

const on = (database: DatabaseName, processes: number, below: number): Scenario => ({
  name: `3 presses, ${processes} process${processes > 1 ? 'es' : ''}`,
  database,
  aim: `< ${below} ms`,
  measure: (run) => presses(run, { database, processes, below }),
});

const throughWeCom = (database: DatabaseName, processes: number, below: number): Scenario => ({
  name: weComName(processes),
  database,
  aim: `< ${below} ms`,
  measure: (run) => pressesThroughWeCom(run, { database, processes, below }),
});

const both: DatabaseName[] = ['sqlite', 'mariadb'];

const scenarios: Scenario[] = [
  {
    name: '1 API without database',
    database: 'sqlite',
    aim: 'ratio ≥ 0.5',
    measure: plainRoute,
  },
  ...both.map((database) => ({
    name: '2 API with one row',
    database,
    aim: 'ratio ≥ 0.25',
    measure: (run: BenchRun) => oneRow(run, database),
  })),
  on('sqlite', 1, 50),
  on('sqlite', 2, 500),
  on('mariadb', 2, 50),
  { name: '4 slices of 125 kB', database: 'sqlite', aim: 'ratio ≥ 1', measure: slices },
  ...both.map((database) => ({
    name: '5 list and dashboard',
    database,
    aim: '< 20 ms',
    measure: (run: BenchRun) => manyApplications(run, database),
  })),
  throughWeCom('sqlite', 1, 50),
  throughWeCom('mariadb', 2, 50),
  {
    name: '7 judged programs',
    database: 'sqlite',
    aim: '≥ 8 /s',
    measure: judged,
  },
  { name: '8 interviews at once', database: 'sqlite', aim: '< 500 ms', measure: manyInterviews },
  {
    name: '9 report after the last words',
    database: 'sqlite',
    aim: '< 3000 ms',
    measure: reportsInTime,
  },
  { name: '10 list in Chromium', database: 'sqlite', aim: '< 1500 ms', measure: openedCold },
  { name: '11 sound of an answer', database: 'sqlite', aim: '< 0.03', measure: soundMeasured },
  { name: '12 review room in Chromium', database: 'sqlite', aim: '< 1000 ms', measure: roomOpens },
];

async function measureAll(run: BenchRun, only: string): Promise<Result[]> {
  const results: Result[] = [];
  for (const { name, database, aim, measure } of scenarios) {
    if (!`${name} ${database}`.includes(only)) {
      continue;
    }
    if (run.databases.includes(database)) {
      const from = Date.now();
      process.stdout.write(`  … ${name} · ${database}`);
      results.push(...(await measure(run)));
      process.stdout.write(` ${((Date.now() - from) / 1000).toFixed(1)} s\n`);
    } else {
      const why = 'mariadbd is not installed here (Debian: mariadb-server)';
      results.push(notMeasured({ scenario: name, database, measured: '', aim }, why));
    }
  }
  return results;
}

function machine() {
  const [cpu] = cpus();
  const version = process.version;
  return { cpu: cpu?.model ?? '', cores: cpus().length, node: version, load: loadavg()[0] ?? 0 };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      mariadb: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const { quick, only, mariadb = null, profile = null } = values;
  const startedAt = new Date().toISOString();
  const before = machine();
  const run = new BenchRun({ quick, mariadb, profile });
  const from = Date.now();
  try {
    const results = await measureAll(run, only);
    const seconds = Math.round((Date.now() - from) / 1000);
    writeFileSync(
      file,
      `${JSON.stringify({ startedAt, seconds, quick, machine: before, results }, null, 2)}\n`,
    );
    const missed = results.filter(({ met }) => met === false).length;
    process.stdout.write(
      [
        '',
        tableOf(results),
        '',
        `${before.cores} × ${before.cpu}, ${before.node}, load ${before.load.toFixed(1)} at the start, ${seconds} s${quick ? ', --quick' : ''}.`,
        'Ours and the peer took turns in one run: trust the ratios (median of the rounds, smallest–largest) more than the figures.',
        missed === 0
          ? 'Every aim that was measured is met.'
          : `${missed} aim${missed > 1 ? 's' : ''} missed.`,
        `All of it: ${file}`,
        '',
      ].join('\n'),
    );
  } finally {
    await run.close();
  }
}

process.on('exit', endAll);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => process.exit(1));
}
try {
  await main();
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
  process.exitCode = 1;
  endAll(); // the server of the failed scenario as well, which would keep this process waiting
}
