import type { PositionContent, Requirement } from '@zhiyu/contracts/position';
import { ruleSentence } from '@zhiyu/contracts/rule-words';

/** A requirement line before anything is looked for that covers it. */
export interface RequirementLine {
  id: string;
  from: 'requirement' | 'description';
  text: string;
  /** Words to look for skills in, the most wanted first. */
  words: string[];
  /** The résumé answers it (degree, major, what a person checks): nobody asks. */
  screened: boolean;
  /** Something one does at work: an experience question can be asked of it as it stands. */
  duty: boolean;
}

/** A question is tied to a line by its words: so many of them are kept. */
const lineLetters = 300;
/** More lines than this nobody reads, and no interview asks. */
const mostLines = 40;

/** What the company gives or how it works: no requirement. */
const offers =
  /薪|工资|提成|奖金|补贴|五险|社保|公积金|年假|双休|周末|每周工作|福利|餐补|住宿|工作时间|上班时间|[0-9]{1,2}[:：][0-9]{2}|发展方向|晋升|转岗|入职|试用期|学习经费|报销|报实销|不要求|你的导师|班次|早班|晚班|法定节假日|排班提前|竞聘|salary|benefit|annual leave/iu;
/** Who we are, whom you meet: the setting, no requirement. */
const settings =
  /^(?:[您你]坐在|[您你]是|客户先见到|关于我们|公司简介|团队介绍)|这家(?:银行|公司)的印象/u;
/** A sentence that begins with something one does. */
const dutyHead =
  /^(?:负责|参与|参加|开发|维护|设计|编写|写|排查|做|处理|组织|跟进|协助|完成|制定|管理|带|把|弄清|定期|自己|办理|收银|搭建|分析|讲|安排|分解|培养|对接|撰写|执行|监督|统筹|日终|[您你]将)/u;
/** 用什么框架不是关键 says what is not asked. */
const notAsked = /[^，,]*不是(?:关键|重点|必须)(?:[，,]怎么.{1,6}才是)?[，,]?/gu;

const bullet = /^[\s·•●▪◦*\-–—]+|^[(（]?[0-9一二三四五六七八九十]{1,2}[.、)）．]\s*/u;

function cleaned(piece: string): string {
  return piece
    .replace(bullet, '')
    .replace(notAsked, '')
    .replace(/[。；;]+$/u, '')
    .trim();
}

/** The sentences of a paragraph; a head before a colon is left off: 我们看重：会问；会听. */
function piecesOf(paragraph: string): string[] {
  const line = cleaned(paragraph);
  if (/[:：]$/u.test(line)) return [];
  const head = /^[^：:，,0-9]{2,10}[：:]\s*(?=.)/u.exec(line);
  return (head ? line.slice(head[0].length) : line)
    .split(/[。；;！!]/u)
    .map(cleaned)
    .filter((piece) => piece.length >= 4);
}

function descriptionLines(zh: string): RequirementLine[] {
  const pieces = zh
    .split('\n')
    .filter((paragraph) => !/^(?:工作时间|福利|薪酬|待遇|发展)/u.test(paragraph.trim()))
    .flatMap(piecesOf);
  const wanted = pieces.filter((piece) => !offers.test(piece) && !settings.test(piece));
  return [...new Set(wanted)].map((text, at) => ({
    id: `d:${String(at + 1)}`,
    from: 'description',
    text: text.slice(0, lineLetters),
    words: [text],
    screened: false,
    duty: dutyHead.test(text),
  }));
}

/** A rule as a line: what it says and the words to look for; degree and major stand in the résumé. */
function ruleLine(rule: Requirement): RequirementLine {
  const text = ruleSentence(rule, 'zh').slice(0, lineLetters);
  const words = wordsOf(rule);
  const screened = !['experience', 'skill', 'language'].includes(rule.kind);
  return { id: `r:${rule.id}`, from: 'requirement', text, words, screened, duty: false };
}

function wordsOf(rule: Requirement): string[] {
  switch (rule.kind) {
    case 'experience':
      return rule.in ?? [];
    case 'skill':
    case 'language':
      return rule.anyOf;
    default:
      return [];
  }
}

/**
 * The lines that a position asks for: its rules first, then the sentences of its description that name
 * something to do or to have. Offers, times, places and headings are no requirements.
 */
export function requirementLines(
  content: Pick<PositionContent, 'requirements' | 'description'>,
): RequirementLine[] {
  return [...content.requirements.map(ruleLine), ...descriptionLines(content.description.zh)].slice(
    0,
    mostLines,
  );
}
