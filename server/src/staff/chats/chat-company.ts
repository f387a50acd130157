import type { EntityManager } from 'typeorm';
import { Company } from '../company.entity.js';

/**
 * The company that the chats of this installation belong to: their settings are the installation's, so it is its first
 * company that is no example, and in an installation with nothing else the example.
 */
export async function chatCompany(manager: EntityManager): Promise<Company | null> {
  const [first] = await manager.find(Company, {
    order: { example: 'ASC', createdAt: 'ASC', id: 'ASC' },
    take: 1,
  });
  return first ?? null;
}
