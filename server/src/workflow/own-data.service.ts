import { Injectable } from '@nestjs/common';
import type { OwnData } from '@zhiyu/contracts/own-data';
import { Cards } from '../notify/cards.service.js';
import type { CandidateActor } from '../platform/auth/actor.js';
import { Clock } from '../platform/time/clock.js';
import { OwnFileCopy } from '../recruiting/own-file-copy.service.js';
import { InterviewReader } from '../interviews/interview-reader.js';
import { OwnGroupsDesk } from '../interviews/own-groups.service.js';
import { OwnCopy } from '../interviews/own-copy.service.js';
import { OwnTestCopy } from '../scoring/written-tests/own-test-copy.service.js';
import { OwnPoolCopy } from '../talent/own-pool-copy.service.js';
import { CandidateStatusReader } from './candidate-status.service.js';
import { OwnPages } from './own-page.service.js';

/** A copy of everything known of a candidate, in one answer. */
@Injectable()
export class OwnDataReader {
  constructor(
    private readonly status: CandidateStatusReader,
    private readonly pages: OwnPages,
    private readonly file: OwnFileCopy,
    private readonly reader: InterviewReader,
    private readonly cards: Cards,
    private readonly copy: OwnCopy,
    private readonly groups: OwnGroupsDesk,
    private readonly tests: OwnTestCopy,
    private readonly pool: OwnPoolCopy,
    private readonly clock: Clock,
  ) {}

  async of(actor: CandidateActor): Promise<OwnData> {
    const { application } = await this.reader.whose(actor.applicationId);
    const own = await this.pages.view(actor);
    const inbox = await this.cards.inbox({ kind: 'candidate', id: actor.applicationId });
    return {
      madeAt: this.clock.now(),
      ...(await this.file.of(application)),
      application: await this.status.view(actor),
      consents: own.consents,
      requests: own.requests,
      groups: (await this.groups.view(actor)).stated,
      ...(await this.copy.of(application.id)),
      tests: await this.tests.of(application.id),
      ...(await this.pool.of(application.personId)),
      messages: inbox.items.map(({ at, card }) => ({
        at,
        title: card.title,
        texts: card.blocks.flatMap((block) => (block.type === 'text' ? [block.text] : [])),
      })),
    };
  }
}
