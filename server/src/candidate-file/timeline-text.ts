import type { Locale } from '@zhiyu/contracts/basics';
import type { EventName } from '@zhiyu/contracts/events';
import { arrangedWords } from './arranged-text.js';

type Words = (payload: Record<string, string>) => { zh: string; en: string };

const stageNames: Record<string, { zh: string; en: string }> = {
  applied: { zh: '投递', en: 'applied' },
  screening: { zh: '筛选', en: 'screening' },
  aiInterview: { zh: 'AI 面试', en: 'AI interview' },
  review: { zh: '等人看', en: 'review' },
  hrInterview: { zh: 'HR 面试', en: 'HR interview' },
  final: { zh: '终面', en: 'final' },
  offer: { zh: '录用通知', en: 'offer' },
  hired: { zh: '已录用', en: 'hired' },
  rejected: { zh: '不通过', en: 'rejected' },
  talentPool: { zh: '人才库', en: 'talent pool' },
  withdrawn: { zh: '已退出', en: 'withdrawn' },
};
const decisionNames: Record<string, { zh: string; en: string }> = {
  pass: { zh: '通过', en: 'pass' },
  reject: { zh: '不通过', en: 'reject' },
  hold: { zh: '待定', en: 'hold' },
  askMore: { zh: '再问', en: 'ask more' },
};
const outcomes: Record<string, { zh: string; en: string }> = {
  pass: { zh: '都符合', en: 'all held' },
  reject: { zh: '有不符合的', en: 'a requirement failed' },
  look: { zh: '有看不出的，请人看', en: 'something is unknown, a person looks' },
};

const channelNames: Record<string, { zh: string; en: string }> = {
  console: { zh: '网页', en: 'web inbox' },
  dingtalk: { zh: '钉钉', en: 'DingTalk' },
  wecom: { zh: '企业微信', en: 'WeCom' },
  wecomkf: { zh: '微信客服', en: 'WeChat customer service' },
  wecomrobot: { zh: '企业微信群', en: 'WeCom group' },
  wecombot: { zh: '企业微信机器人', en: 'WeCom bot' },
  feishu: { zh: '飞书', en: 'Feishu' },
  mail: { zh: '邮件', en: 'mail' },
  sms: { zh: '短信', en: 'SMS' },
};

const testSources: Record<string, { zh: string; en: string }> = {
  entered: { zh: '手工录入', en: 'entered' },
  imported: { zh: '表格导入', en: 'imported' },
  taken: { zh: '系统判分', en: 'marked by the system' },
};

/** Buttons of cards. */
const pressNames: Record<string, { zh: string; en: string }> = {
  ...decisionNames,
  open: { zh: '打开', en: 'open' },
  invite: { zh: '邀请面试', en: 'invite' },
  later: { zh: '明天提醒我', en: 'remind me tomorrow' },
  person: { zh: '想和真人面', en: 'a person please' },
  grant: { zh: '同意', en: 'agree' },
  refuse: { zh: '不同意', en: 'decline' },
  answer: { zh: '回答', en: 'answer' },
  move: { zh: '换个时间', en: 'another time' },
  cancel: { zh: '来不了', en: 'cannot come' },
  talentPool: { zh: '有合适的岗位再联系我', en: 'contact me about other positions' },
};

/** What candidates ask in a conversation. */
const askedNames: Record<string, { zh: string; en: string }> = {
  status: { zh: '进度', en: 'status' },
  reschedule: { zh: '改时间', en: 'another time' },
  person: { zh: '找人', en: 'a person' },
  help: { zh: '能问什么', en: 'what can be asked' },
  thanks: { zh: '收到、谢谢', en: 'thanks' },
  other: { zh: '没有听懂的话', en: 'words that were not understood' },
};

const purposes: Record<string, { zh: string; en: string }> = {
  recording: { zh: '录像和录音', en: 'recording' },
  transcription: { zh: '声音转成文字', en: 'transcription' },
  automatedAssessment: { zh: '机器打分', en: 'automated assessment' },
  talentPool: { zh: '进入人才库', en: 'talent pool' },
  poolTransfer: { zh: '其他国家的同事能看', en: 'seen by colleagues in other countries' },
};

const fixed =
  (zh: string, en: string): Words =>
  () => ({ zh, en });
const named = (names: Record<string, { zh: string; en: string }>, key: string | undefined) =>
  names[key ?? ''] ?? { zh: key ?? '', en: key ?? '' };

const words: Partial<Record<EventName, Words>> = {
  ...arrangedWords,
  PoolInvited: fixed('从人才库再邀请', 'Invited again from the talent pool'),
  PoolTagged: ({ tagged }) =>
    String(tagged) === 'true'
      ? { zh: '在人才库里加了标签', en: 'Tagged in the talent pool' }
      : { zh: '在人才库里去掉了标签', en: 'A tag in the talent pool was taken off' },
  PoolAnswered: ({ yes }) =>
    String(yes) === 'true'
      ? { zh: '愿意参加新的岗位', en: 'Wants to be considered for the new position' }
      : { zh: '这次不用，一年内不再联系', en: 'Not this time; not asked again for a year' },
  PeopleMerged: fixed('说明与另一位是同一个人', 'Said to be the same person as another'),
  PeopleParted: fixed('撤销了合并', 'Being the same person was taken back'),
  PerformanceChanged: ({ removed }) =>
    String(removed) === 'true'
      ? { zh: '删去一条以往绩效', en: 'An appraisal was taken back' }
      : { zh: '录入一条以往绩效', en: 'An appraisal was entered' },
  ApplicationReceived: fixed('收到投递', 'Application received'),
  ScreeningDecided: ({ outcome }) => ({
    zh: `筛选：${named(outcomes, outcome).zh}`,
    en: `Screening: ${named(outcomes, outcome).en}`,
  }),
  InvitationSent: fixed('已发面试邀请', 'Invitation sent'),
  ConsentGiven: ({ purpose }) => ({
    zh: `同意：${named(purposes, purpose).zh}`,
    en: `Consent given: ${named(purposes, purpose).en}`,
  }),
  ConsentWithdrawn: ({ purpose }) => ({
    zh: `不同意：${named(purposes, purpose).zh}`,
    en: `Consent refused: ${named(purposes, purpose).en}`,
  }),
  InterviewStarted: fixed('开始面试', 'Interview started'),
  QuestionAsked: ({ index }) => ({
    zh: `看到第 ${Number(index) + 1} 题`,
    en: `Question ${Number(index) + 1} shown`,
  }),
  QuestionAdded: ({ kind }) =>
    kind === 'followUp'
      ? { zh: '追问了一题', en: 'A follow-up question was asked' }
      : { zh: '加问了一题', en: 'A question was added' },
  AnswerMoved: fixed('换了一台设备回答', 'The answer goes on at another device'),
  AnswerRecorded: fixed('答完一题', 'An answer was given'),
  AnswerTranscribed: ({ origin }) => ({
    zh:
      origin === 'engine'
        ? '语音转成了文字'
        : origin === 'hr'
          ? 'HR 写下了文字稿'
          : '候选人写下了文字稿',
    en: `Words by ${origin ?? ''}`,
  }),
  InterviewCompleted: fixed('面试完成', 'Interview completed'),
  ReportReady: fixed('报告已出', 'Report ready'),
  ReviewNoted: fixed('复核室里有新评论或标记', 'A note in the review room'),
  ReviewerAsked: fixed('请了一位同事评分', 'A colleague was asked to rate'),
  ScorecardSubmitted: fixed('交了一张评分卡', 'A scorecard was handed in'),
  ReviewersApart: ({ dimensions }) => ({
    zh: `评分差了两级以上：${dimensions ?? ''} 个维度`,
    en: `People are two levels or more apart on ${dimensions ?? ''} dimensions`,
  }),
  ContactAdded: fixed(
    '在企业微信里加了招聘者为联系人',
    'Added the recruiter as a contact in WeCom',
  ),
  PersonAsked: fixed('候选人想和真人面试', 'The candidate asks for a person'),
  CandidateAsked: ({ channel, about }) => ({
    zh: `候选人在${named(channelNames, channel).zh}里说：${named(askedNames, about).zh}`,
    en: `The candidate said in ${named(channelNames, channel).en}: ${named(askedNames, about).en}`,
  }),
  CandidateAnswered: ({ channel, about }) => ({
    zh: `已在${named(channelNames, channel).zh}里回答：${named(askedNames, about).zh}`,
    en: `Answered in ${named(channelNames, channel).en}: ${named(askedNames, about).en}`,
  }),
  CardDelivered: ({ channel }) => ({
    zh: `卡片已送达（${named(channelNames, channel).zh}）`,
    en: `Card delivered (${named(channelNames, channel).en})`,
  }),
  CardNotDelivered: ({ channel, reason }) => ({
    zh: `卡片没有送达（${named(channelNames, channel).zh}）：${reason ?? ''}`,
    en: `Card not delivered (${named(channelNames, channel).en}): ${reason ?? ''}`,
  }),
  CardActioned: ({ action, effective }) => {
    const { zh, en } = named(pressNames, action);
    return String(effective) === 'true'
      ? { zh: `按了卡片：${zh}`, en: `Pressed: ${en}` }
      : { zh: `按了卡片，没有生效：${zh}`, en: `Pressed without effect: ${en}` };
  },
  TestSent: fixed('已发笔试', 'Written test sent'),
  TestStarted: fixed('开始笔试', 'Written test begun'),
  TestSubmitted: ({ timeUp }) =>
    String(timeUp) === 'true'
      ? { zh: '笔试到时间，已交卷', en: 'Written test handed in by the end of its time' }
      : { zh: '交了笔试', en: 'Written test handed in' },
  TestResultKept: ({ source }) => ({
    zh: `笔试成绩：${named(testSources, source).zh}`,
    en: `Test result: ${named(testSources, source).en}`,
  }),
  TestResultWithdrawn: fixed('撤回一条笔试成绩', 'A test result was taken back'),
  DecisionMade: ({ kind }) => ({
    zh: `决定：${named(decisionNames, kind).zh}`,
    en: `Decision: ${named(decisionNames, kind).en}`,
  }),
  ApplicationMoved: ({ from, to }) => ({
    zh: `${named(stageNames, from).zh} → ${named(stageNames, to).zh}`,
    en: `${named(stageNames, from).en} → ${named(stageNames, to).en}`,
  }),
  ResultSent: fixed('结果已发给候选人', 'Result sent to the candidate'),
  PromiseMade: fixed('向候选人作了承诺', 'A promise to the candidate'),
  PromiseKept: fixed('承诺已兑现', 'Promise kept'),
  PromiseDue: ({ at }) =>
    at === 'half'
      ? { zh: '承诺过半，已提醒 HR', en: 'Half the promised time is over' }
      : { zh: '承诺到期', en: 'Promise is due' },
};

/** One line of the timeline. */
export function timelineText(name: string, payload: object, locale: Locale): string {
  const make = words[name as EventName];
  const text = make?.(payload as Record<string, string>) ?? { zh: name, en: name };
  return locale === 'zh' ? text.zh : text.en;
}
