import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Company } from '../staff/company.entity.js';
import { CommandError } from './io.js';

/**
 * The company that is meant: by its name, else the only real one, else the example company where nothing else is.
 * @returns null when there is none
 * @throws CommandError when the name is unknown or several are possible
 */
export async function chooseCompany(
  app: INestApplicationContext,
  name: string | undefined,
): Promise<Company | null> {
  const all = await app.get(Database).read(Company).find();
  const wanted = name === undefined ? all : all.filter((one) => one.name === name);
  const real = wanted.filter((one) => !one.example);
  const [only, second] = real.length > 0 ? real : wanted;
  if (second) {
    const names = (real.length > 0 ? real : wanted).map((one) => one.name).join('、');
    throw new CommandError(`有几家公司，请加 --company 指定：${names}  say which by --company`);
  }
  if (!only && all.length > 0) {
    throw new CommandError(`没有这家公司 no such company: ${name ?? ''}`);
  }
  return only ?? null;
}
