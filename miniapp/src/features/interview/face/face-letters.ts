import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import type { FaceSecond, NoteFace } from '@zhiyu/contracts/observation';
import { call } from '../../../api/client';
import { ApiError } from '../../../api/error';
import { forget, read, write } from '../../../platform/kept';
import { onBack } from '../../../platform/network';

const PLACE = 'zhiyu.face';
/** Seconds in one letter. */
const WHOLE = 15;
/** Letters kept without a network: more than a whole interview has. */
const MOST = 200;

const kept = (): NoteFace[] => JSON.parse(read('device', PLACE) ?? '[]') as NoteFace[];

function keep(letters: NoteFace[]): void {
  if (letters.length === 0) {
    forget('device', PLACE);
  } else {
    write('device', PLACE, JSON.stringify(letters.slice(-MOST)));
  }
}

const same = (one: NoteFace, other: NoteFace) =>
  one.attemptId === other.attemptId && one.batch === other.batch;

/** It will never be taken; everything else may be tried again. */
const refused: readonly number[] = [400, 403, 404, 409];

let sending = false;

/** @returns false when the server was not reached: it is sent another time. What it refuses is dropped. */
async function reached(letter: NoteFace): Promise<boolean> {
  try {
    await call(candidateRoutes.noteFace, letter);
    return true;
  } catch (error) {
    return error instanceof ApiError && refused.includes(error.status);
  }
}

/** Sends what waits, oldest first. */
async function sendFaces(): Promise<void> {
  if (sending) {
    return;
  }
  sending = true;
  let next = kept()[0];
  while (next && (await reached(next))) {
    const sent = next;
    keep(kept().filter((one) => !same(one, sent)));
    next = kept()[0];
  }
  sending = false;
}

onBack(() => void sendFaces());

/** The numbers of one recording, in small letters. */
export class FaceLetters {
  private seconds: FaceSecond[] = [];
  private batch = 0;

  constructor(private readonly attemptId: string) {}

  add(second: FaceSecond): void {
    this.seconds.push(second);
    if (this.seconds.length >= WHOLE) {
      this.post();
    }
  }

  post(): void {
    if (this.seconds.length > 0) {
      const { attemptId, batch, seconds } = this;
      keep([...kept(), { attemptId, batch, seconds }]);
      this.batch += 1;
      this.seconds = [];
    }
    void sendFaces();
  }
}
