import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import { rawPaths } from '@zhiyu/contracts/routes';
import { In } from 'typeorm';
import { DataKey } from '../../platform/crypto/data-key.entity.js';
import { Database, type Tx } from '../../platform/database/database.js';
import type { Lease } from '../../platform/storage/sealed-files.js';
import { newId } from '../../platform/time/ids.js';
import { Media, type MediaTrack } from './media.entity.js';
import { MediaFiles } from './media-files.js';

/** Largest recording that is handed out as one buffer: two hours of speech at 64 kbit/s. */
const readAtMost = 64 * 1024 * 1024;
const playable =
  /^(video|audio)\/(webm|mp4|ogg|x-matroska|quicktime|mpeg|aac|wav|3gpp)(; ?codecs="?[\w.,+ -]*"?)?$/i;

export interface NewMedia {
  companyId: string;
  personId: string;
  attemptId: string;
  track: MediaTrack;
  mimeType: string;
}

/** What has arrived and cannot be lost any more. */
export interface MediaProgress {
  bytes: number;
  slices: number;
  /** Length of the whole, once the client has said it. */
  declared: number | null;
}

/** Bytes from `start` to `end`, the last one included. */
export interface ByteRange {
  start: number;
  end: number;
}

export interface MediaStream {
  mimeType: string;
  /** Bytes of the whole. */
  size: number;
  /** What the stream holds of it; null for an empty recording. */
  range: ByteRange | null;
  stream: Readable;
}

/** False for a track that was completed without a byte: the recorder was stopped before its first picture. */
export function holdsSomething(media: Media): boolean {
  return media.state === 'open' || media.bytes > 0;
}

/** What may be played to who is not to see the picture. */
export function isSound(media: Media): boolean {
  return media.track === 'audio' && holdsSomething(media);
}

/** How long a slice may still come after another process completed the recording. */
const rememberMs = 2000;
const rememberAtMost = 5000;

/** Recordings: opened for an attempt, filled slice by slice, played back. */
@Injectable()
export class MediaService {
  private readonly remembered = new Map<string, { media: Media; until: number }>();

  constructor(
    private readonly database: Database,
    private readonly files: MediaFiles,
  ) {}

  /** @throws AppError fileTypeUnknown for a type that is no recording. */
  async open(tx: Tx, wanted: NewMedia): Promise<Media> {
    if (!playable.test(wanted.mimeType)) {
      throw new AppError('fileTypeUnknown');
    }
    const id = newId(tx.now);
    const empty = {
      sealedFile: null,
      sealedMimeType: null,
      reason: null,
      bytes: 0,
      slices: 0,
      seconds: null,
      pictureSeconds: null,
    };
    const times = { createdAt: tx.now, completedAt: null };
    const media = tx.repository(Media).create({
      ...wanted,
      ...empty,
      ...times,
      id,
      state: 'open',
      file: this.files.nameOf(id, 'rec'),
    });
    await tx.manager.insert(Media, media);
    return media;
  }

  /** Where its slices go: tus 1.0, deferred length. */
  uploadUrl(media: Media): string {
    return `${rawPaths.uploads}/${media.id}`;
  }

  /** Where it is played from. */
  playUrl(media: Media): string {
    return `${rawPaths.media}/${media.id}`;
  }

  /** Takes no more slices, and orders the seekable copy. Harmless when repeated. */
  async complete(tx: Tx, mediaId: string): Promise<Media> {
    const media = await tx.repository(Media).findOneBy({ id: mediaId });
    if (!media) {
      throw new AppError('notFound');
    }
    if (media.state !== 'open') {
      return media;
    }
    const place = await this.files.original(media, tx.manager);
    const { bytes, slices } = await this.files.open.use(place, async (file) => {
      await file.refresh();
      return { bytes: file.size, slices: file.records };
    });
    const change = { state: 'complete' as const, bytes, slices, completedAt: tx.now };
    await tx.manager.update(Media, { id: mediaId }, change);
    this.remembered.delete(mediaId);
    tx.enqueue(
      'media.seal',
      { attemptId: media.attemptId, mediaId },
      { key: `media.seal:${mediaId}` },
    );
    return Object.assign(media, change);
  }

  async find(mediaId: string): Promise<Media | null> {
    return this.database.read(Media).findOneBy({ id: mediaId });
  }

  /** As `find`, for the check before each slice: an open recording is remembered for two seconds. */
  async findForUpload(mediaId: string): Promise<Media | null> {
    const now = performance.now();
    const known = this.remembered.get(mediaId);
    if (known && known.until > now) {
      return known.media;
    }
    const media = await this.find(mediaId);
    if (media?.state === 'open') {
      if (this.remembered.size >= rememberAtMost) {
        this.remembered.clear();
      }
      this.remembered.set(mediaId, { media, until: now + rememberMs });
    }
    return media;
  }

  /** All tracks of these attempts, oldest first. */
  async ofAttempts(
    attemptIds: string[],
    manager = this.database.dataSource.manager,
  ): Promise<Media[]> {
    return manager.find(Media, { where: { attemptId: In(attemptIds) }, order: { id: 'ASC' } });
  }

  /** Recordings that nobody can open any more: the key of the person was destroyed. */
  async ofErased(of: { atMost: number; personId?: string | undefined }): Promise<Media[]> {
    const found = this.database.read(Media).createQueryBuilder('media');
    const key = found.subQuery().select('1').from(DataKey, 'key_');
    const query = found.where(
      `NOT EXISTS ${key.where('key_.subjectId = media.personId').getQuery()}`,
    );
    if (of.personId !== undefined) {
      query.andWhere('media.personId = :personId', { personId: of.personId });
    }
    return query.orderBy('media.id').take(of.atMost).getMany();
  }

  /** What the file itself says, also what other processes have added. */
  async progress(media: Media): Promise<MediaProgress> {
    return this.files.open.use(await this.files.original(media), async (file) => {
      await file.refresh();
      return { bytes: file.size, slices: file.records, declared: file.declared };
    });
  }

  /** The file of an open recording, for adding slices; give it back. */
  async lease(media: Media): Promise<Lease> {
    return this.files.open.lease(await this.files.original(media));
  }

  /**
   * The seekable copy where there is one, else the recording as it came. `range` cuts a part out of it, from
   * what the size lets it be; the stream gives its file back when it closes.
   */
  async stream(media: Media, range: (size: number) => ByteRange | null): Promise<MediaStream> {
    const { lease, mimeType } = await this.leasePlayed(media);
    try {
      await lease.file.refresh();
      const size = lease.file.size;
      const part = size === 0 ? null : (range(size) ?? { start: 0, end: size - 1 });
      const bytes = part ? lease.file.readRange(part.start, part.end + 1) : [];
      const stream = Readable.from(bytes, { objectMode: false });
      stream.once('close', () => void lease.release());
      return { mimeType, size, range: part, stream };
    } catch (error) {
      await lease.release();
      throw error;
    }
  }

  /**
   * The recording as it came, whole, for speech recognition.
   * @throws AppError fileTooLarge above 64 MiB.
   */
  async readAll(media: Media): Promise<Buffer> {
    return this.files.open.use(await this.files.original(media), async (file) => {
      await file.refresh();
      if (file.size > readAtMost) {
        throw new AppError('fileTooLarge');
      }
      return file.readBytes(0, file.size);
    });
  }

  /** Deletes its files and its row. Not inside a transaction: files know none. */
  async purge(media: Media): Promise<void> {
    this.remembered.delete(media.id);
    const copy = media.sealedFile ?? this.files.nameOf(media.id, 'copy');
    for (const name of [media.file, copy, `${copy}.part`]) {
      await this.files.open.remove(this.files.pathOf(name));
    }
    await this.database.transaction(async (tx) => {
      await tx.manager.delete(Media, { id: media.id });
    });
  }

  private async leasePlayed(media: Media): Promise<{ lease: Lease; mimeType: string }> {
    if (media.state === 'sealed' && media.sealedFile !== null) {
      const lease = await this.files.open.lease(await this.files.copy(media, media.sealedFile));
      return { lease, mimeType: media.sealedMimeType ?? media.mimeType };
    }
    return { lease: await this.lease(media), mimeType: media.mimeType };
  }
}
