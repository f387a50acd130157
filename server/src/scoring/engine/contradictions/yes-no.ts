import { contentWords } from '../words.js';
import { firstOf } from './found.js';
import type { ResumeBasis } from './resume-basis.js';
import { type Apart, isOwnAndReal, type Material, type Said } from './said.js';

interface Deed {
  said: Said;
  verb: string;
  thing: string;
  done: boolean;
}

const verbs = '用|做|带|学|接触|考|写|管|参加|卖|教|开';
const denied = new RegExp(`(?<!有)没有?(?<verb>${verbs})过(?<thing>[^,，。]{2,14})`, 'u');
const deniedAfter = new RegExp(
  `^(?<thing>[a-z][a-z0-9+#.]{1,20}|[\\p{Script=Han}]{2,6}?)我?(?:从来|从|也|都|完全|根本|压根)?没有?(?<verb>${verbs})过$`,
  'u',
);
const did = new RegExp(
  `(?<![没有不])(?<![没有不]有)(?<verb>${verbs})过(?<thing>[^,，。]{2,14})`,
  'u',
);
const englishDenied =
  /\bnever (?<verb>used|managed|led|learned|taught|sold) (?<thing>[a-z0-9+#]+)/iu;
const englishDid =
  /\b(?:i|i've|i have) (?<verb>used|managed|led|learned|taught|sold) (?<thing>[a-z0-9+#]+)/iu;

/** It was so once, or only for a while: then both hold. */
const once =
  /之前|以前|当时|那时|开始|刚|起初|从前|原来|还没|过去|头一回|第一次|\b(?:at first|before|until|yet|initially)\b/iu;
const asked = /有没有|是不是|[吗么?？]$/u;
const vague =
  /^(?:什么|任何|这|那|该|很多|几|一些|一[个次点]|别的|其他|it|that|this|any|the|a|an|my)/iu;

/** The thing itself: a Latin word, or the first word that says something. */
function thingOf(words: string): string | null {
  const text = words.trim();
  if (vague.test(text)) return null;
  const latin = /^[a-z][a-z0-9+#.]*/iu.exec(text)?.[0];
  if (latin) return latin.toLowerCase();
  const first = contentWords(text)[0];
  return first !== undefined && text.startsWith(first) ? first : null;
}

function deedsIn(said: Said): Deed[] {
  const { plain, text, end } = said.clause;
  const no = firstOf(plain, denied, deniedAfter, englishDenied);
  const found = no ?? firstOf(plain, did, englishDid);
  const isQuestion = asked.test(text) || /[?？]/u.test(said.joined.text.charAt(end));
  if (!found || isQuestion || (no && wasSoOnce(said))) return [];
  const thing = thingOf(found.group('thing'));
  if (thing === null || !isOwnAndReal(found.before)) return [];
  return [{ said, verb: found.group('verb'), thing, done: no === null }];
}

function wasSoOnce({ before, clause }: Said): boolean {
  return once.test(`${before?.plain ?? ''},${clause.plain}`);
}

/** A skill of the résumé is denied by these only: 没卖过 says nothing about knowing it. */
const using = /用|接触|学|做|写|used|learned/u;

function skillsApart(deed: Deed, { skills }: ResumeBasis): Apart[] {
  if (deed.done || !using.test(deed.verb)) return [];
  const skill = skills.find(({ name }) => name.toLowerCase() === deed.thing);
  return skill ? [{ kind: 'yesNo', one: { said: deed.said }, other: { line: skill.line } }] : [];
}

/** Whether one ever did a thing. */
export function deedsApart({ said, resume }: Material): Apart[] {
  const all = said.flatMap(deedsIn);
  const between = all
    .filter(({ done }) => !done)
    .flatMap((no) => {
      const yes = all.find((one) => one.done && one.verb === no.verb && one.thing === no.thing);
      return yes ? [inOrder(yes, no)] : [];
    });
  return [...(resume ? all.flatMap((one) => skillsApart(one, resume)) : []), ...between];
}

function inOrder(a: Deed, b: Deed): Apart {
  const earlier =
    a.said.answer.questionIndex - b.said.answer.questionIndex ||
    a.said.clause.start - b.said.clause.start;
  const [one, other] = earlier <= 0 ? [a, b] : [b, a];
  return { kind: 'yesNo', one: { said: one.said }, other: { said: other.said } };
}
