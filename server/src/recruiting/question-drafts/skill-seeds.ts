import { Injectable } from '@nestjs/common';
import { loadSkillCatalogue } from '@zhiyu/config/skills';
import type { SkillCatalogue } from '@zhiyu/contracts/skill-catalogue';

/** The skill catalogue that comes with the product, read once. */
@Injectable()
export class SkillSeeds {
  private loaded: SkillCatalogue | undefined;

  all(): SkillCatalogue {
    this.loaded ??= loadSkillCatalogue();
    return this.loaded;
  }
}
