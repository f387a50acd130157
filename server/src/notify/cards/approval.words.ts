import type { DecisionKind } from '@zhiyu/contracts/application';
import type { StaffLocale } from './staff-locale.js';
import { inLine } from '../time-text.js';

interface ApprovalWords {
  eyebrow: (time: string) => string;
  title: (name: string, position: string) => string;
  requirement: (value: string) => string;
  coverage: (percent: number) => string;
  noTotal: string;
  highPotential: string;
  /** Voice or face counts in the total. */
  weighed: {
    voice: (percent: number) => string;
    face: (percent: number) => string;
    text: (parts: string[], words: string) => string;
    differs: string;
  };
  typed: Record<'some' | 'all', string>;
  buttons: Record<DecisionKind, string>;
  report: string;
  why: string;
  what: string;
  others: (names: string[]) => string;
  promise: (time: string) => string;
  decided: (name: string, kind: DecisionKind) => string;
  automatic: (kind: DecisionKind) => string;
  quoted: (text: string) => string;
  join: string;
  reason: (label: string) => string;
}

const chosenZh: Record<DecisionKind, string> = {
  pass: '通过',
  hold: '待定',
  reject: '不通过',
  askMore: '再问一题',
};
const chosenEn: Record<DecisionKind, string> = {
  pass: 'pass',
  hold: 'hold',
  reject: 'no',
  askMore: 'one more question',
};

export const approvalWords: Record<StaffLocale, ApprovalWords> = {
  zh: {
    eyebrow: (time) => `线上面试完成，${time}`,
    title: (name, position) => `${name}，${position}`,
    requirement: (value) => `要求 ${value}`,
    coverage: (percent) => `测到 ${percent} % 的权重`,
    noTotal: '没有总分：没有一个维度测到',
    highPotential: '高潜：每项都够岗位的高潜要求，依据在报告里',
    weighed: {
      voice: (percent) => `声音 ${percent} %`,
      face: (percent) => `露脸时间 ${percent} %`,
      text: (parts, words) =>
        `总分里有${parts.join('、')}，没有证据表明有预测力。只看内容是 ${words}`,
      differs: '，结论不同',
    },
    typed: {
      all: '文字由候选人自己写下，不是识别出来的',
      some: '有的文字由候选人自己写下，不是识别出来的',
    },
    buttons: chosenZh,
    report: '完整报告',
    why: '为什么',
    what: '想再问什么',
    others: (names) => `${names.join('、')}都收到了这张卡片，谁先定都算数`,
    promise: (time) => `答应过${inLine(time)} 前答复`,
    decided: (name, kind) => `${name}选了${chosenZh[kind]}`,
    automatic: (kind) => `按岗位设置自动选了${chosenZh[kind]}`,
    quoted: (text) => `“${text}”`,
    join: '，',
    reason: (label) => `原因：${label}`,
  },
  en: {
    eyebrow: (time) => `Online interview finished, ${time}`,
    title: (name, position) => `${name}, ${position}`,
    requirement: (value) => `required ${value}`,
    coverage: (percent) => `${percent} % of the weight measured`,
    noTotal: 'No total: no dimension was measured',
    highPotential:
      'High potential: meets every condition of the position; the grounds are in the report',
    weighed: {
      voice: (percent) => `voice, ${percent} %`,
      face: (percent) => `time with a face, ${percent} %`,
      text: (parts, words) =>
        `The total counts ${parts.join(' and ')}, without evidence of validity. From words alone: ${words}`,
      differs: ', with another verdict',
    },
    typed: {
      all: 'The words were typed by the candidate, not recognised',
      some: 'Some of the words were typed by the candidate, not recognised',
    },
    buttons: { pass: 'Pass', hold: 'Hold', reject: 'No', askMore: 'Ask one more' },
    report: 'Full report',
    why: 'Why',
    what: 'What would you like to ask',
    others: (names) => `${names.join(', ')} have this card; the first choice counts`,
    promise: (time) => `An answer is promised by ${time}`,
    decided: (name, kind) => `${name} chose “${chosenEn[kind]}”`,
    automatic: (kind) => `The position’s settings chose “${chosenEn[kind]}”`,
    quoted: (text) => `“${text}”`,
    join: ', ',
    reason: (label) => `reason: ${label}`,
  },
};
