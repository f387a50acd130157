import { askSameAnswersSchema, sameAnswersSchema } from './same-answers.js';
import { resumeAssessmentSchema } from './resume-assessment.js';
import { z } from 'zod';
import * as aq from './added-question.js';
import * as a from './application.js';
import * as ar from './arrangements.js';
import * as b from './basics.js';
import * as cap from './captions.js';
import * as cal from './calibration.js';
import * as c from './card.js';
import * as ct from './card-texts.js';
import * as ch from './channels.js';
import * as fb from './feedback.js';
import * as g from './gallery.js';
import * as gr from './groups.js';
import * as co from './coding.js';
import * as cs from './coding-staff.js';
import * as dg from './digest.js';
import * as d from './directory.js';
import * as i from './interview.js';
import * as line from './line.js';
import * as li from './live.js';
import * as it from './item-statistics.js';
import * as out from './outcomes.js';
import * as pl from './pipeline.js';
import * as p from './position.js';
import * as me from './meetings.js';
import * as pb from './publishing.js';
import * as rp from './rule-preview.js';
import { ownDataSchema } from './own-data.js';
import { ownReportSchema } from './own-report.js';
import * as qa from './question-audio.js';
import * as q from './question-bank.js';
import * as o from './observation.js';
import * as rq from './requests.js';
import * as rv from './review.js';
import * as sp from './same-person.js';
import * as pf from './performance.js';
import * as hd from './held-decision.js';
import { messageListSchema } from './messages.js';
import * as qd from './question-drafts.js';
import type { InputOf, OutputOf, RouteName, routes } from './routes.js';
import { intakeSchemas } from './schemas.intake.js';
import { offerSchemas } from './schemas.offers.js';
import { passAlertSchemas } from './schemas.pass-alerts.js';
import { todaySchemas } from './schemas.today.js';
import { trustSchemas } from './schemas.trust.js';
import { reportViewSchema } from './scoring.js';
import * as si from './simulation.js';
import * as sl from './source-link.js';
import * as s from './staff.js';
import * as t from './stream.js';
import { talentSchemas } from './schemas.talent.js';
import * as to from './tour.js';
import * as ts from './test-sheet.js';
import * as w from './written-tests.js';
import * as unheard from './unheard.js';

const byId = z.object({ id: b.idSchema });
const byCode = z.object({ code: z.string().min(4).max(40) });
const named = { name: z.string().min(1).max(200) };

type Schemas = {
  [N in RouteName]: {
    input: z.ZodType<InputOf<(typeof routes)[N]>>;
    output: z.ZodType<OutputOf<(typeof routes)[N]>>;
  };
};

/** What goes in and comes out at every address: checked on the way in, documented in OpenAPI. */
export const schemas: Schemas = {
  login: { input: s.loginSchema, output: s.meSchema },
  useLink: { input: s.linkSchema, output: s.linkResultSchema },
  setPassword: { input: s.setPasswordSchema, output: b.doneSchema },
  logout: { input: b.nothingSchema, output: b.doneSchema },
  chatSignInWays: { input: b.nothingSchema, output: d.chatWaysSchema },
  chatSignInStart: { input: d.startChatSchema, output: d.chatStartedSchema },
  chatSignInFinish: { input: d.finishChatSchema, output: s.meSchema },
  jsConfig: { input: d.askJsConfigSchema, output: d.jsConfigSchema },
  me: { input: b.nothingSchema, output: s.meSchema },
  company: { input: b.nothingSchema, output: s.companySchema },
  saveLogo: { input: b.nothingSchema, output: s.companySchema },
  removeLogo: { input: b.nothingSchema, output: s.companySchema },
  changeCompany: { input: s.changeCompanySchema, output: s.companySchema },
  listStaff: { input: b.nothingSchema, output: s.staffListSchema },
  inviteStaff: { input: s.inviteStaffSchema, output: s.staffLinkSchema },
  changeStaff: { input: s.changeStaffSchema, output: b.doneSchema },
  resetStaff: { input: byId, output: s.staffLinkSchema },
  syncDirectory: { input: d.syncDirectorySchema, output: d.directoryRunSchema },
  directoryRun: { input: d.askDirectoryRunSchema, output: d.lastDirectoryRunSchema },
  departments: { input: b.nothingSchema, output: s.departmentListSchema },
  saveDepartment: { input: s.saveDepartmentSchema, output: byId },
  audit: { input: s.listAuditSchema, output: s.auditPageSchema },
  system: { input: b.nothingSchema, output: s.systemSchema },
  replayJob: { input: s.replayJobSchema, output: b.doneSchema },
  channels: { input: b.nothingSchema, output: ch.channelListSchema },
  testChannel: { input: ch.testChannelSchema, output: ch.channelTestSchema },
  cardGallery: { input: g.galleryQuerySchema, output: g.gallerySchema },
  cardTexts: { input: ct.textQuerySchema, output: ct.textViewSchema },
  previewTexts: { input: ct.textPreviewInputSchema, output: ct.textPreviewSchema },
  saveTexts: { input: ct.saveTextsSchema, output: ct.textViewSchema },
  holidays: { input: b.nothingSchema, output: s.holidayListSchema },
  saveHolidays: { input: s.holidayListSchema, output: b.doneSchema },
  digestPlan: { input: b.nothingSchema, output: dg.digestStateSchema },
  saveDigestPlan: { input: dg.digestPlanSchema, output: b.doneSchema },
  templates: { input: b.nothingSchema, output: p.templateListSchema },
  listPositions: { input: b.nothingSchema, output: p.positionListSchema },
  position: { input: byId, output: p.positionDetailSchema },
  createPosition: { input: p.createPositionSchema, output: p.positionDetailSchema },
  savePosition: { input: p.savePositionSchema, output: p.positionDetailSchema },
  changePosition: { input: p.changePositionSchema, output: p.positionDetailSchema },
  approveRule: { input: p.approveRuleSchema, output: p.positionDetailSchema },
  positionVersion: { input: pb.askVersionSchema, output: pb.positionVersionSchema },
  publishing: { input: byId, output: pb.publishingSchema },
  answerProposal: { input: pb.answerProposalSchema, output: p.positionDetailSchema },
  withdrawProposal: { input: pb.withdrawProposalSchema, output: pb.publishingSchema },
  previewRules: { input: rp.askPreviewSchema, output: rp.rulePreviewSchema },
  tour: { input: b.nothingSchema, output: to.tourSchema },
  startTour: { input: to.setPaceSchema, output: to.tourSchema },
  setTourPace: { input: to.setPaceSchema, output: to.tourSchema },
  decideTour: { input: b.nothingSchema, output: to.tourSchema },
  resetTour: { input: b.nothingSchema, output: to.tourResetSchema },
  sendFeedback: { input: fb.sendFeedbackSchema, output: b.doneSchema },
  listFeedback: { input: b.nothingSchema, output: fb.feedbackListSchema },
  settleFeedback: { input: fb.settleFeedbackSchema, output: fb.feedbackListSchema },
  listBank: { input: q.listBankSchema, output: q.bankListSchema },
  bankItem: { input: z.object({ code: q.bankCodeSchema }), output: q.bankDetailSchema },
  saveBankItem: { input: q.saveBankItemSchema, output: q.bankDetailSchema },
  retireBankItem: { input: q.retireBankItemSchema, output: q.bankDetailSchema },
  listLinks: { input: byId, output: sl.sourceLinkListSchema },
  createLink: { input: sl.createLinkSchema, output: sl.sourceLinkSchema },
  publicPosition: { input: byCode, output: p.publicPositionSchema },
  readResume: { input: byCode.extend(named), output: a.resumeDraftSchema },
  apply: { input: a.applySchema, output: a.applyResultSchema },
  listApplications: { input: a.listApplicationsSchema, output: a.applicationListSchema },
  application: { input: byId, output: a.applicationDetailSchema },
  timeline: { input: byId, output: a.timelineSchema },
  decide: { input: a.decideSchema, output: a.decideResultSchema },
  holdDecision: { input: a.decideSchema, output: hd.holdResultSchema },
  heldDecision: { input: byId, output: hd.heldViewSchema },
  undoDecision: { input: byId, output: hd.heldViewSchema },
  contactWay: { input: byId, output: a.contactWaySchema },
  invite: { input: byId, output: b.doneSchema },
  report: { input: byId, output: reportViewSchema },
  sameAnswers: { input: askSameAnswersSchema, output: sameAnswersSchema },
  reviewRoom: { input: byId, output: rv.reviewRoomSchema },
  keepRating: { input: rv.keepRatingSchema, output: rv.ratingSchema },
  keepSummary: { input: rv.keepSummarySchema, output: rv.summarySchema },
  submitScorecard: { input: byId, output: rv.reviewRoomSchema },
  addReviewNote: { input: rv.addReviewNoteSchema, output: b.doneSchema },
  removeReviewNote: { input: rv.removeReviewNoteSchema, output: b.doneSchema },
  askReviewer: { input: rv.askReviewerSchema, output: b.doneSchema },
  tellHere: { input: rv.hereSchema, output: rv.presenceSchema },
  personAround: { input: byId, output: sp.personAroundSchema },
  mergePreview: { input: sp.otherPersonSchema, output: sp.mergePreviewSchema },
  mergePeople: { input: sp.otherPersonSchema, output: sp.personAroundSchema },
  keepApart: { input: sp.otherPersonSchema, output: sp.personAroundSchema },
  undoMerge: { input: sp.undoMergeSchema, output: sp.personAroundSchema },
  internalView: { input: byId, output: pf.internalViewSchema },
  performance: { input: byId, output: pf.performanceListSchema },
  addPerformance: { input: pf.addPerformanceSchema, output: pf.performanceListSchema },
  removePerformance: { input: pf.removePerformanceSchema, output: pf.performanceListSchema },
  messages: { input: byId, output: messageListSchema },
  ...talentSchemas,
  applicationReviews: { input: byId, output: rv.applicationReviewsSchema },
  observation: { input: byId, output: o.observationSchema },
  draftQuestions: { input: qd.draftInputSchema, output: qd.draftViewSchema },
  resumeAssessment: { input: byId, output: resumeAssessmentSchema },
  resumeQuestions: { input: byId, output: qd.resumeQuestionListSchema },
  changeResumeQuestion: {
    input: qd.changeResumeQuestionSchema,
    output: qd.resumeQuestionListSchema,
  },
  addQuestion: { input: aq.addQuestionSchema, output: b.doneSchema },
  staffTranscript: { input: i.staffTranscriptSchema, output: b.doneSchema },
  seenInbox: { input: b.nothingSchema, output: b.doneSchema },
  inbox: { input: b.nothingSchema, output: c.inboxSchema },
  press: { input: c.pressInputSchema, output: c.pressResultSchema },
  exchange: { input: i.exchangeSchema, output: i.exchangeResultSchema },
  enterCode: { input: i.codeSchema, output: i.exchangeResultSchema },
  deviceCode: { input: b.nothingSchema, output: i.deviceCodeSchema },
  candidateInterview: { input: b.nothingSchema, output: i.candidateInterviewSchema },
  giveConsents: { input: i.consentInputSchema, output: i.candidateInterviewSchema },
  measureLine: { input: line.measureLineSchema, output: b.doneSchema },
  deviceCheck: { input: i.deviceCheckSchema, output: i.candidateInterviewSchema },
  answerAgain: { input: unheard.answerAgainSchema, output: i.candidateInterviewSchema },
  nextQuestion: { input: b.nothingSchema, output: i.candidateInterviewSchema },
  beginAttempt: { input: i.beginAttemptSchema, output: i.begunAttemptSchema },
  finishAttempt: { input: i.finishAttemptSchema, output: i.candidateInterviewSchema },
  writeTranscript: { input: i.writeTranscriptSchema, output: i.candidateInterviewSchema },
  chooseAttempt: { input: i.chooseAttemptSchema, output: i.candidateInterviewSchema },
  noteFacts: { input: o.noteFactsSchema, output: b.doneSchema },
  ownFacts: { input: b.nothingSchema, output: o.factListSchema },
  explainFact: { input: o.explainFactSchema, output: o.factListSchema },
  noteFace: { input: o.noteFaceSchema, output: b.doneSchema },
  heardSoFar: { input: cap.askHeardSchema, output: cap.heardSchema },
  noteCaptions: { input: i.writeTranscriptSchema, output: b.doneSchema },
  finishInterview: { input: b.nothingSchema, output: i.candidateStatusSchema },
  askForPerson: { input: b.nothingSchema, output: b.doneSchema },
  candidateChat: { input: b.nothingSchema, output: ch.candidateChatSchema },
  candidateStatus: { input: b.nothingSchema, output: i.candidateStatusSchema },
  withdraw: { input: b.nothingSchema, output: i.candidateStatusSchema },
  seenCandidateInbox: { input: b.nothingSchema, output: b.doneSchema },
  candidateInbox: { input: b.nothingSchema, output: c.inboxSchema },
  candidatePress: { input: c.pressInputSchema, output: c.pressResultSchema },
  remindMe: { input: ar.remindMeSchema, output: i.candidateInterviewSchema },
  extend: { input: ar.extendSchema, output: i.candidateInterviewSchema },
  accommodate: { input: ar.accommodationsSchema, output: i.candidateInterviewSchema },
  pause: { input: b.nothingSchema, output: i.candidateInterviewSchema },
  resume: { input: b.nothingSchema, output: i.candidateInterviewSchema },
  ownPage: { input: b.nothingSchema, output: rq.ownPageSchema },
  makeRequest: { input: rq.makeRequestSchema, output: rq.ownPageSchema },
  ownGroups: { input: b.nothingSchema, output: gr.ownGroupsSchema },
  stateGroups: { input: gr.statedGroupsSchema, output: gr.ownGroupsSchema },
  dropGroups: { input: b.nothingSchema, output: gr.ownGroupsSchema },
  ...intakeSchemas,
  ...trustSchemas,
  impact: { input: gr.askImpactSchema, output: gr.impactViewSchema },
  simulate: { input: si.askSimulationSchema, output: si.simulationSchema },
  answerSurvey: { input: rq.surveyInputSchema, output: rq.ownPageSchema },
  ownData: { input: b.nothingSchema, output: ownDataSchema },
  ownReport: { input: b.nothingSchema, output: ownReportSchema },
  surveyResult: { input: b.nothingSchema, output: rq.surveyResultSchema },
  codingTask: { input: co.askCodingSchema, output: co.codingTaskSchema },
  keepProgram: { input: co.keepProgramSchema, output: co.keptProgramSchema },
  runProgram: { input: co.runProgramSchema, output: co.programRunSchema },
  programRun: { input: co.askRunSchema, output: co.programRunSchema },
  submitProgram: { input: co.submitProgramSchema, output: co.codingTaskSchema },
  saveQuestionAudio: { input: b.nothingSchema, output: qa.savedAudioSchema },
  questionAudio: { input: qa.savedAudioSchema, output: qa.audioDataSchema },
  ownQuestionAudio: { input: qa.askOwnAudioSchema, output: qa.audioDataSchema },
  problems: { input: b.nothingSchema, output: cs.problemListSchema },
  programs: { input: cs.askProgramsSchema, output: cs.programsOfAnswerSchema },
  replay: { input: cs.askProgramsSchema, output: cs.replaySchema },
  similarPrograms: { input: cs.askProgramsSchema, output: cs.similarProgramsSchema },
  listCalibrations: { input: cal.listCalibrationsSchema, output: cal.calibrationListSchema },
  openCalibration: { input: cal.openCalibrationSchema, output: cal.calibrationViewSchema },
  calibration: { input: byId, output: cal.calibrationViewSchema },
  drawAnswers: { input: byId, output: cal.calibrationViewSchema },
  gradeAnswer: { input: cal.gradeAnswerSchema, output: cal.calibrationViewSchema },
  learnCalibration: { input: byId, output: cal.calibrationViewSchema },
  useCalibration: { input: cal.useCalibrationSchema, output: cal.calibrationViewSchema },
  gradeByCard: { input: cal.gradeByCardSchema, output: cal.calibrationViewSchema },
  assessAgain: { input: byId, output: b.doneSchema },
  listTests: { input: b.nothingSchema, output: w.testListSchema },
  test: { input: byId, output: w.testDetailSchema },
  createTest: { input: w.createTestSchema, output: w.testDetailSchema },
  saveTest: { input: w.saveTestSchema, output: w.testDetailSchema },
  publishTest: { input: w.publishTestSchema, output: w.testDetailSchema },
  retireTest: { input: w.retireTestSchema, output: w.testDetailSchema },
  testsOfApplication: { input: byId, output: w.testsOfApplicationSchema },
  sendTest: { input: w.sendTestSchema, output: w.testsOfApplicationSchema },
  enterTestResult: { input: w.enterTestResultSchema, output: w.testsOfApplicationSchema },
  withdrawTestResult: { input: w.withdrawTestResultSchema, output: w.testsOfApplicationSchema },
  readTestSheet: { input: ts.sheetQuestionSchema, output: ts.sheetPreviewSchema },
  importTestSheet: { input: ts.importSheetSchema, output: ts.sheetPreviewSchema },
  sitting: { input: byId, output: w.sittingSchema },
  markTestAnswer: { input: w.markTestAnswerSchema, output: w.sittingSchema },
  itemStatistics: { input: it.askItemStatisticsSchema, output: it.itemStatisticsListSchema },
  acceptProposal: { input: it.acceptProposalSchema, output: it.proposalDoneSchema },
  ownTests: { input: b.nothingSchema, output: w.ownTestListSchema },
  ownTest: { input: byId, output: w.ownTestSchema },
  beginTest: { input: w.beginTestSchema, output: w.ownTestSchema },
  keepTestAnswer: { input: w.keepTestAnswerSchema, output: w.keptTestAnswerSchema },
  submitTest: { input: byId, output: w.ownTestSchema },
  meetings: { input: b.nothingSchema, output: me.meetingListSchema },
  meetingTimes: { input: byId, output: me.meetingTimesSchema },
  roundPeople: { input: byId, output: me.roundPeopleSchema },
  setRoundPeople: { input: me.setRoundPeopleSchema, output: me.meetingSchema },
  offerTimes: { input: me.offerTimesSchema, output: me.meetingSchema },
  moveMeeting: { input: me.moveMeetingSchema, output: me.meetingSchema },
  cancelMeeting: { input: byId, output: me.meetingSchema },
  ownMeeting: { input: b.nothingSchema, output: me.ownMeetingSchema },
  pickTime: { input: me.pickTimeSchema, output: me.ownMeetingSchema },
  cancelOwnMeeting: { input: b.nothingSchema, output: me.ownMeetingSchema },
  liveInterviews: { input: b.nothingSchema, output: li.liveListSchema },
  liveInterview: { input: li.askLiveSchema, output: li.liveViewSchema },
  holdInterview: { input: li.holdSchema, output: b.doneSchema },
  releaseInterview: { input: byId, output: b.doneSchema },
  giveTime: { input: li.giveTimeSchema, output: b.doneSchema },
  tellCandidate: { input: li.tellCandidateSchema, output: b.doneSchema },
  extendDeadline: { input: li.extendDeadlineSchema, output: b.doneSchema },
  ...passAlertSchemas,
  ...offerSchemas,
  ownWord: { input: b.nothingSchema, output: li.ownWordSchema },
  pipeline: { input: pl.askPipelineSchema, output: pl.pipelineSchema },
  ...todaySchemas,
  outcomes: { input: out.askOutcomesSchema, output: out.outcomesSchema },
  outcomeTrend: { input: out.askOutcomesSchema, output: out.outcomeTrendSchema },
  listViews: { input: b.nothingSchema, output: pl.savedViewListSchema },
  saveView: { input: pl.saveViewSchema, output: pl.savedViewListSchema },
  removeView: { input: byId, output: b.doneSchema },
  viewCounts: { input: b.nothingSchema, output: pl.viewCountsSchema },
  previewBulk: { input: pl.askBulkSchema, output: pl.bulkPreviewSchema },
  listBulk: { input: b.nothingSchema, output: pl.bulkOrderListSchema },
  startBulk: { input: pl.startBulkSchema, output: pl.bulkOrderSchema },
  undoBulk: { input: byId, output: pl.bulkOrderSchema },
  dashboard: { input: b.nothingSchema, output: a.dashboardSchema },
  poll: { input: t.pollSchema, output: t.pollResultSchema },
};
