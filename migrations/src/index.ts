import { CreatePlatform1763769600000 } from './1763769600000-CreatePlatform.js';
import { CreatePeople1763769600001 } from './1763769600001-CreatePeople.js';
import { CreateRecruiting1763769600002 } from './1763769600002-CreateRecruiting.js';
import { CreateInterviews1763769600003 } from './1763769600003-CreateInterviews.js';
import { CreateCards1763769600004 } from './1763769600004-CreateCards.js';
import { AddAttemptDevice1763769600010 } from './1763769600010-AddAttemptDevice.js';
import { CountApplications1763769600020 } from './1763769600020-CountApplications.js';
import { AddChannels1763769600030 } from './1763769600030-AddChannels.js';
import { AddDirectory1763769600031 } from './1763769600031-AddDirectory.js';
import { IndexReports1763769600040 } from './1763769600040-IndexReports.js';
import { OneRule1763769600060 } from './1763769600060-OneRule.js';
import { AddCardTexts1763769600070 } from './1763769600070-AddCardTexts.js';
import { AddCompanyLogo1763769600080 } from './1763769600080-AddCompanyLogo.js';
import { AddQuestionBank1763769600090 } from './1763769600090-AddQuestionBank.js';
import { AddArrangements1763769600100 } from './1763769600100-AddArrangements.js';
import { AddSurvey1763769600101 } from './1763769600101-AddSurvey.js';
import { AddObservation1763769600110 } from './1763769600110-AddObservation.js';
import { AddPrograms1763769600120 } from './1763769600120-AddPrograms.js';
import { AddFollowUps1763769600130 } from './1763769600130-AddFollowUps.js';
import { AddResumeQuestions1763769600140 } from './1763769600140-AddResumeQuestions.js';
import { AddStaffLanguage1763769600150 } from './1763769600150-AddStaffLanguage.js';
import { AddQuestionAudio1763769600160 } from './1763769600160-AddQuestionAudio.js';
import { AddSoundFacts1763769600170 } from './1763769600170-AddSoundFacts.js';
import { AddLlmReadings1763769600180 } from './1763769600180-AddLlmReadings.js';
import { AddWordings1763769600181 } from './1763769600181-AddWordings.js';
import { AddCalibration1763769600190 } from './1763769600190-AddCalibration.js';
import { AddCalibrationVersions1763769600191 } from './1763769600191-AddCalibrationVersions.js';
import { AddDoubts1763769600192 } from './1763769600192-AddDoubts.js';
import { AddScoreScale1763769600200 } from './1763769600200-AddScoreScale.js';
import { AddWrittenTests1763769600210 } from './1763769600210-AddWrittenTests.js';
import { AddItemStatistics1763769600211 } from './1763769600211-AddItemStatistics.js';
import { AddGroupStatements1763769600220 } from './1763769600220-AddGroupStatements.js';
import { AddMasking1763769600221 } from './1763769600221-AddMasking.js';
import { AddCandidateReport1763769600222 } from './1763769600222-AddCandidateReport.js';
import { AddScorecards1763769600223 } from './1763769600223-AddScorecards.js';
import { AddReviewNotes1763769600224 } from './1763769600224-AddReviewNotes.js';
import { AddReviewPresence1763769600225 } from './1763769600225-AddReviewPresence.js';
import { AddScorecardFirst1763769600226 } from './1763769600226-AddScorecardFirst.js';
import { AddOpenedBy1763769600241 } from './1763769600241-AddOpenedBy.js';
import { AddDimensionValues1763769600250 } from './1763769600250-AddDimensionValues.js';
import { AddFurthest1763769600260 } from './1763769600260-AddFurthest.js';
import { CountCohorts1763769600261 } from './1763769600261-CountCohorts.js';
import { AddSavedViews1763769600262 } from './1763769600262-AddSavedViews.js';
import { AddBulkOrders1763769600263 } from './1763769600263-AddBulkOrders.js';
import { AddOpenedOn1763769600264 } from './1763769600264-AddOpenedOn.js';
import { AddMeetings1763769600265 } from './1763769600265-AddMeetings.js';
import { AddStaffWords1763769600266 } from './1763769600266-AddStaffWords.js';
import { AddProcessMeetings1763769600267 } from './1763769600267-AddProcessMeetings.js';
import { AddPublishing1763769600275 } from './1763769600275-AddPublishing.js';
import { AddFeedback1763769600276 } from './1763769600276-AddFeedback.js';
import { AddPotential1763769600280 } from './1763769600280-AddPotential.js';
import { AddSyntheticAudio1763769600240 } from './1763769600240-AddSyntheticAudio.js';
import { AddSamePeople1763769600270 } from './1763769600270-AddSamePeople.js';
import { AddPerformance1763769600271 } from './1763769600271-AddPerformance.js';
import { AddChangeRequests1763769600290 } from './1763769600290-AddChangeRequests.js';
import { AddDeliveryWeights1763769600291 } from './1763769600291-AddDeliveryWeights.js';
import { AddHeldDecisions1763769600306 } from './1763769600306-AddHeldDecisions.js';
import { AddIntakeBatches1763769600305 } from './1763769600305-AddIntakeBatches.js';
import { AddPoolTags1763769600304 } from './1763769600304-AddPoolTags.js';
import { AddPoolRegions1763769600320 } from './1763769600320-AddPoolRegions.js';
import { AddRoundStage1763769600321 } from './1763769600321-AddRoundStage.js';
import { AddOffers1763769600330 } from './1763769600330-AddOffers.js';
import { AddDataRetention1763769600346 } from './1763769600346-AddDataRetention.js';
import { AddPoolInvitations1763769600272 } from './1763769600272-AddPoolInvitations.js';

/** All migrations, oldest first. */
export const migrations = [
  CreatePlatform1763769600000,
  CreatePeople1763769600001,
  CreateRecruiting1763769600002,
  CreateInterviews1763769600003,
  CreateCards1763769600004,
  AddAttemptDevice1763769600010,
  CountApplications1763769600020,
  AddChannels1763769600030,
  AddDirectory1763769600031,
  IndexReports1763769600040,
  OneRule1763769600060,
  AddCardTexts1763769600070,
  AddCompanyLogo1763769600080,
  AddQuestionBank1763769600090,
  AddArrangements1763769600100,
  AddSurvey1763769600101,
  AddObservation1763769600110,
  AddPrograms1763769600120,
  AddFollowUps1763769600130,
  AddResumeQuestions1763769600140,
  AddStaffLanguage1763769600150,
  AddQuestionAudio1763769600160,
  AddSoundFacts1763769600170,
  AddLlmReadings1763769600180,
  AddWordings1763769600181,
  AddCalibration1763769600190,
  AddCalibrationVersions1763769600191,
  AddDoubts1763769600192,
  AddScoreScale1763769600200,
  AddWrittenTests1763769600210,
  AddItemStatistics1763769600211,
  AddGroupStatements1763769600220,
  AddMasking1763769600221,
  AddCandidateReport1763769600222,
  AddScorecards1763769600223,
  AddReviewNotes1763769600224,
  AddReviewPresence1763769600225,
  AddScorecardFirst1763769600226,
  AddSyntheticAudio1763769600240,
  AddOpenedBy1763769600241,
  AddDimensionValues1763769600250,
  AddFurthest1763769600260,
  CountCohorts1763769600261,
  AddSavedViews1763769600262,
  AddBulkOrders1763769600263,
  AddOpenedOn1763769600264,
  AddMeetings1763769600265,
  AddStaffWords1763769600266,
  AddProcessMeetings1763769600267,
  AddSamePeople1763769600270,
  AddPerformance1763769600271,
  AddPoolInvitations1763769600272,
  AddPublishing1763769600275,
  AddFeedback1763769600276,
  AddPotential1763769600280,
  AddChangeRequests1763769600290,
  AddDeliveryWeights1763769600291,
  AddPoolTags1763769600304,
  AddIntakeBatches1763769600305,
  AddHeldDecisions1763769600306,
  AddPoolRegions1763769600320,
  AddRoundStage1763769600321,
  AddOffers1763769600330,
  AddDataRetention1763769600346,
];
