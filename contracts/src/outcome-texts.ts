import type { OutcomeRate, OutcomeStep, OutcomeTime } from './outcomes.js';

type Figure = OutcomeRate | OutcomeTime;

/** What staff read of the figures on the page and in the files that leave it: one wording for both. */
export interface OutcomeTexts {
  name: Record<Figure, string>;
  /** How each is counted. */
  how: Record<Figure, string>;
  step: Record<OutcomeStep, string>;
}

const zh: OutcomeTexts = {
  name: {
    completion: 'AI 面试完成率',
    loss: '候选人中途离开',
    promises: '按说好的时间答复',
    handsFree: '不用打字的步骤',
    surveyed: '问卷回收',
    arrival: '到岗率',
    cycle: '招聘周期',
    firstScreening: '第一次筛选用时',
    notice: '等邀请',
    result: '等结果',
  },
  how: {
    completion: '交完的 AI 面试，占邀请已有结局的。还在期限里的、公司先做了决定的不算。',
    loss: '自己退出的，加上邀请过期没面的，占这段时间投递的人。',
    promises: '按时答复的承诺，占这段时间到期的承诺。',
    handsFree: '录下来的回答、点一下就做的决定和按设置做的决定，占全部回答和决定。',
    surveyed: '交完面试后填了问卷的人，占交完面试的人。',
    arrival: '到岗的人，占接受了录用、这段时间里到岗或确定不来的人。',
    cycle: '从投递到入职，这段时间入职的人取中位数。',
    firstScreening: '从投递到第一个回音（邀请或决定），取中位数。还没有回音的不算。',
    notice: '从投递到发出 AI 面试邀请，取中位数。',
    result: '从交完 AI 面试到通过或不通过，取中位数。还没决定的不算。',
  },
  step: {
    invited: '发出邀请',
    opened: '打开邀请',
    consented: '做完同意',
    checked: '过设备检查',
    answered: '答完一题',
    finished: '全部交完',
  },
};

const en: OutcomeTexts = {
  name: {
    completion: 'AI interviews completed',
    loss: 'Candidates who left',
    promises: 'Answered when promised',
    handsFree: 'Steps without typing',
    surveyed: 'Surveys answered',
    arrival: 'Came to work',
    cycle: 'Recruiting cycle',
    firstScreening: 'Time to the first word',
    notice: 'Wait for the invitation',
    result: 'Wait for the result',
  },
  how: {
    completion:
      'AI interviews handed in, of those whose invitation came to an end. Those still open, and those the company decided before, do not count.',
    loss: 'Withdrawn, or the invitation ran out unused, of all who applied in this time.',
    promises: 'Promises answered in time, of those due in this time.',
    handsFree:
      'Recorded answers, decisions made by one press and by a setting, of all answers and decisions.',
    surveyed: 'Survey answered, of those who handed in an interview.',
    arrival:
      'Came to work, of those who had accepted an offer and came, or are known not to come, in this time.',
    cycle: 'From the application to being hired; median of those hired in this time.',
    firstScreening:
      'From the application to the first word, an invitation or a decision; median. Those without one yet do not count.',
    notice: 'From the application to the invitation to the AI interview; median.',
    result:
      'From handing in the AI interview to pass or reject; median. Undecided ones do not count.',
  },
  step: {
    invited: 'Invited',
    opened: 'Opened',
    consented: 'Consented',
    checked: 'Device checked',
    answered: 'One answer done',
    finished: 'Handed in',
  },
};

/** Staff read Chinese or English. */
export const outcomeTexts = { zh, en } as const;
