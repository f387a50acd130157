import { setTimeout as sleep } from 'node:timers/promises';
import { World } from '../emulators/wecom/world.js';
import type { BenchRun, DatabaseName, Product } from './bench-run.js';
import { Child } from './child.js';
import type { TimedAnswer } from './load.child.js';
import { dice, duplicateShare, perSecond, uniqueFault } from './press-plan.js';
import { figure, quantile, type Result } from './result.js';
import type { WeComCommands } from './wecom.child.js';
import { changeFault, plan, settingsOf } from './wecom-plan.js';

const wires = 64;
const settleMs = 300;
const warmUp = { presses: 600, perSecond: 100 };

/** Every delivery is answered with the presser's card as it is from now on. */
function counted(answers: TimedAnswer[]): number[] {
  const wrong = answers.find(({ status, body }) => status !== 200 || !body.includes('<Encrypt>'));
  if (wrong) {
    throw new Error(`a press was answered with ${wrong.status}: ${wrong.body}`);
  }
  return answers.map(({ ms }) => ms);
}

interface Of {
  database: DatabaseName;
  processes: number;
  below: number;
}

async function measure(
  run: BenchRun,
  of: Of & { world: World; weCom: Child<WeComCommands>; products: Product[] },
): Promise<Result> {
  const { world, database, processes, below, products } = of;
  const [first] = products;
  if (!first) {
    throw new Error('no server');
  }
  const seconds = run.pick(10, 3);
  const arriving = Math.round(perSecond * seconds * (1 - duplicateShare));
  const count = warmUp.presses + arriving;
  const { companyId, cards } = await first.child.ask('weComStand', { count });
  const random = dice(20_260_104);
  const base = { world, ports: products.map(({ port }) => port), random };
  const warm = plan(base, cards.slice(0, warmUp.presses), (n) => {
    return 1 + (n * 1000) / warmUp.perSecond;
  });
  counted(await run.load.ask('open', { requests: warm.requests, wires }));
  await sleep(settleMs);
  const steady = plan(base, cards.slice(warmUp.presses), () => 1 + random() * seconds * 1000);
  const ms = counted(await run.load.ask('open', { requests: steady.requests, wires }));
  const check = await first.child.ask('checkPresses', { companyId });
  const { changes } = await of.weCom.ask('seen');
  const otherCodes = [...warm.otherCodes, ...steady.otherCodes];
  const fault = uniqueFault(check, count) ?? changeFault(changes, otherCodes);
  if (fault !== null) {
    throw new Error(`effects are not unique: ${fault}`);
  }
  return figure({
    scenario: weComName(processes),
    database,
    measured: `p99 at ${perSecond}/s for ${seconds} s, 30 % redelivered`,
    unit: 'ms',
    ours: quantile(ms, 0.99),
    below,
    note: `${steady.requests.length} sealed callbacks after ${warm.requests.length} to warm up, median ${quantile(ms, 0.5).toFixed(1)} ms; ${count} cards, ${check.decisions} decisions, ${check.letters} letters, ${otherCodes.length} cards of the other one changed, each once`,
  });
}

export function weComName(processes: number): string {
  return `6 presses through WeCom${processes > 1 ? `, ${processes} processes` : ''}`;
}

/** Presses as WeCom brings them: encrypted, signed, some of them again; then the database is asked what came of them. */
export async function pressesThroughWeCom(run: BenchRun, of: Of): Promise<Result[]> {
  const world = new World();
  const weCom = Child.start<WeComCommands>('wecom.child.js');
  const base = `http://127.0.0.1:${await weCom.ask('start')}`;
  const place = { ...(await run.place(of.database)), env: settingsOf(world, base) };
  const products: Product[] = [];
  while (products.length < of.processes) {
    products.push(await run.product(place));
  }
  const result = await measure(run, { ...of, world, weCom, products });
  for (const product of products) {
    await run.stop(product);
  }
  await weCom.stop();
  return [result];
}
