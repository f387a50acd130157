import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { routes } from '@zhiyu/contracts/routes';
import type { BenchRun, DatabaseName, Product } from './bench-run.js';
import type { Timed, TimedAnswer } from './load.child.js';
import { decisionBy, dice, duplicateShare, perSecond, uniqueFault } from './press-plan.js';
import type { PressStand } from './press-stand.js';
import { figure, quantile, type Result } from './result.js';

const atOnce = 300;
const wires = 64;
/** A redelivery comes this long after the press at most. */
const redeliveryMs = 500;
const settleMs = 300;
/** Presses before the measured ones, this many a second: compilers need them, as a server that has run a while has had. */
const warmUp = { presses: 600, perSecond: 100 };

interface Plan {
  stand: PressStand;
  cards: PressStand['cards'];
  ports: number[];
  random: () => number;
}

function pressOf(plan: Plan, card: PressStand['cards'][0], by: { cookie: string; key: string }) {
  const decision = decisionBy(plan.random);
  const input = { cardId: card.id, ...decision, text: null, seenVersion: card.version };
  const port = plan.ports[Math.floor(plan.random() * plan.ports.length)] ?? 0;
  const headers = {
    Cookie: by.cookie,
    'Content-Type': 'application/json',
    'Idempotency-Key': by.key,
  };
  const path = routes.press.path.replace(':cardId', card.id);
  return { port, method: 'POST', path, headers, body: JSON.stringify(input) };
}

/**
 * A press for every card at the moments given; `duplicateShare` of all presses are said again: half of those as
 * the same event by another way (the same key), half by the other person who has the card.
 */
function plan(of: Plan, momentOf: (n: number) => number): Timed[] {
  const [hr, head] = of.stand.cookies;
  const again = duplicateShare / (1 - duplicateShare);
  return of.cards.flatMap((card, n): Timed[] => {
    const at = momentOf(n);
    const press = pressOf(of, card, { cookie: hr, key: randomUUID() });
    if (of.random() >= again) {
      return [{ ...press, at }];
    }
    const later = at + (at === 0 ? 0 : of.random() * redeliveryMs);
    const port = of.ports[Math.floor(of.random() * of.ports.length)] ?? press.port;
    const second =
      of.random() < 0.5
        ? { ...press, port }
        : pressOf(of, card, { cookie: head, key: randomUUID() });
    return [
      { ...press, at },
      { ...second, at: later },
    ];
  });
}

/** 200: answered, durably; 409: the same event is being worked on at this moment, which is an answer as well. */
function counted(answers: TimedAnswer[]): { ms: number[]; busy: number } {
  const wrong = answers.find(({ status }) => status !== 200 && status !== 409);
  if (wrong) {
    throw new Error(`a press was answered with ${wrong.status}: ${wrong.body}`);
  }
  const durable = answers.filter(({ status }) => status === 200);
  return { ms: durable.map(({ ms }) => ms), busy: answers.length - durable.length };
}

async function servers(run: BenchRun, database: DatabaseName, count: number): Promise<Product[]> {
  const place = await run.place(database);
  const products: Product[] = [];
  for (let i = 0; i < count; i++) {
    products.push(await run.product(place));
  }
  return products;
}

/** Presses as they come in a busy hour, and all at once; then the database is asked what came of them. */
export async function presses(
  run: BenchRun,
  of: { database: DatabaseName; processes: number; below: number },
): Promise<Result[]> {
  const { database, processes, below } = of;
  const products = await servers(run, database, processes);
  const [first] = products;
  if (!first) {
    throw new Error('no server');
  }
  const seconds = run.pick(10, 3);
  const arriving = Math.round(perSecond * seconds * (1 - duplicateShare));
  const together = Math.round(atOnce * (1 - duplicateShare));
  const count = warmUp.presses + arriving + together;
  const stand = await first.child.ask('pressStand', { count });
  const ports = products.map((product) => product.port);
  const random = dice(20_260_102);
  const base = { stand, ports, random };
  const cardsOf = (from: number, length: number) => stand.cards.slice(from, from + length);
  const warm = plan({ ...base, cards: cardsOf(0, warmUp.presses) }, (n) => {
    return 1 + (n * 1000) / warmUp.perSecond;
  });
  counted(await run.load.ask('open', { requests: warm, wires }));
  await sleep(settleMs);
  const steady = plan({ ...base, cards: cardsOf(warmUp.presses, arriving) }, () => {
    return 1 + random() * seconds * 1000;
  });
  const steadyAnswers = counted(await run.load.ask('open', { requests: steady, wires }));
  await sleep(settleMs);
  const burst = plan({ ...base, cards: cardsOf(warmUp.presses + arriving, together) }, () => 0);
  const burstAnswers = counted(await run.load.ask('open', { requests: burst, wires: atOnce }));
  const check = await first.child.ask('checkPresses', { companyId: stand.companyId });
  for (const product of products) {
    await run.stop(product);
  }
  const fault = uniqueFault(check, count);
  if (fault !== null) {
    throw new Error(`effects are not unique: ${fault}`);
  }
  const scenario = `3 presses, ${processes} process${processes > 1 ? 'es' : ''}`;
  const median = quantile(steadyAnswers.ms, 0.5).toFixed(1);
  return [
    figure({
      scenario,
      database,
      measured: `p99 at ${perSecond}/s for ${seconds} s, 30 % duplicates`,
      unit: 'ms',
      ours: quantile(steadyAnswers.ms, 0.99),
      below,
      note: `${steady.length} presses after ${warmUp.presses} to warm up, ${steadyAnswers.busy} answered "in progress", median ${median} ms; ${count} cards, ${check.decisions} decisions, ${check.letters} letters, each once, the last ${(check.lettersAfterMs / 1000).toFixed(1)} s after the last press`,
    }),
    figure({
      scenario,
      database,
      measured: `slowest of ${burst.length} at once`,
      unit: 'ms',
      ours: Math.max(...burstAnswers.ms),
      below: 1500,
      note: `${burstAnswers.busy} answered "in progress"`,
    }),
  ];
}
