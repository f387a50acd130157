import { pressKey } from '@zhiyu/bots/wecom/wecom.cards';
import { rawPaths } from '@zhiyu/contracts/routes';
import { envelopeOf, pressXml, seal } from '../emulators/wecom/callback.js';
import type { World } from '../emulators/wecom/world.js';
import type { Timed } from './load.child.js';
import { decisionBy, duplicateShare } from './press-plan.js';
import type { WeComCard } from './wecom-stand.js';

/** A redelivery comes this long after the press at most. */
const redeliveryMs = 500;

interface Pressed {
  requests: Timed[];
  /** Codes of the messages of those who did not press: what has to change them. */
  otherCodes: string[];
}

interface Plan {
  world: World;
  /** Of the processes that answer: WeCom asks the one address before them. */
  ports: number[];
  random: () => number;
}

/** The same event in a new envelope: WeCom seals every delivery anew. */
function posted({ world, ports, random }: Plan, words: string, at: number): Timed {
  const port = ports[Math.floor(random() * ports.length)] ?? 0;
  const { query, encrypted } = seal(world, words, null);
  const path = `${rawPaths.callbacks}/wecom?${query.toString()}`;
  const headers = { 'Content-Type': 'text/xml' };
  return { port, at, method: 'POST', path, headers, body: envelopeOf(world, encrypted) };
}

/** A press on every card at the moments given; `duplicateShare` of all deliveries are redeliveries. */
export function plan(of: Plan, cards: WeComCard[], momentOf: (n: number) => number): Pressed {
  const { world, random } = of;
  const again = duplicateShare / (1 - duplicateShare);
  const pressed: Pressed = { requests: [], otherCodes: [] };
  cards.forEach((card, n) => {
    const by = Math.floor(random() * card.messages.length);
    const { user = '', taskId = '' } = card.messages[by] ?? {};
    const { action, value } = decisionBy(random);
    const words = pressXml(world, {
      ...{ user, taskId, cardType: 'button_interaction', code: `pressed-${card.id}` },
      key: pressKey({ version: card.version, cardId: card.id, action, value: null }),
      selected: { why: [value] },
    });
    const at = momentOf(n);
    pressed.requests.push(posted(of, words, at));
    if (random() < again) {
      pressed.requests.push(posted(of, words, at + random() * redeliveryMs));
    }
    pressed.otherCodes.push(...card.messages.filter((_, m) => m !== by).map(({ code }) => code));
  });
  return pressed;
}

/** What tells the product where WeCom is, and by what it knows the app. */
export function settingsOf({ corpId, app }: World, base: string): Record<string, string> {
  return {
    ...{ WECOM_API_BASE: base, WECOM_OAUTH_BASE: base, WECOM_LOGIN_BASE: base },
    ...{ WECOM_CORP_ID: corpId, WECOM_AGENT_ID: String(app.agentId), WECOM_SECRET: app.secret },
    ...{ WECOM_TOKEN: app.token, WECOM_ENCODING_AES_KEY: app.aesKey },
  };
}

/** The message of everybody who did not press changed, each exactly once. */
export function changeFault(changes: Record<string, number>, wanted: string[]): string | null {
  const wrong = wanted.filter((code) => changes[code] !== 1);
  return wrong.length === 0 ? null : `${wrong.length} of ${wanted.length} cards beside the press`;
}
