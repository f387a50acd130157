import type { CalibrationView } from '@zhiyu/contracts/calibration';
import { routes } from '@zhiyu/contracts/routes';
import type { AStaff } from '../factories/company.js';
import {
  allConsents,
  answerInText,
  answersOf,
  apply,
  handIn,
  next,
  type Stand,
  type Walker,
} from './walk.js';

const tellings = answersOf('strong')[0] ?? '';
const said = tellings.split('。').filter((part) => part !== '');
const weak = answersOf('weak')[0] ?? '';
const middling = answersOf('middling')[0] ?? '';

/**
 * Answers to the first question of the walk's position, from nothing done to the whole story; those in which
 * somebody wrote the rules down afterwards are what its graders like most.
 */
export const tales: string[] = [
  weak,
  '退货的事情都是店长处理的，我就在旁边看着，规定是吊牌剪了退不了。',
  '我跟顾客说吊牌剪了不能退，她不同意，我也没有办法，只好让她自己打电话投诉。',
  middling,
  `${middling}她后来没有再来。`,
  '有一次顾客要退裤子，我听她说完，按规定给她换了大一码，她补了差价走了。',
  said.slice(0, 3).join('。'),
  said.slice(0, 4).join('。'),
  said.slice(1, 5).join('。'),
  said.slice(0, 5).join('。'),
  `${said.slice(0, 4).join('。')}。我还把退换规则写成小卡片放在收银台，后来少了很多纠纷。`,
  `${middling}后来我把退换规则写成小卡片贴在试衣间，这种纠纷从每周四起降到一起。`,
  tellings,
  `${tellings}下次我会先看吊牌再收银。`,
];

/** What a person who likes the cards gives: 1-5. */
export function levelFor(words: string): number {
  if (/卡片|贴在试衣间/u.test(words)) return 5;
  if (words.includes('十分钟办好') || words.includes('倒了杯水')) return 3;
  return words.includes('换') ? 2 : 1;
}

/** People who answer the first question with these and the second in the usual way: handed in and assessed. */
export async function toldAll(stand: Stand, given: string[]): Promise<Walker[]> {
  const { app } = stand;
  const walkers: Walker[] = [];
  for (const _ of given) {
    walkers.push(await apply(stand));
  }
  await app.drainJobs();
  for (const [at, walker] of walkers.entries()) {
    await app.api(routes.giveConsents, allConsents, walker.session);
    for (const text of [given[at] ?? '', answersOf('middling')[1] ?? '']) {
      await next(stand, walker);
      await answerInText(stand, walker, text);
    }
    await handIn(stand, walker);
  }
  await app.drainJobs();
  return walkers;
}

export async function told(stand: Stand, tale: string): Promise<Walker> {
  const [walker] = await toldAll(stand, [tale]);
  if (!walker) {
    throw new Error('nobody told it');
  }
  return walker;
}

export const asked = { code: 'return-conflict', dimension: 'serviceAwareness' };

export function open(stand: Stand, by: AStaff = stand.hr): Promise<CalibrationView> {
  return stand.app.api(
    routes.openCalibration,
    { positionId: stand.position.id, ...asked },
    by.session,
  );
}

/** Grades every answer that is open. */
export async function gradeAll(
  stand: Stand,
  by: AStaff = stand.hr,
  level: (words: string) => number = levelFor,
): Promise<CalibrationView> {
  let view = await open(stand, by);
  for (const { id: answer, words } of view.answers.filter(({ state }) => state === 'open')) {
    const value = (level(words) - 1) * 25;
    view = await stand.app.api(routes.gradeAnswer, { id: view.id, answer, value }, by.session);
  }
  return view;
}

/** @throws where nothing stands there */
export function at<T>(list: readonly T[], place: number): T {
  const one = list.at(place);
  if (one === undefined) {
    throw new Error('nothing there');
  }
  return one;
}
