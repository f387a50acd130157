import { loadQuestionSeeds } from '@zhiyu/config/questions';
import type { BankItem } from '@zhiyu/contracts/question-bank';
import { routes } from '@zhiyu/contracts/routes';
import { newId } from '@zhiyu/server/platform/time/ids';
import type { TestApp } from '../harness/app.js';
import type { AStaff } from './company.js';

let seeds: ReturnType<typeof loadQuestionSeeds> | undefined;

/** An item of the product's bank, as a copy that may be changed. */
export function bankSeed(code: string): BankItem {
  seeds ??= loadQuestionSeeds();
  const item = seeds.flatMap((file) => file.items).find((one) => one.code === code);
  if (!item) {
    throw new Error(`config/content/questions has no ${code}`);
  }
  return structuredClone(item);
}

/** What one may ask and the product's bank does not: whether somebody kept a shop's stock in order. */
export function ownQuestion(code: string): BankItem {
  return {
    ...bankSeed('svc-own-slip'),
    code,
    text: { zh: '请讲一次您在库存盘点中自己设计检查步骤、查出盘亏来源的经历。' },
  };
}

/** An item that the company wrote itself, with a code of its own. */
export async function aBankItem(app: TestApp, by: AStaff): Promise<BankItem> {
  const content = ownQuestion(`own-${newId(Date.now()).toLowerCase()}`);
  const input = { code: content.code, baseVersion: 0, content, note: '' };
  await app.api(routes.saveBankItem, input, by.session);
  return content;
}
