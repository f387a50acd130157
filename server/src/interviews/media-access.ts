import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { rawPaths } from '@zhiyu/contracts/routes';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../platform/auth/actor.js';
import { AuditSink } from '../platform/auth/can.js';
import { Masks } from '../platform/auth/masks.js';
import { Sessions } from '../platform/auth/sessions.js';
import { Database } from '../platform/database/database.js';
import { AppLog } from '../platform/log/app-log.js';
import { refuseForeignOrigin } from '../platform/http/access.guard.js';
import { Runtime } from '../platform/runtime.js';
import { actorOf } from '../platform/stream/mount-stream.js';
import { Position } from '../recruiting/entities/position.entity.js';
import { Application } from '../recruiting/entities/application.entity.js';
import { mayOn } from '../staff/access.js';
import { Answer, AttemptRow, Interview } from './entities/interview.entity.js';
import type { Media } from './media/media.entity.js';
import { MediaAccess, mountMedia } from './media/media.playback.js';
import { isSound, MediaService } from './media/media.service.js';
import { mountUploads, UploadAccess } from './media/media.uploads.js';
import { playedTrack } from './media/played-track.js';

const byAttempt = 'by-attempt';

/** Only the candidate whose attempt it is adds to a recording. */
@Injectable()
export class OwnUploads extends UploadAccess {
  constructor(
    private readonly sessions: Sessions,
    private readonly media: MediaService,
  ) {
    super();
  }

  async check(request: FastifyRequest, mediaId: string): Promise<Media | null> {
    refuseForeignOrigin(request);
    const actor = await actorOf(this.sessions, request, 'candidate');
    const media = await this.media.findForUpload(mediaId);
    return media?.personId === actor.id && media.companyId === actor.companyId ? media : null;
  }
}

function sideOf(request: FastifyRequest): 'staff' | 'candidate' | 'any' {
  const { side } = request.query as { side?: string };
  return side === 'candidate' || side === 'staff' ? side : 'any';
}

/** A player asks for many ranges of one recording: the first is the look. */
function isFirstLook({ headers }: FastifyRequest): boolean {
  return !headers.range || headers.range.startsWith('bytes=0-');
}

/** The candidate plays the own recordings; staff those of positions they are responsible for, each look written down. */
@Injectable()
export class Viewers extends MediaAccess {
  constructor(
    private readonly sessions: Sessions,
    private readonly media: MediaService,
    private readonly database: Database,
    private readonly audit: AuditSink,
    private readonly masks: Masks,
  ) {
    super();
  }

  async check(request: FastifyRequest, mediaId: string): Promise<Media | null> {
    const actor = await actorOf(this.sessions, request, sideOf(request));
    const media = await this.media.find(mediaId);
    if (media?.companyId !== actor.companyId) {
      return null;
    }
    if (actor.kind === 'candidate') {
      return media.personId === actor.id ? media : null;
    }
    const allowed = await this.staffMay(actor, media);
    if (!allowed || isFirstLook(request)) {
      await this.writeDown(actor, media, allowed);
    }
    return allowed ? media : null;
  }

  private async writeDown(actor: Actor, media: Media, allowed: boolean): Promise<void> {
    const ground = allowed ? 'responsible' : 'none';
    const line = { companyId: actor.companyId, actor: `staff:${actor.id}`, verb: 'media.view' };
    await this.audit.record({ ...line, object: media.attemptId, ground, allowed });
  }

  /** Whether the picture of this attempt would tell the company's own people what they are not to see. */
  async pictureHidden(actor: Actor, attemptId: string): Promise<boolean> {
    const application = await this.applicationOf(attemptId);
    return application !== null && this.hides(actor, application.id);
  }

  private async hides(actor: Actor, applicationId: string): Promise<boolean> {
    return actor.kind === 'staff' && (await this.masks.hidden(actor, [applicationId])).size > 0;
  }

  private async staffMay(actor: Actor, media: Media): Promise<boolean> {
    const application = await this.applicationOf(media.attemptId);
    const position = application
      ? await this.database.read(Position).findOneBy({ id: application.positionId })
      : null;
    if (actor.kind !== 'staff' || !application || !position) {
      return false;
    }
    const hidden = media.track === 'video' && (await this.hides(actor, application.id));
    return !hidden && mayOn(actor, 'media.view', position);
  }

  private async applicationOf(attemptId: string): Promise<Application | null> {
    const attempt = await this.database.read(AttemptRow).findOneBy({ id: attemptId });
    const answer = attempt
      ? await this.database.read(Answer).findOneBy({ id: attempt.answerId })
      : null;
    const interview = answer
      ? await this.database.read(Interview).findOneBy({ id: answer.interviewId })
      : null;
    return interview
      ? this.database.read(Application).findOneBy({ id: interview.applicationId })
      : null;
  }
}

/** Uploads, playback, and the address by attempt, which leads to the track that is played. */
export function mountRecordings(fastify: FastifyInstance, app: NestFastifyApplication): void {
  const media = app.get(MediaService);
  const log = app.get(AppLog);
  const maxBytes = app.get(Runtime).settings.media.MEDIA_MAX_MB * 1024 * 1024;
  mountUploads(fastify, { access: app.get(OwnUploads), media, log, maxBytes });
  const viewers = app.get(Viewers);
  mountMedia(fastify, { access: viewers, media, log });
  const address = `${rawPaths.media}/${byAttempt}/:attemptId`;
  const sessions = app.get(Sessions);
  fastify.get<{ Params: { attemptId: string } }>(address, async (request, reply) => {
    const actor = await actorOf(sessions, request, sideOf(request));
    const { attemptId } = request.params;
    const tracks = await media.ofAttempts([attemptId]);
    const soundOnly = await viewers.pictureHidden(actor, attemptId);
    const track = playedTrack(soundOnly ? tracks.filter(isSound) : tracks);
    const query = request.url.split('?')[1];
    return reply.redirect(
      `${rawPaths.media}/${track?.id ?? 'none'}${query ? `?${query}` : ''}`,
      302,
    );
  });
}
