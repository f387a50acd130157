import type { StaffLanguage } from '@zhiyu/contracts/staff';

/** Pages as the company's people call them; the mini-app has the same names over its pages. */
const names: Record<string, Record<StaffLanguage, string>> = {
  home: { zh: '首页', en: 'Home' },
  board: { zh: '岗位管道', en: 'Board' },
  applications: { zh: '投递', en: 'Applications' },
  file: { zh: '候选人档案', en: 'Candidate file' },
  report: { zh: '报告', en: 'Report' },
  review: { zh: '复核室', en: 'Review room' },
  positions: { zh: '岗位', en: 'Positions' },
  position: { zh: '岗位工作室', en: 'Position studio' },
  questions: { zh: '题库', en: 'Question bank' },
  calibration: { zh: '校准', en: 'Calibration' },
  tests: { zh: '笔试', en: 'Written tests' },
  pool: { zh: '人才库', en: 'Talent pool' },
  intake: { zh: '收简历', en: 'Intake' },
  admin: { zh: '设置', en: 'Settings' },
  audit: { zh: '审计记录', en: 'Audit log' },
  impact: { zh: '通过率差异', en: 'Impact table' },
  meetings: { zh: '面试安排', en: 'Rounds with people' },
  live: { zh: '正在面试', en: 'Interviews now' },
  alerts: { zh: '通过率预警', en: 'Pass-rate alerts' },
  manager: { zh: '负责人视图', en: 'Manager’s view' },
  chat: { zh: '消息', en: 'Messages' },
  tour: { zh: '看一遍', en: 'Tour' },
};

/** A page this list does not know stands by the name in its address. */
export function pageName(page: string, locale: StaffLanguage): string {
  return names[page]?.[locale] ?? page;
}
