import type { Text } from '@zhiyu/contracts/basics';
import type { Anchor, Indicator, Question } from '@zhiyu/contracts/position';
import type { Origin } from '@zhiyu/contracts/question-origin';
import type { SkillPoint } from '@zhiyu/contracts/skill-catalogue';
import type { CatalogueSkill } from './skill-index.js';
import { storyAnchors, storyHint, storyIndicators } from './story-points.js';

/** Where a question goes: its code, the dimension it is scored on, the line it is made for. */
export interface Place {
  code: string;
  dimension: string;
  origin: Origin;
}

/** Spoken answers to knowledge take 90 s, stories 120 s. */
const knowledgeSeconds = { thinkingSeconds: 45, answerSeconds: 90 };
const storySeconds = { thinkingSeconds: 45, answerSeconds: 120 };

const notKnown = ['我不知道', '不太了解', '没学过', '没听说过', '没接触过', '答不上来', '完全不懂'];

/** The anchor level of point `at` of `count`, plain to deep: about two fifths 3, two fifths 4, the rest 5. */
function pointLevel(at: number, count: number): 3 | 4 | 5 {
  const share = count <= 1 ? 0 : at / (count - 1);
  if (share < 0.4) return 3;
  return share < 0.8 ? 4 : 5;
}

function indicatorOf(point: SkillPoint, code: string, level: number, dimension: string): Indicator {
  return { code, dimension, text: { zh: point.say }, level, cues: { zh: point.cues } };
}

function pointsOf(skill: CatalogueSkill, dimension: string): Indicator[] {
  return skill.points.map((point, at) => {
    const level = pointLevel(at, skill.points.length);
    return indicatorOf(point, `point-${String(at + 1)}`, level, dimension);
  });
}

function wrongsOf(skill: CatalogueSkill, dimension: string): Indicator[] {
  return skill.wrong.map((point, at) =>
    indicatorOf(point, `wrong-${String(at + 1)}`, at === 0 ? 1 : 2, dimension),
  );
}

function joined(points: readonly Indicator[], level: number): string {
  return points
    .filter((one) => one.level === level)
    .map((one) => one.text.zh)
    .join('；');
}

function knowledgeAnchors(points: readonly Indicator[], wrong: readonly Indicator[]): Anchor[] {
  const texts = [
    `说不知道，或把关键的事实说反：${wrong[0]?.text.zh ?? ''}。`,
    '只说得出名词，或只说到一个表面的点，讲不出道理。',
    `说对主要的道理：${joined(points, 3)}。`,
    `还说到：${joined(points, 4)}。`,
    `连深处也说到：${joined(points, 5)}；并用做过的事说明。`,
  ];
  return texts.map((zh, at) => ({ level: at + 1, text: { zh } }));
}

/** A question on what one knows: the key points are its indicators, turned-round facts its low ones. */
export function knowledgeQuestion(skill: CatalogueSkill, place: Place): Question {
  const { code, dimension, origin } = place;
  const points = pointsOf(skill, dimension);
  const wrong = wrongsOf(skill, dimension);
  const unknown: Indicator = {
    code: 'not-known',
    dimension,
    text: { zh: '说不知道、没接触过' },
    level: 1,
    cues: { zh: [notKnown] },
  };
  return {
    code,
    kind: 'knowledge',
    dimensions: [dimension],
    text: { zh: skill.ask },
    hint: { zh: '先说结论，再讲道理，能举一个您做过的例子更好。' },
    ...knowledgeSeconds,
    anchors: knowledgeAnchors(points, wrong),
    indicators: [unknown, ...wrong, ...points],
    origin,
  };
}

/**
 * A question on what one did. With a skill of the catalogue its key points count as signs of real doing;
 * without one there are only the parts of a told story.
 */
export function storyQuestion(text: Text, place: Place, skill?: CatalogueSkill): Question {
  const { code, dimension, origin } = place;
  const known = skill ? pointsOf(skill, dimension).map((one) => ({ ...one, level: 4 })) : [];
  return {
    code,
    kind: 'behavioural',
    dimensions: [dimension],
    text,
    hint: storyHint,
    ...storySeconds,
    anchors: storyAnchors,
    indicators: [...storyIndicators(dimension), ...known],
    origin,
  };
}
