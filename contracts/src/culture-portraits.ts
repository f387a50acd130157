import type { Portrait } from './culture.js';
import type { Dimension } from './position.js';

const levels = (texts: [string, string][]): Dimension['anchors'] =>
  texts.map(([zh, en], at) => ({ level: at + 1, text: { zh, en } }));

/**
 * Dimensions of the portraits, ready for a model. Their codes are those of the question bank's competencies,
 * so that its questions and points measure them. No requirement: a portrait describes.
 */
export const portraitDimensions: Record<Portrait, Dimension> = {
  wolf: {
    code: 'drive',
    name: {
      zh: '结果导向',
      en: 'Results orientation',
      ja: '成果志向',
      fr: 'Orientation résultats',
    },
    definition: {
      zh: '狼性文化：敢争、盯结果，遇到阻碍换办法，用数字说明做成了什么。',
      en: 'Competitive culture: goes for the result, changes the way at obstacles, shows it in figures.',
    },
    weight: 0,
    requirement: 0,
    anchors: levels([
      ['放弃，或把没做成全归给条件', 'Gives up, or blames conditions'],
      ['只讲忙和辛苦，没有目标和结果', 'Speaks of effort, without goal or result'],
      ['有目标，有自己的行动', 'Has a goal and acts on it'],
      ['抓关键、盯进度，遇阻换办法', 'Picks what matters, tracks it, changes the way'],
      ['用数字说明结果，并守住边界', 'Shows the result in figures and keeps the limits'],
    ]),
    culture: { portrait: 'wolf', weightReason: '' },
  },
  innovation: {
    code: 'innovation',
    name: { zh: '创新', en: 'Innovation', ja: '革新', fr: 'Innovation' },
    definition: {
      zh: '创新文化：看得出可以更好的地方，想出几种办法，小步试，用结果说话。',
      en: 'Innovative culture: sees what could be better, thinks of several ways, tries small, lets results speak.',
    },
    weight: 0,
    requirement: 0,
    anchors: levels([
      ['觉得照旧就好', 'Sees no need for change'],
      ['有想法，没有动手', 'Has ideas, tries none'],
      ['提出一个改法并做了', 'Proposes one change and makes it'],
      ['比较几种办法，小步试过', 'Compares several ways and tries them small'],
      ['试出效果，推广，并说得清取舍', 'Shows the effect, spreads it, names the trade-offs'],
    ]),
    culture: { portrait: 'innovation', weightReason: '' },
  },
};
