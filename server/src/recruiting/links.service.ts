import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Locale, textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import { type PublicPosition } from '@zhiyu/contracts/position';
import type { CreateLink, SourceLink } from '@zhiyu/contracts/source-link';
import { sources } from '@zhiyu/contracts/source-values';
import qrcode from 'qrcode';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { Runtime } from '../platform/runtime.js';
import { newId } from '../platform/time/ids.js';
import { requireOn } from '../staff/access.js';
import { StaffService } from '../staff/staff.service.js';
import { Application } from './entities/application.entity.js';
import { Position, SourceLinkRow } from './entities/position.entity.js';
import { Positions } from './positions.service.js';

/** Letters that are not mistaken for one another when read aloud or typed. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

function newCode(): string {
  return [...randomBytes(8)].map((byte) => letters.charAt(byte % letters.length)).join('');
}

type LinkEnds = Pick<SourceLink, 'interviewed' | 'hired'>;

/** Tracked links to the public page of a position (R7). */
@Injectable()
export class Links {
  constructor(
    private readonly database: Database,
    private readonly positions: Positions,
    private readonly staff: StaffService,
    private readonly runtime: Runtime,
  ) {}

  async list(actor: StaffActor, positionId: string): Promise<SourceLink[]> {
    const position = await this.database.read(Position).findOneBy({ id: positionId });
    requireOn(actor, 'position.view', position);
    const rows = await this.database
      .read(SourceLinkRow)
      .find({ where: { positionId }, order: { createdAt: 'ASC' } });
    const ends = await this.ends(positionId);
    return Promise.all(rows.map((row) => this.view(row, ends.get(row.id))));
  }

  /** @param id of the new link; where it is there already, this very act made it */
  async create(actor: StaffActor, input: CreateLink, id: string): Promise<SourceLink> {
    const position = await this.database.read(Position).findOneBy({ id: input.positionId });
    requireOn(actor, 'position.edit', position);
    const { companyId, id: positionId } = position;
    const row = await this.database.transaction(
      async (tx) =>
        (await tx.manager.findOneBy(SourceLinkRow, { id, companyId, positionId })) ??
        (await this.add(tx, { ...input, companyId, id })),
    );
    return this.view(row);
  }

  async add(
    tx: Tx,
    input: CreateLink & { companyId: string; id?: string },
  ): Promise<SourceLinkRow> {
    const { companyId, positionId, source, label } = input;
    const row = {
      id: input.id ?? newId(tx.now),
      companyId,
      positionId,
      code: newCode(),
      source,
      label,
    };
    const full = { ...row, visits: 0, applications: 0, createdAt: tx.now };
    await tx.manager.insert(SourceLinkRow, full);
    return full;
  }

  /** What the link shows to anybody; each look counts as a visit. */
  async open(code: string, locale: Locale): Promise<PublicPosition> {
    const { link, position } = await this.find(code);
    await this.database.read(SourceLinkRow).increment({ id: link.id }, 'visits', 1);
    const { content } = await this.positions.version(position.versionId);
    const company = await this.staff.company(position.companyId);
    const owners = await this.staff.namesOf([position.ownerId]);
    return {
      code,
      companyName: company.name,
      companyLogo: company.logo,
      name: textIn(content.name, locale),
      place: content.place,
      pay: content.pay,
      description: textIn(content.description, locale),
      answerHours: content.plan.answerHours,
      contactName: owners.get(position.ownerId ?? '') ?? company.name,
      open: position.state === 'open',
      locale,
    };
  }

  /** @throws notFound for a code that was never given out. */
  async find(code: string): Promise<{ link: SourceLinkRow; position: Position }> {
    const link = await this.database.read(SourceLinkRow).findOneBy({ code });
    const position = link
      ? await this.database.read(Position).findOneBy({ id: link.positionId })
      : null;
    if (!link || !position) {
      throw new AppError('notFound');
    }
    return { link, position };
  }

  /** How far those came who applied by each link. */
  private async ends(positionId: string): Promise<Map<string, LinkEnds>> {
    const rows = await this.database
      .read(Application)
      .createQueryBuilder('a')
      .select('a.linkId', 'linkId')
      .addSelect('COUNT(a.total)', 'interviewed')
      .addSelect("SUM(CASE WHEN a.stage = 'hired' THEN 1 ELSE 0 END)", 'hired')
      .where('a.positionId = :positionId AND a.linkId IS NOT NULL', { positionId })
      .groupBy('a.linkId')
      .getRawMany<{ linkId: string; interviewed: number | string; hired: number | string }>();
    // MariaDB hands sums back as text.
    return new Map(
      rows.map(({ linkId, interviewed, hired }) => [
        linkId,
        { interviewed: Number(interviewed), hired: Number(hired) },
      ]),
    );
  }

  private async view(
    row: SourceLinkRow,
    ends: LinkEnds = { interviewed: 0, hired: 0 },
  ): Promise<SourceLink> {
    const url = `${this.runtime.publicUrl}/#/pages/apply/index?code=${row.code}`;
    const qrSvg = await qrcode.toString(url, {
      type: 'svg',
      margin: 1,
      color: { dark: '#1f1d1a', light: '#ffffff' },
    });
    const source = sources.find((one) => one === row.source) ?? 'website';
    const { id, code, label, visits, applications } = row;
    return { id, code, source, label, url, qrSvg, visits, applications, ...ends };
  }
}
