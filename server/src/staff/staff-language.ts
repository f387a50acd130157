import type { StaffLanguage } from '@zhiyu/contracts/staff';
import type { EntityManager } from 'typeorm';
import { Company } from './company.entity.js';

/** Of the cards that a company's people get, as long as nobody chose another. */
const usual: StaffLanguage = 'zh';

export function languageIn({ staffLanguage }: Pick<Company, 'staffLanguage'>): StaffLanguage {
  return staffLanguage ?? usual;
}

/** The language of the cards to the company's own people: several share one card, so it is the company's. */
export async function staffLanguageOf(
  manager: EntityManager,
  companyId: string,
): Promise<StaffLanguage> {
  return languageIn(await manager.findOneByOrFail(Company, { id: companyId }));
}
