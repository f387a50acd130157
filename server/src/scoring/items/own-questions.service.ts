import { Injectable } from '@nestjs/common';
import type { ItemStatistics } from '@zhiyu/contracts/item-statistics';
import { In } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Position } from '../../recruiting/entities/position.entity.js';
import { Positions } from '../../recruiting/positions.service.js';
import { requireOn } from '../../staff/access.js';
import { ownKey } from './own-key.js';
import type { Rated } from './proposals.js';

/** Questions that a position has of its own, beside what was counted of them. */
@Injectable()
export class OwnQuestions {
  constructor(
    private readonly database: Database,
    private readonly positions: Positions,
  ) {}

  /**
   * What stands for what: the questions of the position's version of today that measure the same dimension first. One that
   * is gone is offered no more.
   */
  async rated(
    companyId: string,
    codes: readonly string[],
  ): Promise<Omit<Rated, 'exposure' | 'figures'>[]> {
    const ids = [...new Set(codes.map((code) => code.slice(0, code.indexOf(' '))))];
    const rows = await this.database.read(Position).findBy({ companyId, id: In(ids) });
    const today = new Map<string, string>();
    for (const { id, versionId } of rows) {
      const { content } = await this.positions.version(versionId);
      for (const { code, dimensions, bank } of content.questions) {
        if (bank === undefined) {
          today.set(ownKey(id, code), `${id} ${dimensions[0] ?? ''}`);
        }
      }
    }
    return [...new Set([...today.keys(), ...codes])].map((code) => ({
      ...{ code, group: today.get(code) ?? code, offered: today.has(code) },
    }));
  }

  /** The figures with the codes that the position itself gives its questions. @throws notFound, notAllowed */
  async named(
    actor: StaffActor,
    positionId: string,
    counted: ReadonlyMap<string, ItemStatistics>,
  ): Promise<ItemStatistics[]> {
    const row = await this.database.read(Position).findOneBy({ id: positionId });
    requireOn(actor, 'position.edit', row);
    const { content } = await this.positions.version(row.versionId);
    const codes = new Map(content.questions.map(({ code }) => [ownKey(positionId, code), code]));
    return [...codes].flatMap(([key, code]) => {
      const figures = counted.get(key);
      const { proposal } = figures ?? {};
      const instead = codes.get(proposal?.instead ?? '') ?? null;
      return figures
        ? [{ ...figures, code, proposal: proposal ? { ...proposal, instead } : null }]
        : [];
    });
  }
}
