import { AppError } from '@zhiyu/contracts/errors';
import type { PositionContent, PositionDetail } from '@zhiyu/contracts/position';
import { type EntityManager, In } from 'typeorm';
import { BankItemRow } from './entities/bank-item.entity.js';
import { pendingRules } from './position.rules.js';

/** Codes of planned questions whose item of the bank is out of use, in the plan's order. */
async function retiredIn(
  manager: EntityManager,
  companyId: string,
  { plan, questions }: PositionContent,
): Promise<string[]> {
  const planned = questions.filter(({ code, bank }) => bank && plan.questionCodes.includes(code));
  const codes = planned.flatMap(({ bank }) => (bank ? [bank.code] : []));
  if (codes.length === 0) {
    return [];
  }
  const rows = await manager.findBy(BankItemRow, { companyId, code: In(codes), retired: true });
  const retired = new Set(rows.map(({ code }) => code));
  const out = planned.filter(({ bank }) => bank && retired.has(bank.code)).map(({ code }) => code);
  return plan.questionCodes.filter((code) => out.includes(code));
}

/**
 * Nobody is asked a question that was taken out of use: a version that plans one is not published.
 * @throws invalidInput with the questions
 */
export async function requireInUse(
  manager: EntityManager,
  companyId: string,
  content: PositionContent,
): Promise<void> {
  const retired = await retiredIn(manager, companyId, content);
  if (retired.length > 0) {
    const message = '这道题已经停用，请从计划里换下';
    throw new AppError(
      'invalidInput',
      {},
      retired.map((code) => ({ path: `questions.${code}`, message })),
    );
  }
}

/** What of a position's newest version waits for somebody. */
export async function waitingIn(
  manager: EntityManager,
  companyId: string,
  content: PositionContent,
): Promise<Pick<PositionDetail, 'pendingRules' | 'retiredQuestions'>> {
  const retiredQuestions = await retiredIn(manager, companyId, content);
  return { pendingRules: pendingRules(content), retiredQuestions };
}
