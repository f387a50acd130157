import type { Text } from '@zhiyu/contracts/basics';
import type { Anchor, Indicator } from '@zhiyu/contracts/position';

/** What every told story can show, whatever it is about. */
interface StoryPoint {
  code: string;
  level: number;
  text: Text;
  zh: string[][];
  en: string[][];
}

const points: StoryPoint[] = [
  {
    code: 'never-did',
    level: 1,
    text: { zh: '没有做过，举不出一件事', en: 'Has not done it, names no case' },
    zh: [['没做过', '没有做过', '没用过', '没接触过', '想不起来', '没有这样的经历', '举不出']],
    en: [['never did', 'never done', 'never used', 'have no experience', 'cannot remember']],
  },
  {
    code: 'others-did',
    level: 2,
    text: { zh: '主要是别人做的，自己只在旁边', en: 'Others did it, was only there' },
    zh: [['都是同事做', '别人做的', '同事负责', '主管做的', '我只是看', '打下手', '没怎么参与']],
    en: [['others did', 'my colleague did', 'only watched', 'was not really involved']],
  },
  {
    code: 'task-named',
    level: 3,
    text: {
      zh: '说清当时的情况和要做到什么',
      en: 'Says what the situation was and what was wanted',
    },
    zh: [
      ['当时', '那时候', '有一次', '那次', '那个项目', '那个月', '去年', '前年'],
      ['要求', '目标', '需要', '任务', '问题', '客户', '顾客', '领导', '出现', '发现'],
    ],
    en: [
      ['at that time', 'last year', 'once', 'in that project', 'one day'],
      ['asked', 'goal', 'task', 'problem', 'customer', 'needed', 'found'],
    ],
  },
  {
    code: 'own-steps',
    level: 3,
    text: { zh: '说出自己做的具体步骤', en: 'Names own concrete steps' },
    zh: [
      [
        '我先',
        '我负责',
        '我做了',
        '我把',
        '我用',
        '我写',
        '我找',
        '我整理',
        '我去',
        '我跟',
        '我自己',
      ],
    ],
    en: [
      ['i first', 'i wrote', 'i made', 'i used', 'i built', 'i called', 'i checked', 'i set up'],
    ],
  },
  {
    code: 'checked',
    level: 4,
    text: { zh: '核对、试验或征求了意见再定', en: 'Checked, tried or asked before deciding' },
    zh: [
      ['核对', '验证', '测试', '试了', '试点', '对比', '复核', '检查了', '请教', '征求', '确认了'],
    ],
    en: [['checked', 'verified', 'tested', 'tried', 'compared', 'reviewed', 'confirmed']],
  },
  {
    code: 'why',
    level: 4,
    text: { zh: '说出为什么这样做、不那样做', en: 'Says why this way and not another' },
    zh: [
      ['因为', '考虑到', '之所以', '理由', '担心', '权衡', '相比'],
      ['所以', '选', '决定', '没有用', '不用', '更', '而是', '就'],
    ],
    en: [
      ['because', 'the reason', 'considering', 'rather than', 'instead of'],
      ['decided', 'chose', 'so', 'better', 'would'],
    ],
  },
  {
    code: 'result-number',
    level: 5,
    text: { zh: '用数字或事实说明结果', en: 'Shows the result by figures or facts' },
    zh: [
      ['降到', '降了', '减少', '提升', '提高', '缩短', '省了', '节省', '增加', '从', '涨', '完成'],
      ['百分之', '%', '分钟', '小时', '天', '倍', '一半', '万', '元', '个', '次', '单'],
    ],
    en: [
      ['reduced', 'increased', 'from', 'saved', 'improved', 'dropped', 'finished'],
      ['percent', '%', 'hours', 'minutes', 'days', 'half', 'times', 'yuan', 'orders'],
    ],
  },
  {
    code: 'learned',
    level: 5,
    text: { zh: '说出以后改了什么做法', en: 'Says what was done differently since' },
    zh: [
      ['后来', '从那以后', '之后', '以后', '复盘', '现在'],
      ['改成', '改为', '固定', '都会', '写成', '写进', '推广', '教给', '养成', '不再', '避免'],
    ],
    en: [
      ['since then', 'afterwards', 'from then on', 'now'],
      ['always', 'changed', 'wrote', 'taught', 'standard', 'no longer', 'avoid'],
    ],
  },
];

/** The indicators of a told story, bound to a dimension. */
export function storyIndicators(dimension: string): Indicator[] {
  return points.map(({ code, level, text, zh, en }) => ({
    code,
    dimension,
    text,
    level,
    cues: { zh, en },
  }));
}

export const storyHint: Text = {
  zh: '说清当时的情况、您自己做了什么、为什么这样做、结果怎样。',
  en: 'Say what the situation was, what you did yourself, why, and what came of it.',
  ja: '状況、ご自身がしたこと、その理由、結果をお話しください。',
  fr: 'Décrivez la situation, ce que vous avez fait vous-même, pourquoi, et le résultat.',
};

const anchorTexts: Text[] = [
  { zh: '没有做过，或举不出一件具体的事。', en: 'Has not done it, or names no concrete case.' },
  {
    zh: '说得笼统，分不清自己和别人做的部分。',
    en: 'Stays general; own part cannot be told from that of others.',
  },
  {
    zh: '讲了一件真实的事，说出自己的步骤和结果。',
    en: 'Tells one real case with own steps and the result.',
  },
  {
    zh: '说得出为什么这样做，做之前或之后有核对。',
    en: 'Says why it was done so, and checked before or after.',
  },
  {
    zh: '用数字或事实说明结果，并把做法用到以后。',
    en: 'Shows the result by figures or facts and has used the way since.',
  },
];

/** What a story sounds like at each level. */
export const storyAnchors: Anchor[] = anchorTexts.map((text, at) => ({ level: at + 1, text }));
