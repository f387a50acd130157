import type { OwnTest, TestAnswer } from '@zhiyu/contracts/written-tests';
import { forget, read, write } from '../../platform/kept';

/** What is answered, with what the server has of it. */
export interface KeptAnswer {
  answer: TestAnswer;
  revision: number;
  /** The revision that the server has acknowledged. */
  sent: number;
  /** On the screen so far. */
  seconds: number;
}
export type KeptAnswers = Record<string, KeptAnswer>;

export const noAnswer: TestAnswer = { chosen: [], number: null, text: '' };

const keyOf = (id: string) => `test-${id}`;

export const isAnswered = ({ chosen, number, text }: TestAnswer): boolean =>
  chosen.length > 0 || number !== null || text.trim() !== '';

function onDevice(id: string): KeptAnswers {
  try {
    return JSON.parse(read('device', keyOf(id)) ?? '{}') as KeptAnswers;
  } catch {
    return {};
  }
}

/** The newer of what the server has and what this device could not send yet. */
export function answersOf(test: OwnTest): KeptAnswers {
  const local = onDevice(test.id);
  return Object.fromEntries(
    test.items.map((item) => {
      const { answer, revision } = item;
      const kept = local[item.code];
      const known = { answer: answer ?? noAnswer, revision, sent: revision, seconds: 0 };
      return [
        item.code,
        kept && kept.revision > revision
          ? { ...kept, sent: revision }
          : { ...known, ...(kept ? { seconds: kept.seconds } : {}) },
      ];
    }),
  );
}

export function keepOnDevice(id: string, answers: KeptAnswers): void {
  write('device', keyOf(id), JSON.stringify(answers));
}

export function forgetOnDevice(id: string): void {
  forget('device', keyOf(id));
}
