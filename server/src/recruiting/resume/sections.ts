import { languageCodesOf } from './language-words.js';

/** The parts a résumé is made of; `head` is what stands before the first heading. */
export type SectionKind =
  'head' | 'education' | 'work' | 'project' | 'skill' | 'language' | 'other';

/** A part of a line between wide gaps or bars, with offsets into the whole text. */
export interface Cell {
  text: string;
  start: number;
  end: number;
}
export interface Line extends Cell {
  /** 1-based. */
  no: number;
  /** The end of a line that names something: what was done there, never a name. */
  told?: true;
}
export interface Section {
  kind: SectionKind;
  lines: Line[];
}

const headings: Record<Exclude<SectionKind, 'head'>, string> = {
  education:
    '教育背景 教育经历 教育经验 教育情况 教育信息 教育 学历 学历背景 学习经历 求学经历 教育与培训 受教育经历 ' +
    'education educationbackground educationalbackground academicbackground academicqualifications ' +
    'educationhistory educationandtraining academichistory educationandqualifications',
  work:
    '工作经历 工作经验 工作背景 工作履历 职业经历 职业履历 从业经历 任职经历 主要工作经历 工作及实习经历 工作实习经历 ' +
    '实习经历 实习经验 实习 实习背景 工作实践 实践经历 社会实践 社会实践经历 实习实践 实习与实践 实习及工作经历 实习工作经历 ' +
    '兼职经历 工作 工作与实习经历 工作情况 ' +
    'experience workexperience workhistory professionalexperience employment employmenthistory ' +
    'careerhistory internships internshipexperience internship internshipsexperience relevantexperience ' +
    'workandinternshipexperience professionalbackground careerexperience',
  project:
    '项目经历 项目经验 项目背景 项目实践 主要项目 项目 科研项目 科研经历 研究经历 代表项目 个人项目 项目介绍 ' +
    '主要项目经验 主要项目经历 项目与科研经历 项目作品 科研经验 课程设计 ' +
    'projects project projectexperience selectedprojects keyprojects personalprojects researchexperience ' +
    'academicprojects relevantprojects sideprojects research',
  skill:
    '专业技能 个人技能 技能 技能特长 技能证书 职业技能 专业能力 核心技能 技术栈 技术能力 掌握技能 技能清单 技能与证书 技能及证书 ' +
    '相关技能 技能证书及其他 技能语言 技能与语言 语言及技能 语言与技能 技能及语言 技能标签 工作技能 计算机技能 计算机能力 IT技能 ' +
    '技术技能 专业技能与证书 技能其他 证书与技能 证书及技能 技能爱好 个人能力 技能证书语言 职业能力 软件技能 it技能 ' +
    'skills technicalskills keyskills coreskills professionalskills skillsandtools ' +
    'corecompetencies technologies technicalproficiency skillsandlanguages skillslanguages ' +
    'skillsandinterests skillsinterests skillset skillscertifications skillsandcertifications expertise ' +
    'additionalskills computerskills techstack languagesandskills skillsandabilities tools',
  language:
    '语言能力 语言 外语能力 语言水平 外语水平 语言技能 语言证书 外语 掌握语言 ' +
    'languages language languageskills languageproficiency languageabilities',
  other:
    '自我评价 个人评价 自我介绍 个人总结 个人优势 自我描述 个人简介 个人陈述 关于我 荣誉奖项 获奖情况 获奖经历 荣誉证书 奖项荣誉 ' +
    '荣誉 奖项 证书 资格证书 所获证书 职业证书 证书资质 证书与荣誉 荣誉与证书 奖励荣誉 荣誉奖励 所获荣誉 所获奖项 获奖荣誉 校园经历 校内经历 ' +
    '在校经历 校园活动 社团经历 学生工作 学生工作经历 社团活动 校园实践 志愿者经历 志愿经历 志愿服务 培训经历 培训 兴趣爱好 ' +
    '爱好 个人爱好 兴趣 求职意向 期望工作 求职目标 意向岗位 应聘岗位 个人信息 基本信息 个人资料 基本资料 联系方式 附加信息 其他 ' +
    '其他信息 补充信息 论文 发表论文 论文发表 专利 学术成果 科研成果 主修课程 主要课程 相关课程 在校职务 个人作品 作品 家庭成员 ' +
    '职业目标 自荐信 致谢 推荐人 奖惩情况 联系我 ' +
    'summary professionalsummary profile aboutme about objective careerobjective personalstatement ' +
    'personalprofile careersummary executivesummary awards honors honours honorsandawards ' +
    'awardsandhonors certifications certificates certification licenses interests hobbies ' +
    'hobbiesandinterests references referees publications patents volunteering volunteerexperience ' +
    'volunteer activities extracurricular extracurricularactivities leadership leadershipexperience ' +
    'contact contactinformation contactdetails personalinformation personaldetails ' +
    'additionalinformation coursework achievements training courses interestsandhobbies details ' +
    'awardsandachievements licensesandcertifications',
};

const kindOfHeading = new Map<string, SectionKind>(
  Object.entries(headings).flatMap(([kind, words]) =>
    words
      .split(' ')
      .map((word): [string, SectionKind] => [word.toLowerCase(), kind as SectionKind]),
  ),
);

/** The kind of section a line opens by its words alone, or null when it is no heading. */
export function headingOf(line: string): SectionKind | null {
  if (line.length > 60 || /[。；;，,]\s*\S{8,}/.test(line) || /\d{3}/.test(line)) return null;
  const bare = line
    .toLowerCase()
    .replace(/^[\s\W_]*(?:[一二三四五六七八九十]{1,2}[、.．\s]|\d{1,2}[、.．\s])\s*/u, '')
    .replace(/&|＆/g, ' and ')
    .replace(/[^a-z\u4e00-\u9fff]/g, '');
  if (bare === '') return null;
  const whole = kindOfHeading.get(bare) ?? kindOfHeading.get(bare.replace(/and/g, ''));
  if (whole !== undefined) return whole;
  return /[：:、，,]\s*\S/.test(line) ? null : (mixedHeading(bare) ?? null);
}

/** 教育背景EDUCATION, Education教育: both halves must be headings, the Chinese one decides. */
function mixedHeading(bare: string): SectionKind | undefined {
  const chinese = bare.replace(/[a-z]/g, '');
  const latin = bare.replace(/[^a-z]/g, '');
  if (chinese === '' || latin === '') return undefined;
  const kind = kindOfHeading.get(chinese);
  return kind !== undefined && (kindOfHeading.has(latin) || latin.length >= 4) ? kind : undefined;
}

/** Characters of a line that are read for fields; no person writes longer ones. */
const longestLine = 3_000;

/** The lines of a text with their offsets. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  text.split('\n').forEach((line, index) => {
    const read = line.slice(0, longestLine);
    lines.push({ text: read, start, end: start + read.length, no: index + 1 });
    start += line.length + 1;
  });
  return lines;
}

/** Cuts a résumé at its headings; `专业技能：Java` opens a section with its rest as first line. */
export function sectionsOf(text: string): Section[] {
  const sections: Section[] = [{ kind: 'head', lines: [] }];
  for (const line of linesOf(text)) {
    if (line.text.trim() === '' || isPageNumber(line.text)) continue;
    const kind = headingOf(line.text.trim());
    const inline = kind === null ? inlineHeading(line, sections.at(-1)?.kind ?? 'head') : null;
    if (kind !== null) sections.push({ kind, lines: [] });
    else if (inline !== null) sections.push({ kind: inline.kind, lines: [inline.rest] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections;
}

const listed = new Set<SectionKind>(['skill', 'language', 'other']);

function inlineHeading(line: Line, within: SectionKind): { kind: SectionKind; rest: Line } | null {
  const match = /^([^：:]{2,24})[：:]\s*(?=\S)/.exec(line.text);
  const label = match?.[1]?.trim() ?? '';
  const kind = headingOf(label);
  if (match === null || kind === null || !listed.has(kind)) return null;
  const rest = line.text.slice(match[0].length);
  if (isOnlyALabel(kind, label, rest, within)) return null;
  return { kind, rest: { ...line, text: rest, start: line.start + match[0].length } };
}

/** Languages: Java, Go (of a programmer); 技术栈：Java (of one project); 证书：… (in a list). */
function isOnlyALabel(
  kind: SectionKind,
  label: string,
  rest: string,
  within: SectionKind,
): boolean {
  if (kind === 'language' && languageCodesOf(rest).length === 0) return true;
  if (within === 'project' && /^(?:技术栈|技能|tools|tech\w*)/i.test(label)) return true;
  const short = label.replace(/[^a-z\u4e00-\u9fff]/gi, '').length < 4;
  return short && (kind === 'other' || listed.has(within));
}

function isPageNumber(line: string): boolean {
  return /^\s*(?:第\s*\d+\s*页.*|\d{1,2}\s*\/\s*\d{1,2}|-\s*\d{1,2}\s*-|page \d+( of \d+)?)\s*$/i.test(
    line,
  );
}

const bars = /\s*[|｜丨¦]\s*|\s+[·•・∙/—–-]\s+|\t+|\s{2,}/g;

/** The cells of a line: what stands between bars, tabs, wide gaps, and dots with spaces. */
export function cellsOf(line: Cell, separator: RegExp = bars): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  const push = (to: number): void => {
    const raw = line.text.slice(from, to);
    const text = raw.trim();
    const start = line.start + from + (raw.length - raw.trimStart().length);
    if (text !== '') cells.push({ text, start, end: start + text.length });
  };
  for (const match of line.text.matchAll(separator)) {
    push(match.index);
    from = match.index + match[0].length;
  }
  push(line.text.length);
  return cells;
}

/** Whether a line starts like a point of a list. */
export function isBullet(text: string): boolean {
  return /^\s*(?:[•●○◦▪▸►◆■□➢✓√*·–—-]\s*|[(（]?\d{1,2}[)）、.．]\s*(?!\d)|[①-⑩])\S/.test(text);
}
