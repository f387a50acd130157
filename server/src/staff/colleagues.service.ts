import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { Department } from './company.entity.js';
import { StaffUser } from './staff-user.entity.js';

/** Somebody who signs in here. */
export interface Colleague {
  since: number;
  department: string | null;
}

/** Which people work here, too. */
@Injectable()
export class Colleagues {
  constructor(private readonly database: Database) {}

  /** The one of these people who works here now; null: nobody. */
  async among(personIds: string[]): Promise<Colleague | null> {
    const user = await this.database
      .read(StaffUser)
      .findOne({ where: { personId: In(personIds), active: true }, order: { createdAt: 'ASC' } });
    const { departmentId = null } = user ?? {};
    const department = departmentId
      ? await this.database.read(Department).findOneBy({ id: departmentId })
      : null;
    return user ? { since: user.createdAt, department: department?.name ?? null } : null;
  }
}
