import { consentTexts } from '@zhiyu/contracts/consent-texts';
import {
  type DemoAnswer,
  type DemoCandidate,
  demoSentences,
  readDemoClip,
} from '@zhiyu/config/demo';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { CandidateAttempts } from '../interviews/candidate-attempts.service.js';
import { CandidateDoor } from '../interviews/candidate-door.service.js';
import { CandidateFlow } from '../interviews/candidate-flow.service.js';
import { AttemptRow } from '../interviews/entities/interview.entity.js';
import { InterviewReader } from '../interviews/interview-reader.js';
import { Invitations } from '../interviews/invitations.service.js';
import { MediaService } from '../interviews/media/media.service.js';
import { OwnGroupsDesk } from '../interviews/own-groups.service.js';
import { Surveys } from '../interviews/surveys.service.js';
import { Transcripts } from '../interviews/transcripts.service.js';
import type { CandidateActor } from '../platform/auth/actor.js';
import { Sessions } from '../platform/auth/sessions.js';
import { Database } from '../platform/database/database.js';
import { Clock } from '../platform/time/clock.js';
import type { DemoWorld, Story } from './demo-world.js';

const second = 1000;
const sliceSeconds = 2;
/** Letters that are typed in a second. */
const typing = 1.2;
const videoType = 'video/webm;codecs=vp9,opus';
const audioType = 'audio/webm;codecs=opus';

/** Through the door of the invitation, as the link in the card leads. */
async function enter(
  world: DemoWorld,
  { on }: DemoCandidate,
  applicationId: string,
): Promise<CandidateActor> {
  const { app } = world;
  const interview = await app.get(InterviewReader).newest(applicationId);
  const path = interview ? await app.get(Invitations).pathOf(interview) : null;
  const token = path?.split('t=')[1] ?? '';
  const opened = await app.get(CandidateDoor).exchange({ token }, null, on ?? null);
  const actor = opened.session ? await app.get(Sessions).actor(opened.session) : null;
  if (actor?.kind !== 'candidate') {
    throw new Error('the example candidate has no invitation');
  }
  return actor;
}

async function prepare(
  world: DemoWorld,
  actor: CandidateActor,
  candidate: DemoCandidate,
): Promise<void> {
  const flow = world.app.get(CandidateFlow);
  const recorded = candidate.answers.some((answer) => answer.mode !== 'text');
  await flow.giveConsents(actor, {
    recording: recorded,
    transcription: recorded,
    automatedAssessment: true,
    talentPool: candidate.talentPool,
    textVersion: consentTexts.interview,
  });
  const device = recorded ? ('ok' as const) : ('off' as const);
  const mode = candidate.answers[0]?.mode ?? 'text';
  await flow.deviceCheck(actor, { camera: device, microphone: device, kbps: 2400, mode });
}

/** The clip as a recorder would send it: slice after slice, each on the disk before the next. */
async function upload(world: DemoWorld, url: string, answer: DemoAnswer): Promise<void> {
  const media = world.app.get(MediaService);
  const row = await media.find(url.split('/').at(-1) ?? '');
  const bytes = readDemoClip(answer.clip ?? '');
  if (!row) {
    throw new Error('the recording was not opened');
  }
  const length = Math.ceil(bytes.length / Math.ceil((answer.seconds ?? 1) / sliceSeconds));
  const { file, release } = await media.lease(row);
  try {
    for (let at = 0; at < bytes.length; at += length) {
      const last = at + length >= bytes.length;
      await file.append(at, bytes.subarray(at, at + length), last ? bytes.length : null);
    }
  } finally {
    await release();
  }
}

type Current = NonNullable<CandidateInterview['current']>;

async function begin(world: DemoWorld, actor: CandidateActor, of: Current, answer: DemoAnswer) {
  const recorded = answer.clip !== undefined;
  const begun = await world.app.get(CandidateAttempts).begin(actor, {
    answerId: of.answerId,
    mode: answer.mode,
    mimeType: answer.mode === 'camera' ? videoType : '',
    audioMimeType: answer.mode === 'voice' ? audioType : '',
  });
  const url = begun.videoUrl ?? begun.audioUrl;
  if (recorded && url) {
    await upload(world, url, answer);
  }
  return begun.attemptId;
}

/**
 * The written words of a clip once more, with the seconds that are known of its making: what an engine would find in
 * somebody's recording. They stay the candidate's own words: nobody claims to have recognised them.
 */
async function timeWords(world: DemoWorld, attemptId: string, answer: DemoAnswer): Promise<void> {
  const segments = demoSentences(answer).map((one) => ({ ...one, confidence: null }));
  if (segments.length === 0) {
    return;
  }
  const words = { origin: 'candidate' as const, engine: null, locale: 'zh' as const };
  await world.app.get(Database).transaction(async (tx) => {
    const attempt = await tx.manager.findOneByOrFail(AttemptRow, { id: attemptId });
    await world.app.get(Transcripts).write(tx, { attempt, ...words, segments, writtenBy: null });
  });
}

/** One question: thinking, answering, the words of a recording written down, chosen. */
async function* giveAnswer(
  world: DemoWorld,
  actor: CandidateActor,
  of: { current: Current; answer: DemoAnswer },
): Story {
  const { current, answer } = of;
  const attempts = world.app.get(CandidateAttempts);
  const clock = world.app.get(Clock);
  const writingMs = (answer.text.length / typing) * second;
  const thought = Math.min(current.thinkingSeconds, 18 + (answer.text.length % 17));
  yield clock.now() + thought * second;
  const attemptId = await begin(world, actor, current, answer);
  const longest = current.answerSeconds * 2 * second;
  const durationMs = Math.round(
    answer.seconds === undefined ? Math.min(writingMs, longest) : answer.seconds * second,
  );
  yield clock.now() + durationMs;
  const typed = answer.mode === 'text' ? answer.text : '';
  const done = { attemptId, durationMs, text: typed, pasted: false, offline: false };
  await attempts.finish(actor, done);
  if (answer.mode !== 'text') {
    yield clock.now() + writingMs;
    await attempts.write(actor, { attemptId, text: answer.text });
    yield clock.now() + second;
    await timeWords(world, attemptId, answer);
  }
  yield clock.now() + 8 * second;
  await attempts.choose(actor, { answerId: current.answerId, attemptId });
}

/** What the candidate chooses to say of the interview and of the own groups. */
async function* sayMore(
  { app }: DemoWorld,
  actor: CandidateActor,
  { groups, survey }: DemoCandidate,
): Story {
  if (survey) {
    yield app.get(Clock).now() + 20 * second;
    await app.get(Surveys).answer(actor, survey);
  }
  if (groups) {
    yield app.get(Clock).now() + 30 * second;
    await app.get(OwnGroupsDesk).state(actor, groups);
  }
}

/**
 * The interview as the candidate takes it, from the link to handing in.
 * @param onSaying told before each answer, for somebody who watches
 */
export async function* takeInterview(
  world: DemoWorld,
  candidate: DemoCandidate,
  applicationId: string,
  onSaying: (saying: { question: string; answer: string }) => void = () => undefined,
): Story {
  const clock = world.app.get(Clock);
  const flow = world.app.get(CandidateFlow);
  const actor = await enter(world, candidate, applicationId);
  yield clock.now() + 40 * second;
  await prepare(world, actor, candidate);
  const answers = [...candidate.answers];
  const replies = candidate.replies.map((text) => ({ mode: 'text' as const, text }));
  while (answers.length > 0) {
    yield clock.now() + 12 * second;
    const { current } = await flow.nextQuestion(actor);
    const answer = (current?.kind === 'followUp' ? replies : answers).shift();
    if (!current || !answer) {
      throw new Error(`${candidate.name}: nothing is written for: ${current?.text ?? ''}`);
    }
    onSaying({ question: current.text, answer: answer.text });
    yield* giveAnswer(world, actor, { current, answer });
  }
  if (!candidate.unfinished) {
    yield clock.now() + 15 * second;
    await flow.finish(actor);
    yield* sayMore(world, actor, candidate);
  }
}
