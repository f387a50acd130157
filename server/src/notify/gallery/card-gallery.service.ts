import { Injectable } from '@nestjs/common';
import type { Card } from '@zhiyu/contracts/card';
import { AppError } from '@zhiyu/contracts/errors';
import type { Gallery, GalleryQuery, GallerySample } from '@zhiyu/contracts/gallery';
import { Clock } from '../../platform/time/clock.js';
import { newId } from '../../platform/time/ids.js';
import { firstVersion } from '../card-content.js';
import { Channels } from '../channels.js';
import { sampleWords } from './sample-people.js';
import { samplesIn } from './samples.js';

const nameOf = ({ kind, name, audience }: GallerySample): GallerySample => ({
  ...{ kind, name, audience },
});

/** Each card with made-up contents, as each channel draws it: nothing is written and nothing is sent. */
@Injectable()
export class CardGallery {
  constructor(
    private readonly channels: Channels,
    private readonly clock: Clock,
  ) {}

  /** @throws notFound for a sample that there is not */
  show({ kind, sample: wanted, locale }: GalleryQuery): Gallery {
    const now = this.clock.now();
    const all = samplesIn(locale, now);
    const sample = all.find(
      (one) => one.kind === kind && (wanted === undefined || one.name === wanted),
    );
    if (!sample) {
      throw new AppError('notFound');
    }
    const { content, state, audience } = sample;
    const first = firstVersion({ id: newId(now), kind }, content, now).card;
    const card: Card = { ...first, state };
    const drawn = this.channels.draw(card, audience, sampleWords[locale].company);
    return {
      samples: all.map(nameOf),
      ...{ sample: nameOf(sample), card },
      channels: drawn.map((one) => ({
        ...one,
        on: one.name === 'console' || this.channels.has(one.name),
      })),
    };
  }
}
