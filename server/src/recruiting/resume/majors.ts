/** Majors that employers mean together, Chinese and English. */
const groups: string[][] = [
  '计算机 软件工程 网络工程 信息安全 物联网 人工智能 数据科学 大数据 信息管理与信息系统 computer software informatics'.split(
    ' ',
  ),
  '金融 经济 国际贸易 保险 投资 财政 finance economics banking'.split(' '),
  '会计 财务管理 审计 财会 accounting accountancy auditing'.split(' '),
  '市场营销 电子商务 marketing e-commerce'.split(' '),
  '工商管理 企业管理 行政管理 business management'.split(' '),
  '统计 数学 statistics mathematics math'.split(' '),
  '人力资源 劳动与社会保障 human_resources'.split(' '),
];

/**
 * Whether a major answers a wanted one: the same word, one inside the other (计算机 in 计算机科学与技术),
 * `相关` meaning the whole group, or an English name of the group of a Chinese one.
 */
export function sameMajor(wanted: string, major: string): boolean {
  const want = plain(wanted);
  const have = plain(major);
  if (have.includes(want) || (have.length >= 2 && want.includes(have))) return true;
  const group = groups.find((words) => words.some((word) => touches(want, word)));
  if (group === undefined) return false;
  const otherScript = /[\u4e00-\u9fff]/.test(want) !== /[\u4e00-\u9fff]/.test(have);
  const wide = /相关|类$/.test(wanted);
  return (wide || otherScript) && group.some((word) => touches(have, word));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/相关|专业|类$|\s+/g, '')
    .replace(/学$/, '');
}

function touches(text: string, word: string): boolean {
  const bare = word.replace('_', '');
  return text.includes(bare) || (text.length >= 2 && bare.includes(text));
}
