import { Controller } from '@nestjs/common';
import type {
  BankDetail,
  BankList,
  ListBank,
  RetireBankItem,
  SaveBankItem,
} from '@zhiyu/contracts/question-bank';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { QuestionBank } from './question-bank.service.js';

@Controller()
export class QuestionsController {
  constructor(private readonly bank: QuestionBank) {}

  @Bind(routes.listBank)
  @Can('position.view')
  list(actor: StaffActor, input: ListBank): Promise<BankList> {
    return this.bank.list(actor, input);
  }

  @Bind(routes.bankItem)
  @Can('position.view')
  item(actor: StaffActor, input: { code: string }): Promise<BankDetail> {
    return this.bank.detail(actor, input.code);
  }

  @Bind(routes.saveBankItem)
  @Can('position.edit', { object: 'code' })
  save(actor: StaffActor, input: SaveBankItem): Promise<BankDetail> {
    return this.bank.save(actor, input);
  }

  @Bind(routes.retireBankItem)
  @Can('position.edit', { object: 'code' })
  retire(actor: StaffActor, input: RetireBankItem): Promise<BankDetail> {
    return this.bank.retire(actor, input);
  }
}
