import { Controller } from '@nestjs/common';
import type { Nothing } from '@zhiyu/contracts/basics';
import type { OwnData } from '@zhiyu/contracts/own-data';
import type { MakeRequest, OwnPage, SurveyInput, SurveyResult } from '@zhiyu/contracts/requests';
import { routes } from '@zhiyu/contracts/routes';
import { Surveys } from '../interviews/surveys.service.js';
import type { CandidateActor, StaffActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind } from '../platform/http/bind.js';
import { OwnDataReader } from './own-data.service.js';
import { OwnPages } from './own-page.service.js';

/** Requests, a copy of the own data, and the survey. */
@Controller()
export class OwnPageController {
  constructor(
    private readonly pages: OwnPages,
    private readonly data: OwnDataReader,
    private readonly surveys: Surveys,
  ) {}

  @Bind(routes.ownPage)
  @Can('own.view')
  ownPage(actor: CandidateActor, _input: Nothing): Promise<OwnPage> {
    return this.pages.view(actor);
  }

  @Bind(routes.makeRequest)
  @Can('own.decide')
  makeRequest(actor: CandidateActor, input: MakeRequest): Promise<OwnPage> {
    return this.pages.make(actor, input);
  }

  @Bind(routes.answerSurvey)
  @Can('own.decide')
  async answerSurvey(actor: CandidateActor, input: SurveyInput): Promise<OwnPage> {
    await this.surveys.answer(actor, input);
    return this.pages.view(actor);
  }

  @Bind(routes.ownData)
  @Can('own.view')
  ownData(actor: CandidateActor, _input: Nothing): Promise<OwnData> {
    return this.data.of(actor);
  }

  @Bind(routes.surveyResult)
  @Can('dashboard.view')
  surveyResult(actor: StaffActor, _input: Nothing): Promise<SurveyResult> {
    return this.surveys.result(actor);
  }
}
