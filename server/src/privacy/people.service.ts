import { Injectable } from '@nestjs/common';
import type { Locale } from '@zhiyu/contracts/basics';
import { type EntityManager, In } from 'typeorm';
import { blindToken, type Place, type SubjectVault } from '../platform/crypto/sealed.js';
import { Vault } from '../platform/crypto/vault.js';
import { Database, type Tx } from '../platform/database/database.js';
import { newId } from '../platform/time/ids.js';
import type { AddedContact } from './added-contact.js';
import { Person, SearchToken } from './person.entity.js';
import { nameBigrams, normalEmail, normalPhone } from './search.js';

export interface NewPerson {
  companyId: string;
  name: string;
  phone: string | null;
  email: string | null;
  locale: Locale;
  example: boolean;
}

export interface Contact {
  phone: string | null;
  email: string | null;
}

/** Shown for a person whose data were erased. */
const erasedName = '已删除';

const at = (row: string, column: string): Place => ({ table: 'person', column, row });

function sealOrNull(vault: SubjectVault, place: Place, value: string | null): string | null {
  return value ? vault.seal(place, value) : null;
}

/** People and what is known of them, sealed with a key each; found again by blind index. */
@Injectable()
export class People {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async create(tx: Tx, input: NewPerson): Promise<{ id: string; vault: SubjectVault }> {
    const id = newId(tx.now);
    const vault = await this.vault.create(tx, input.companyId, id);
    const { companyId, locale, example } = input;
    const row = { id, companyId, locale, example, createdAt: tx.now };
    const name = vault.seal(at(id, 'name'), input.name);
    const phone = sealOrNull(vault, at(id, 'phone'), input.phone);
    const email = sealOrNull(vault, at(id, 'email'), input.email);
    await tx.manager.insert(Person, { ...row, name, phone, email });
    await this.index(tx, companyId, id, input);
    return { id, vault };
  }

  /** Adds what was not known yet; what is there stays. @returns null where nothing was added */
  async complete(tx: Tx, personId: string, contact: Contact): Promise<AddedContact | null> {
    const person = await tx.manager.findOneByOrFail(Person, { id: personId });
    const vault = await this.vault.of(personId, tx.manager);
    const phone = person.phone ?? sealOrNull(vault, at(personId, 'phone'), contact.phone);
    const email = person.email ?? sealOrNull(vault, at(personId, 'email'), contact.email);
    await tx.manager.update(Person, { id: personId }, { phone, email });
    const { companyId } = person;
    const tokens = contactTokens(await this.indexKey(companyId, tx.manager), contact);
    const there = await tx.manager.findBy(SearchToken, { companyId, personId, token: In(tokens) });
    const known = new Set(there.map(({ token }) => token));
    await this.index(tx, companyId, personId, { name: null, ...contact });
    const added = {
      phone: person.phone === null && phone !== null,
      email: person.email === null && email !== null,
      tokens: tokens.filter((token) => !known.has(token)),
    };
    return added.phone || added.email || added.tokens.length > 0 ? added : null;
  }

  /** Takes away again what `complete` added. */
  async uncomplete(tx: Tx, personId: string, added: AddedContact): Promise<void> {
    const { companyId } = await tx.manager.findOneByOrFail(Person, { id: personId });
    const gone = {
      ...(added.phone ? { phone: null } : {}),
      ...(added.email ? { email: null } : {}),
    };
    if (added.phone || added.email) {
      await tx.manager.update(Person, { id: personId }, gone);
    }
    await tx.manager.delete(SearchToken, { companyId, personId, token: In(added.tokens) });
  }

  /** Another name; the old one finds the person no more. Who was erased has none. */
  async rename(tx: Tx, personId: string, name: string): Promise<void> {
    const person = await tx.manager.findOneByOrFail(Person, { id: personId });
    const { companyId } = person;
    const vault = await this.vault.of(personId, tx.manager);
    if (vault.erased) {
      return;
    }
    const old = vault.open(at(personId, 'name'), person.name) ?? '';
    const key = await this.indexKey(companyId, tx.manager);
    const tokens = nameBigrams(old).map((pair) => blindToken(key, 'name', pair));
    await tx.manager.delete(SearchToken, { companyId, personId, token: In(tokens) });
    const sealed = vault.seal(at(personId, 'name'), name);
    await tx.manager.update(Person, { id: personId }, { name: sealed });
    await this.index(tx, companyId, personId, { name, phone: null, email: null });
  }

  /** The person with this phone number or mail address, if known. */
  async recognise(
    manager: EntityManager,
    companyId: string,
    contact: Contact,
  ): Promise<string | null> {
    const key = await this.indexKey(companyId, manager);
    const tokens = contactTokens(key, contact);
    if (tokens.length === 0) {
      return null;
    }
    const found = await manager.findOneBy(SearchToken, { companyId, token: In(tokens) });
    return found?.personId ?? null;
  }

  /** Ids of the people that a search means: a whole number or address, or letters of the name. */
  async search(companyId: string, q: string, atMost: number): Promise<string[]> {
    const key = await this.indexKey(companyId);
    const whole = contactTokens(key, { phone: q, email: q });
    const letters = nameBigrams(q).map((pair) => blindToken(key, 'name', pair));
    if (letters.length === 0) {
      return [];
    }
    const rows = this.database.read(SearchToken);
    const exact = await rows.findBy({ companyId, token: In(whole) });
    if (exact.length > 0) {
      return exact.map((row) => row.personId);
    }
    const named = await rows
      .createQueryBuilder('t')
      .select('t.personId', 'personId')
      .where('t.companyId = :companyId AND t.token IN (:...letters)', { companyId, letters })
      .groupBy('t.personId')
      .having('COUNT(*) = :all', { all: letters.length })
      .limit(atMost)
      .getRawMany<{ personId: string }>();
    return named.map((row) => row.personId);
  }

  /** Those who share a number, an address or the whole name with somebody, without him. */
  async near(
    companyId: string,
    who: { id: string; name: string; contacts: Contact[] },
    atMost: number,
  ): Promise<string[]> {
    const key = await this.indexKey(companyId);
    const tokens = [...new Set(who.contacts.flatMap((one) => contactTokens(key, one)))];
    const rows = tokens.length > 0 ? await this.byTokens(companyId, tokens, atMost) : [];
    const named = [...who.name].length > 1 ? await this.search(companyId, who.name, atMost) : [];
    return [...new Set([...rows, ...named])].filter((id) => id !== who.id).slice(0, atMost);
  }

  private async byTokens(companyId: string, tokens: string[], atMost: number): Promise<string[]> {
    const where = { companyId, token: In(tokens) };
    const rows = await this.database.read(SearchToken).find({ where, take: atMost });
    return rows.map(({ personId }) => personId);
  }

  async namesOf(
    personIds: string[],
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<Map<string, string>> {
    const ids = [...new Set(personIds)];
    const people = ids.length > 0 ? await manager.findBy(Person, { id: In(ids) }) : [];
    const vaults = await this.vault.ofMany(ids, manager);
    const names = people.map((person): [string, string] => [
      person.id,
      vaults.get(person.id)?.open(at(person.id, 'name'), person.name) ?? erasedName,
    ]);
    return new Map(names);
  }

  async nameOf(personId: string, manager?: EntityManager): Promise<string> {
    return (await this.namesOf([personId], manager)).get(personId) ?? erasedName;
  }

  async contactOf(
    personId: string,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<Contact> {
    const person = await manager.findOneBy(Person, { id: personId });
    const vault = await this.vault.of(personId, manager);
    return {
      phone: vault.open(at(personId, 'phone'), person?.phone ?? null),
      email: vault.open(at(personId, 'email'), person?.email ?? null),
    };
  }

  private async index(
    tx: Tx,
    companyId: string,
    personId: string,
    known: { name: string | null } & Contact,
  ): Promise<void> {
    const key = await this.indexKey(companyId, tx.manager);
    const letters = known.name
      ? nameBigrams(known.name).map((pair) => blindToken(key, 'name', pair))
      : [];
    const tokens = [...new Set([...letters, ...contactTokens(key, known)])];
    if (tokens.length > 0) {
      const rows = tokens.map((token) => ({ companyId, token, personId }));
      await tx.manager
        .createQueryBuilder()
        .insert()
        .into(SearchToken)
        .values(rows)
        .orIgnore()
        .execute();
    }
  }

  private async indexKey(companyId: string, manager?: EntityManager): Promise<Buffer> {
    return (await this.vault.of(companyId, manager)).keyFor('index');
  }
}

function contactTokens(key: Buffer, contact: Contact): string[] {
  const tokens: string[] = [];
  const phone = contact.phone ? normalPhone(contact.phone) : '';
  if (phone.length >= 5) {
    tokens.push(blindToken(key, 'phone', phone));
  }
  if (contact.email?.includes('@')) {
    tokens.push(blindToken(key, 'email', normalEmail(contact.email)));
  }
  return tokens;
}
