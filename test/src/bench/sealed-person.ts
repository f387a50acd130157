import { randomBytes } from 'node:crypto';
import { Keyring } from '@zhiyu/server/platform/crypto/keyring';
import { SubjectVault } from '@zhiyu/server/platform/crypto/sealed';
import { newId } from '@zhiyu/server/platform/time/ids';
import type { TestApp } from '../harness/app.js';
import type { Row } from './bulk-rows.js';

const surnames = Array.from('王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩冯邓曹');
const given = Array.from(
  '雨桐子轩思远佳怡浩然梦琪晓东文静志强丽华建国秀英明杰俊辉雪梅宇航欣妍泽楷婉清',
);

/** A name that many others have as well: about 20,000 different ones. */
export function nameOf(n: number): string {
  const pick = (from: string[], by: number) => from[Math.floor(n / by) % from.length] ?? '';
  return pick(surnames, 1) + pick(given, 7) + pick(given, 211);
}

export const phoneOf = (n: number): string => `13${String(100_000_000 + n)}`;

export interface SealedPerson {
  id: string;
  vault: SubjectVault;
  person: Row;
  dataKey: Row;
}

/** A person with a key of their own, sealed as the product seals: the two rows, not yet written. */
export function sealedPerson(
  app: TestApp,
  of: { companyId: string; n: number; now: number },
): SealedPerson {
  const { companyId, n, now: createdAt } = of;
  const id = newId(createdAt);
  const key = randomBytes(32);
  const vault = new SubjectVault(companyId, key);
  const sealed = (column: string, plain: string) =>
    vault.seal({ table: 'person', column, row: id }, plain);
  return {
    id,
    vault,
    person: {
      id,
      companyId,
      name: sealed('name', nameOf(n)),
      phone: sealed('phone', phoneOf(n)),
      email: null,
      locale: 'zh',
      example: 0,
      createdAt,
    },
    dataKey: { subjectId: id, companyId, wrapped: app.get(Keyring).wrap(key), createdAt },
  };
}
