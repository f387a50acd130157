import { Injectable } from '@nestjs/common';
import type { DraftInput, DraftView } from '@zhiyu/contracts/question-drafts';
import type { StaffActor } from '../../platform/auth/actor.js';
import { BankStore } from '../questions/bank-store.js';
import { bankChoice } from './bank-choice.js';
import { draftQuestions } from './draft-questions.js';
import { SkillSeeds } from './skill-seeds.js';

/** Questions from a job description. Nothing is stored: HR takes them over into the position, or not. */
@Injectable()
export class QuestionDrafts {
  constructor(
    private readonly seeds: SkillSeeds,
    private readonly store: BankStore,
  ) {}

  async draft({ companyId }: StaffActor, { content }: DraftInput): Promise<DraftView> {
    await this.store.fill(companyId);
    const stored = await this.store.all(companyId);
    const bank = bankChoice(stored, await this.store.exposures(companyId), content);
    return draftQuestions({ content, catalogue: this.seeds.all(), bank });
  }
}
