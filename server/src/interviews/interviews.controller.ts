import { Controller } from '@nestjs/common';
import type { AddQuestion } from '@zhiyu/contracts/added-question';
import type { Done } from '@zhiyu/contracts/basics';
import type {
  BeginAttempt,
  BegunAttempt,
  CandidateInterview,
  ChooseAttempt,
  CodeInput,
  ConsentInput,
  DeviceCheck,
  DeviceCode,
  Exchange,
  ExchangeResult,
  FinishAttempt,
  StaffTranscript,
  WriteTranscript,
} from '@zhiyu/contracts/interview';
import type { AskOwnAudio, AudioData } from '@zhiyu/contracts/question-audio';
import { routes } from '@zhiyu/contracts/routes';
import type { AnswerAgain } from '@zhiyu/contracts/unheard';
import type { CandidateActor, StaffActor, Visitor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { cookieOf } from '../platform/auth/credentials.js';
import { Sessions } from '../platform/auth/sessions.js';
import { Bind, type Http } from '../platform/http/bind.js';
import { setSession } from '../platform/http/cookies.js';
import { CandidateAttempts } from './candidate-attempts.service.js';
import { CandidateDoor, candidateSessionMs, type Opened } from './candidate-door.service.js';
import { CandidateFlow } from './candidate-flow.service.js';
import { OwnAudio } from './read-aloud/own-audio.service.js';
import { StaffQuestions } from './staff-questions.service.js';
import { StaffWords } from './staff-words.service.js';
import { openedOn } from './opened-on.js';

@Controller()
export class InterviewsController {
  constructor(
    private readonly door: CandidateDoor,
    private readonly flow: CandidateFlow,
    private readonly attempts: CandidateAttempts,
    private readonly audio: OwnAudio,
    private readonly staffWords: StaffWords,
    private readonly staffQuestions: StaffQuestions,
    private readonly sessions: Sessions,
  ) {}

  @Bind(routes.exchange)
  @Can('open')
  async exchange(
    _visitor: Visitor,
    input: Exchange,
    _file: Buffer,
    http: Http,
  ): Promise<ExchangeResult> {
    const cookie = http.reply.request.cookies[cookieOf.candidate];
    const current = cookie ? await this.sessions.actor(cookie) : null;
    const on = openedOn(http.reply.request.headers['user-agent']);
    const who = current?.kind === 'candidate' ? current : null;
    const opened = await this.door.exchange(input, who, on);
    return this.handOver(opened, http);
  }

  @Bind(routes.enterCode)
  @Can('open')
  async enterCode(
    _visitor: Visitor,
    input: CodeInput,
    _file: Buffer,
    http: Http,
  ): Promise<ExchangeResult> {
    return this.handOver(await this.door.enterCode(input), http);
  }

  @Bind(routes.deviceCode)
  @Can('own.answer')
  deviceCode(actor: CandidateActor): Promise<DeviceCode> {
    return this.door.deviceCode(actor);
  }

  @Bind(routes.candidateInterview)
  @Can('own.view')
  interview(actor: CandidateActor): Promise<CandidateInterview> {
    return this.attempts.look(actor);
  }

  @Bind(routes.giveConsents)
  @Can('own.decide')
  consents(
    actor: CandidateActor,
    input: ConsentInput,
    _file: Buffer,
    http: Http,
  ): Promise<CandidateInterview> {
    const on = openedOn(http.reply.request.headers['user-agent']);
    return this.flow.giveConsents(actor, input, on);
  }

  @Bind(routes.measureLine)
  @Can('own.answer')
  measureLine(): Promise<Done> {
    return Promise.resolve({ done: true });
  }

  @Bind(routes.deviceCheck)
  @Can('own.answer')
  deviceCheck(actor: CandidateActor, input: DeviceCheck): Promise<CandidateInterview> {
    return this.flow.deviceCheck(actor, input);
  }

  @Bind(routes.answerAgain)
  @Can('own.answer')
  answerAgain(actor: CandidateActor, input: AnswerAgain): Promise<CandidateInterview> {
    return this.flow.again(actor, input);
  }

  @Bind(routes.nextQuestion)
  @Can('own.answer')
  nextQuestion(actor: CandidateActor): Promise<CandidateInterview> {
    return this.flow.nextQuestion(actor);
  }

  @Bind(routes.ownQuestionAudio)
  @Can('own.view')
  ownQuestionAudio(actor: CandidateActor, input: AskOwnAudio): Promise<AudioData> {
    return this.audio.of(actor, input);
  }

  @Bind(routes.beginAttempt)
  @Can('own.answer', { object: 'answerId' })
  begin(actor: CandidateActor, input: BeginAttempt): Promise<BegunAttempt> {
    return this.attempts.begin(actor, input);
  }

  @Bind(routes.finishAttempt)
  @Can('own.answer', { object: 'attemptId' })
  finish(actor: CandidateActor, input: FinishAttempt): Promise<CandidateInterview> {
    return this.attempts.finish(actor, input);
  }

  @Bind(routes.writeTranscript)
  @Can('own.answer', { object: 'attemptId' })
  write(actor: CandidateActor, input: WriteTranscript): Promise<CandidateInterview> {
    return this.attempts.write(actor, input);
  }

  @Bind(routes.chooseAttempt)
  @Can('own.answer', { object: 'attemptId' })
  choose(actor: CandidateActor, input: ChooseAttempt): Promise<CandidateInterview> {
    return this.attempts.choose(actor, input);
  }

  @Bind(routes.staffTranscript)
  @Can('transcript.write', { object: 'attemptId' })
  async staffTranscript(actor: StaffActor, input: StaffTranscript): Promise<Done> {
    await this.staffWords.write(actor, input);
    return { done: true };
  }

  @Bind(routes.addQuestion)
  @Can('interview.ask', { object: 'id' })
  async addQuestion(actor: StaffActor, input: AddQuestion): Promise<Done> {
    await this.staffQuestions.ask(actor, input);
    return { done: true };
  }

  private handOver(opened: Opened, http: Http): ExchangeResult {
    const { session, ...result } = opened;
    if (session) {
      setSession(http.reply, 'candidate', session, candidateSessionMs);
    }
    return result;
  }
}
