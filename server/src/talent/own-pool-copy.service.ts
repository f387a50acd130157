import { Injectable } from '@nestjs/common';
import type { OwnData } from '@zhiyu/contracts/own-data';
import { SamePeople } from '../privacy/same-people.service.js';
import { PoolNotes } from './pool-notes.service.js';
import { PoolProfiles } from './pool-profiles.service.js';
import { PoolTags } from './pool-tags.service.js';

/** What the pool keeps of a person, to take along. */
@Injectable()
export class OwnPoolCopy {
  constructor(
    private readonly same: SamePeople,
    private readonly tags: PoolTags,
    private readonly profiles: PoolProfiles,
    private readonly notes: PoolNotes,
  ) {}

  async of(personId: string): Promise<Pick<OwnData, 'poolTags' | 'poolProfile' | 'poolNotes'>> {
    const group = await this.same.groupOf(personId);
    const kept = await this.profiles.ofGroup(group);
    const notes = await this.notes.of(group, null);
    return {
      poolTags: await this.tags.ofPerson(personId),
      poolProfile: kept && {
        ...{ country: kept.country, languages: kept.languages, move: kept.move, at: kept.at },
      },
      poolNotes: notes.map(({ text, by, at }) => ({ text, by, at })),
    };
  }
}
