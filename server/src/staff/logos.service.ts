import { Injectable } from '@nestjs/common';
import { rawPaths } from '@zhiyu/contracts/routes';
import { Database } from '../platform/database/database.js';
import { Company, CompanyLogo } from './company.entity.js';
import { logoType, readLogo } from './logo-image.js';

export interface Picture {
  mimeType: string;
  bytes: Buffer;
}

/** Where anybody finds the logo, as a path of this server; null = the company has none. */
export function logoPath({ id, logo }: Pick<Company, 'id' | 'logo'>): string | null {
  return logo === null ? null : `${rawPaths.logo}/${id}/${logo}`;
}

/** The companies' own pictures. */
@Injectable()
export class Logos {
  constructor(private readonly database: Database) {}

  /** @throws AppError for what is no logo (see `readLogo`) */
  async save(companyId: string, bytes: Buffer): Promise<void> {
    const { name } = readLogo(bytes);
    const row = { id: companyId, name, image: bytes.toString('base64') };
    await this.database.transaction(async (tx) => {
      await tx.manager.delete(CompanyLogo, { id: companyId });
      await tx.manager.insert(CompanyLogo, row);
      await tx.manager.update(Company, { id: companyId }, { logo: name });
    });
  }

  async remove(companyId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.manager.delete(CompanyLogo, { id: companyId });
      await tx.manager.update(Company, { id: companyId }, { logo: null });
    });
  }

  /** The picture of this name; null where it is not the company's (any more). */
  async picture(id: string, name: string): Promise<Picture | null> {
    const row = await this.database.read(CompanyLogo).findOneBy({ id, name });
    const mimeType = logoType(name);
    return row && mimeType ? { mimeType, bytes: Buffer.from(row.image, 'base64') } : null;
  }
}
