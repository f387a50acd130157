import { contentWords } from '../words.js';
import { type Apart, type Material, pairs, type Said } from './said.js';

interface Part {
  said: Said;
  thing: string;
  alone: boolean;
}

const deed = '(?:做|完成|写|开发|搞|设计|策划|负责)';
const alone = new RegExp(
  `^(?<thing>.{2,14}?)(?:全部|都|全)?(?:是|由)?我(?:自己)?(?:一个人|独立|独自|单独)${deed}`,
  'u',
);
const shared = new RegExp(
  `^(?<thing>.{2,14}?)(?:是)?我(?:和|跟|与).{1,8}?(?:一起|共同|合作)${deed}`,
  'u',
);
const others = new RegExp(
  `^(?<thing>.{2,14}?)(?:全部|都)?(?:是|由)(?:主管|同事|组长|经理|店长|领导|别人|外包|他)(?:一个人)?${deed}的`,
  'u',
);
/** One after the other, or a part of it. */
const partly = /开始|后来|然后|加入|主要|部分|一半|其中|测试|先|再/u;

function partsIn(said: Said): Part[] {
  const { plain } = said.clause;
  if (partly.test(plain)) return [];
  const own = alone.exec(plain);
  const match = own ?? shared.exec(plain) ?? others.exec(plain);
  const thing = contentWords(match?.groups?.['thing'] ?? '').at(-1);
  return thing === undefined ? [] : [{ said, thing, alone: own !== null }];
}

/** Alone, and not alone, of one thing in one story. */
export function ownPartsApart({ said }: Material): Apart[] {
  return pairs(said.flatMap(partsIn))
    .filter(([a, b]) => a.alone !== b.alone && a.thing === b.thing && a.said.story === b.said.story)
    .map(([a, b]) => ({ kind: 'ownPart', one: { said: a.said }, other: { said: b.said } }));
}
