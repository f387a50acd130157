import { consentTexts } from '@zhiyu/contracts/consent-texts';
import type { InputOf, RouteName, routes as allRoutes } from '@zhiyu/contracts/routes';
import type { FaceSecond, ToldFact } from '@zhiyu/contracts/observation';
import { routes } from '@zhiyu/contracts/routes';
import type { BankItem } from '@zhiyu/contracts/question-bank';
import { newId } from '@zhiyu/server/platform/time/ids';
import { type AnApplication, anApplication } from '../factories/application.js';
import { type ACompany, aCompany, aDepartment, aStaff, type AStaff } from '../factories/company.js';
import { aBankItem } from '../factories/question.js';
import { aRecording } from '../factories/question-audio.js';
import { aResumeQuestion } from '../factories/resume-question.js';
import { aSentTest, type ASentTest } from '../factories/written-test.js';
import { type APosition, aPosition, withProtectedRule } from '../factories/position.js';
import { aCalibration, calibrationInputs } from './calibration-inputs.js';
import { aDeadJob } from './dead-job.js';
import { codingInputs } from './coding-inputs.js';
import { aMeeting, meetingInputs } from './meeting-inputs.js';
import { writtenTestInputs } from './written-test-inputs.js';
import { personInputs } from './person-inputs.js';
import { questionInputs } from './question-inputs.js';
import { aPassAlert, type APassAlert, passAlertInputs } from './pass-alert-inputs.js';
import { kept, type Kept, pipelineInputs } from './pipeline-inputs.js';
import { reviewInputs } from './review-inputs.js';
import { studioInputs } from './studio-inputs.js';
import { trustInputs } from './trust-inputs.js';
import type { TestApp } from './app.js';

const agreed = { recording: true, transcription: true, automatedAssessment: true };
const consents = { ...agreed, talentPool: false, textVersion: consentTexts.interview };

/** A company with one of everything: people of each role, a position, a candidate in the middle of an interview. */
export interface World extends Kept, APassAlert {
  company: ACompany;
  departmentId: string;
  hr: AStaff;
  manager: AStaff;
  admin: AStaff;
  auditor: AStaff;
  interviewer: AStaff;
  /** Somebody to change. */
  colleague: AStaff;
  position: APosition;
  application: AnApplication;
  another: AnApplication;
  interviewId: string;
  answerId: string;
  attemptId: string;
  /** A card of HR. */
  cardId: string;
  candidateCardId: string;
  resumeId: string;
  resumeQuestionId: string;
  deadJobId: string;
  /** A question of the company's own. */
  question: BankItem;
  recording: string;
  calibrationId: string;
  /** A round with people. */
  meetingId: string;
  /** A written test, sent to the candidate, and a result of another one. */
  test: ASentTest;
}

async function peopleOf(app: TestApp, company: ACompany) {
  const [hr, manager, admin, auditor, interviewer, colleague] = [
    await aStaff(app, { company, roles: ['hr'] }),
    await aStaff(app, { company, roles: ['manager'] }),
    await aStaff(app, { company, roles: ['admin'] }),
    await aStaff(app, { company, roles: ['auditor'] }),
    await aStaff(app, { company, roles: ['interviewer'] }),
    await aStaff(app, { company, roles: ['hr'] }),
  ];
  return { hr, manager, admin, auditor, interviewer, colleague };
}

/** The candidate agrees, opens the first question and writes an answer. */
async function beginInterview(app: TestApp, { session }: AnApplication) {
  await app.api(routes.giveConsents, consents, session);
  const opened = await app.api(routes.nextQuestion, {}, session);
  const answerId = opened.current?.answerId ?? '';
  const begin = { answerId, mode: 'text' as const, mimeType: '', audioMimeType: '' };
  const { attemptId } = await app.api(routes.beginAttempt, begin, session);
  return { interviewId: opened.interviewId, answerId, attemptId };
}

export async function aWorld(app: TestApp): Promise<World> {
  const company = await aCompany(app);
  const people = await peopleOf(app, company);
  const departmentId = await aDepartment(app, { company, managerId: people.manager.id });
  const position = await aPosition(app, {
    company,
    departmentId,
    ownerId: people.hr.id,
    content: withProtectedRule(),
  });
  const application = await anApplication(app, { position });
  const another = await anApplication(app, { position });
  await app.drainJobs();
  const beside = await kept(app, people.hr, application.id);
  const { items } = await app.api(routes.inbox, {}, people.hr.session);
  await app.api(routes.invite, { id: application.id }, people.hr.session);
  await app.drainJobs();
  const interview = await beginInterview(app, application);
  const ask = { id: interview.interviewId, staffId: people.interviewer.id };
  await app.api(routes.askReviewer, ask, people.hr.session);
  const own = await app.api(routes.candidateInbox, {}, application.session);
  return {
    company,
    ...people,
    departmentId,
    position,
    application,
    another,
    ...interview,
    cardId: items[0]?.card.id ?? '',
    candidateCardId: own.items[0]?.card.id ?? '',
    resumeId: application.row.resumeId ?? '',
    resumeQuestionId: await aResumeQuestion(app, application),
    deadJobId: await aDeadJob(app),
    question: await aBankItem(app, people.hr),
    recording: await aRecording(app, people.hr),
    calibrationId: await aCalibration(app, people.hr, position.id),
    meetingId: await aMeeting(app, application, [people.hr.id]),
    test: await aSentTest(app, people.hr.session, application.id),
    ...beside,
    ...(await aPassAlert(app, position, people.hr.id)),
  };
}

export type Inputs = { [N in RouteName]: InputOf<(typeof allRoutes)[N]> };

/** A valid input of every route, about one world: a new route does not compile before it stands here. */
export function inputsOf(world: World): Inputs {
  const { application, position, attemptId, answerId } = world;
  return {
    ...staffInputs(world),
    ...questionInputs(world),
    ...trustInputs(world),
    ...studioInputs(world),
    ...calibrationInputs(world),
    ...reviewInputs(world),
    ...personInputs(world),
    ...meetingInputs(world),
    ...passAlertInputs(world),
    ...pipelineInputs(world),
    ...writtenTestInputs({ applicationId: application.id, ...world.test }),
    login: { email: world.hr.email, password: 'wrong password' },
    useLink: { token: 'x'.repeat(43) },
    chatSignInWays: {},
    chatSignInStart: { chat: 'feishu', inside: false },
    chatSignInFinish: { chat: 'feishu', code: 'x', state: 'x' },
    publicPosition: { code: position.linkCode },
    readResume: { code: position.linkCode, name: 'resume.txt' },
    apply: {
      code: position.linkCode,
      draftId: null,
      name: application.candidate.name,
      phone: application.candidate.phone,
      email: application.candidate.email,
      education: '',
      work: '',
      consent: true,
      talentPool: false,
      locale: 'zh',
    },
    exchange: { token: 'x'.repeat(43) },
    enterCode: { challenge: 'x'.repeat(43), digits: '0000' },
    deviceCode: {},
    candidateInterview: {},
    giveConsents: consents,
    answerAgain: { answerId: 'x' },
    measureLine: { load: 'x' },
    deviceCheck: { camera: 'off', microphone: 'off', kbps: 0, mode: 'text' },
    nextQuestion: {},
    beginAttempt: { answerId, mode: 'text', mimeType: '', audioMimeType: '' },
    finishAttempt: { attemptId, durationMs: 1000, text: '好的。', pasted: false, offline: false },
    writeTranscript: { attemptId, text: '好的。' },
    chooseAttempt: { answerId, attemptId },
    noteFacts: { facts: [aFact()] },
    ownFacts: {},
    explainFact: { id: attemptId, reason: '接了一个电话' },
    noteFace: { attemptId, batch: 0, seconds: [aFaceSecond(0)] },
    noteCaptions: { attemptId, text: '我先道歉。' },
    ...codingInputs(world),
    finishInterview: {},
    askForPerson: {},
    candidateChat: {},
    candidateStatus: {},
    talentPool: { given: true },
    withdraw: {},
    candidateInbox: {},
    seenCandidateInbox: {},
    candidatePress: press(world.candidateCardId),
    remindMe: { at: Date.now() + 3_600_000 },
    extend: { days: 1 },
    accommodate: { timeFactor: 1.5, noCamera: false, textOnly: false },
    ownPage: {},
    makeRequest: { kind: 'question', text: '要上夜班吗？' },
    pause: {},
    resume: {},
    poll: { after: 0 },
  };
}

/** As a page tells that it was left. */
export function aFact(change: Partial<ToldFact> = {}): ToldFact {
  const plain = { kind: 'left' as const, at: 0, seconds: 4, answerId: null, detail: '' };
  return { key: newId(Date.now()), ...plain, ...change };
}

/** One second with one calm face in the middle. */
export function aFaceSecond(t: number, change: Partial<FaceSecond> = {}): FaceSecond {
  const rest = { happy: 0.05, sad: 0, angry: 0, fear: 0, disgust: 0, surprise: 0.05 };
  return {
    ...{ t, frames: 3, presence: 1, faces: 1, yaw: 2, pitch: -4, roll: 0, gaze: 0.1 },
    ...{ gazeBearing: 90, expression: { neutral: 0.9, ...rest } },
    ...change,
  };
}

function press(cardId: string) {
  return { cardId, action: 'noSuchAction', value: null, text: null, seenVersion: 1 };
}

function staffInputs(world: World) {
  const { position, application, departmentId } = world;
  const ofPosition = { id: position.id };
  const ofApplication = { id: application.id };
  return {
    setPassword: { password: 'a long new password' },
    logout: {},
    me: {},
    company: {},
    changeCompany: { keepDays: 100 },
    saveLogo: {},
    removeLogo: {},
    listStaff: {},
    inviteStaff: {
      name: '新同事',
      email: `new-${newId(Date.now()).toLowerCase()}@zhiyu.example`,
      roles: ['interviewer' as const],
      departmentId,
    },
    changeStaff: { id: world.colleague.id, departmentId },
    resetStaff: { id: world.colleague.id },
    jsConfig: { chat: 'feishu' as const, url: 'http://127.0.0.1/' },
    syncDirectory: { chat: 'feishu' as const, dryRun: true },
    directoryRun: { chat: 'feishu' as const },
    departments: {},
    saveDepartment: { id: departmentId, name: '门店', parentId: null, managerId: world.manager.id },
    audit: {},
    system: {},
    replayJob: { id: world.deadJobId },
    channels: {},
    testChannel: { name: 'mail' as const },
    cardGallery: { kind: 'approval' as const, locale: 'zh' as const },
    cardTexts: { kind: 'result' as const, locale: 'zh' as const },
    previewTexts: { kind: 'result' as const, locale: 'zh' as const, texts: {} },
    saveTexts: {
      ...{ kind: 'result' as const, locale: 'zh' as const },
      ...{ texts: { title: '{name}，恭喜' }, baseVersion: 0 },
    },
    holidays: {},
    saveHolidays: { days: [{ day: '2026-01-05', working: false }] },
    templates: {},
    listPositions: {},
    position: ofPosition,
    createPosition: { template: 'store-staff', headcount: 1, departmentId, ownerId: null },
    savePosition: { ...ofPosition, baseVersion: 99, content: position.content, note: '' },
    changePosition: { ...ofPosition, headcount: 4 },
    approveRule: { ...ofPosition, ruleId: 'health-card' },
    listBank: {},
    bankItem: { code: world.question.code },
    saveBankItem: {
      ...{ code: world.question.code, baseVersion: 1 },
      ...{ content: world.question, note: '再看一遍' },
    },
    retireBankItem: { code: world.question.code, retired: true },
    listLinks: ofPosition,
    createLink: { positionId: position.id, source: 'campus' as const, label: '校招' },
    uploadResume: { ...ofPosition, name: 'resume.txt' },
    listApplications: {},
    application: ofApplication,
    timeline: ofApplication,
    decide: { ...ofApplication, kind: 'hold' as const, reason: 'needsTalk' as const, note: '' },
    contactWay: ofApplication,
    invite: ofApplication,
    report: { id: world.interviewId },
    observation: { id: world.interviewId },
    addQuestion: { id: world.interviewId, text: '请再讲讲排班的经验。', code: null },
    staffTranscript: { attemptId: world.attemptId, text: '她说：好的。' },
    inbox: {},
    seenInbox: {},
    press: press(world.cardId),
    dashboard: {},
  };
}
