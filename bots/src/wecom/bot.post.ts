import { randomBytes } from 'node:crypto';
import type { ChannelTools } from '../channel.js';
import { type Fields, fieldsOf, numberOf, textOf } from './wecom.answers.js';

/** Says a message by the connection of this process. @returns WeCom's errcode @throws Error in words */
type Say = (user: string, body: Fields) => Promise<number>;

/** Messages that can wait at once; more wait for a place. */
const places = 8;
/** A message that nobody took is forgotten after so long, so that it is not said after its sender has given up. */
const waitingSeconds = 10;
const answerSeconds = 60;
const lookMs = 250;
/** Looks until a message is given up: longer than WeCom takes to answer (5 s), shorter than the message is kept. */
const looks = 32;
const bell = 'wecombot:post:bell';
const placeKey = (place: number) => `wecombot:post:${place}`;
const answerKey = (id: string) => `wecombot:post:answer:${id}`;
const away = '企业微信智能机器人没有连接';

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, lookMs).unref());

/**
 * Messages of processes that do not hold the bot's one connection: they lay them in the store that all processes of an
 * installation share, and the one that holds it says them and lays the answer beside. A message may be said twice after
 * a crash; its task id makes WeCom refuse the second.
 */
export class BotPost {
  private timer: NodeJS.Timeout | null = null;
  private rung = '';
  private emptying = false;

  constructor(private readonly tools: ChannelTools) {}

  /** Hands a message over and waits for its answer. @returns WeCom's errcode @throws Error when nobody said it */
  async hand(user: string, body: Fields): Promise<number> {
    const { store } = this.tools;
    const id = randomBytes(9).toString('base64url');
    const letter = JSON.stringify({ id, user, body });
    let place: number | null = null;
    try {
      for (let look = 0; look < looks; look++) {
        place ??= await this.laid(id, letter);
        const answer = await store.get(answerKey(id));
        if (answer !== null) {
          return errcodeIn(answer);
        }
        await pause();
      }
    } finally {
      // Later than its time, the place may be another's.
      if (place !== null && (await store.get(placeKey(place))) === letter) {
        await store.delete(placeKey(place));
      }
    }
    throw new Error(away);
  }

  /** Begins to say what others hand over; called again it changes nothing. */
  open(say: Say): void {
    this.timer ??= setInterval(() => {
      void this.empty(say).catch(() => undefined);
    }, lookMs).unref();
  }

  close(): void {
    clearInterval(this.timer ?? undefined);
    this.timer = null;
  }

  /** One question as long as nothing came; the places are looked at when the bell was rung. */
  private async empty(say: Say): Promise<void> {
    if (this.emptying) {
      return;
    }
    this.emptying = true;
    try {
      const rung = (await this.tools.store.get(bell)) ?? '';
      if (rung !== this.rung) {
        for (let place = 0; place < places; place++) {
          await this.say(say, await this.tools.store.get(placeKey(place)));
        }
        this.rung = rung;
      }
    } finally {
      this.emptying = false;
    }
  }

  private async say(say: Say, letter: string | null): Promise<void> {
    if (letter === null) {
      return;
    }
    const { store } = this.tools;
    const { id, user, body } = fieldsOf(JSON.parse(letter));
    const answer = answerKey(textOf(id));
    if ((await store.get(answer)) === null) {
      const said = say(textOf(user), fieldsOf(body)).then(
        (errcode) => ({ errcode }),
        (error: unknown) => ({ failure: error instanceof Error ? error.message : away }),
      );
      await store.set(answer, JSON.stringify(await said), answerSeconds);
    }
  }

  /** @returns the place it was laid in; null when all are taken */
  private async laid(id: string, letter: string): Promise<number | null> {
    for (let place = 0; place < places; place++) {
      if (await this.tools.store.claim(placeKey(place), letter, waitingSeconds)) {
        await this.tools.store.set(bell, id, answerSeconds);
        return place;
      }
    }
    return null;
  }
}

function errcodeIn(answer: string): number {
  const { errcode, failure } = fieldsOf(JSON.parse(answer));
  if (failure !== undefined) {
    throw new Error(textOf(failure));
  }
  return numberOf(errcode);
}
