import { Injectable } from '@nestjs/common';
import type { ApplicationDetail } from '@zhiyu/contracts/application';
import qrcode from 'qrcode';
import { InterviewReader } from '../interviews/interview-reader.js';
import { Invitations } from '../interviews/invitations.service.js';
import { Database } from '../platform/database/database.js';
import { Runtime } from '../platform/runtime.js';
import type { Application } from '../recruiting/entities/application.entity.js';
import { SourceLinkRow } from '../recruiting/entities/position.entity.js';

const open: readonly string[] = ['invited', 'consented', 'running'];

/** Links that people hand over: by which one a candidate came, and the one that leads into the interview. */
@Injectable()
export class HandedOver {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly invitations: Invitations,
    private readonly runtime: Runtime,
  ) {}

  /** What the link is called that the candidate followed; null without one. */
  async labelOf({ linkId }: Pick<Application, 'linkId'>): Promise<string | null> {
    const link = linkId && (await this.database.read(SourceLinkRow).findOneBy({ id: linkId }));
    return link ? link.label : null;
  }

  /** The open invitation as a link and as a QR code (SVG); null where none is open. */
  async invitation(
    application: Application,
  ): Promise<Pick<ApplicationDetail, 'invitationUrl' | 'invitationQr'>> {
    const interview = await this.reader.newest(application.id);
    const path =
      interview && open.includes(interview.state) ? await this.invitations.pathOf(interview) : null;
    if (path === null) {
      return { invitationUrl: null, invitationQr: null };
    }
    const invitationUrl = `${this.runtime.publicUrl}/#${path}`;
    const invitationQr = await qrcode.toString(invitationUrl, { type: 'svg', margin: 1 });
    return { invitationUrl, invitationQr };
  }
}
