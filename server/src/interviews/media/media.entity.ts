import { Entity, Index } from 'typeorm';
import {
  DoubleColumn,
  IdColumn,
  IntColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

export type MediaTrack = 'video' | 'audio';
/** open: slices come in; complete: the candidate has finished; sealed: has a seekable copy; failed: has none. */
export type MediaState = 'open' | 'complete' | 'sealed' | 'failed';

/** One recorded track of an attempt. How many bytes an open one has is known to its file, not to this row. */
@Entity('media')
@Index(['attemptId'])
@Index(['companyId', 'personId'])
export class Media {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  /** Whose key it is encrypted under. */
  @RefColumn()
  personId: string;
  @RefColumn()
  attemptId: string;
  @ShortColumn(10)
  track: MediaTrack;
  /** As the recorder said it, codecs included. */
  @ShortColumn(100)
  mimeType: string;
  @ShortColumn(10)
  state: MediaState;
  /** The slices as they came, under the folder of recordings. */
  @ShortColumn(100)
  file: string;
  /** The seekable copy. */
  @ShortColumn(100, { nullable: true })
  sealedFile: string | null;
  @ShortColumn(100, { nullable: true })
  sealedMimeType: string | null;
  /** Why there is no seekable copy: emptyRecording, unreadableRecording, tooLargeToSeal or sealingTimedOut. */
  @ShortColumn(100, { nullable: true })
  reason: string | null;
  /** Plain bytes at completion. */
  @MomentColumn()
  bytes: number;
  /** Acknowledged slices at completion. */
  @IntColumn()
  slices: number;
  /** Length of play, measured on the recording. */
  @DoubleColumn({ nullable: true })
  seconds: number | null;
  /** When its picture ends, 0 without one; null until it is measured, and for sound. */
  @DoubleColumn({ nullable: true })
  pictureSeconds: number | null;
  @MomentColumn()
  createdAt: number;
  @MomentColumn({ nullable: true })
  completedAt: number | null;
}
