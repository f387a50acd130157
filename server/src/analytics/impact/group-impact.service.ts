import { Injectable } from '@nestjs/common';
import { GroupImpact, type GroupRatios, type SelectedBoth } from '../../privacy/group-ratios.js';
import { GroupStatements } from '../../privacy/group-statements.service.js';
import type { Outcome } from './impact.js';
import { ratioChanges } from './ratio-change.js';

/** What a change of rules would do to groups, as far as people chose to say who they are. */
@Injectable()
export class StatedGroupImpact extends GroupImpact {
  constructor(private readonly statements: GroupStatements) {
    super();
  }

  override async of(
    companyId: string,
    applications: ReadonlyMap<string, SelectedBoth>,
  ): Promise<GroupRatios> {
    const was: Outcome[] = [];
    const is: Outcome[] = [];
    let changed = 0;
    for await (const some of this.statements.all(companyId)) {
      for (const [id, stated] of some) {
        const one = applications.get(id);
        if (one) {
          was.push({ groups: { ...stated }, selected: one.was, score: null });
          is.push({ groups: { ...stated }, selected: one.is, score: null });
          changed += one.was === one.is ? 0 : 1;
        }
      }
    }
    return { ratios: ratioChanges(was, is), stated: was.length, changed };
  }
}
