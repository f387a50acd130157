import { Injectable } from '@nestjs/common';
import type { Card } from '@zhiyu/contracts/card';
import { AppError } from '@zhiyu/contracts/errors';
import type { Gallery, GalleryQuery, GallerySample } from '@zhiyu/contracts/gallery';
import { Clock } from '../../platform/time/clock.js';
import { newId } from '../../platform/time/ids.js';
import { firstVersion } from '../card-content.js';
import type { Brand } from '../address-book.js';
import { Channels } from '../channels.js';
import type { CardWording } from '../texts/wording.js';
import { type SampleScene, sampleWords } from './sample-people.js';
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
  sampleOf(query: GalleryQuery): GallerySample {
    return nameOf(this.find(query, this.clock.now()));
  }

  /**
   * @param brand whose name and logo it carries
   * @param wording the company's own words, filled in
   * @param scene what of the sample is the company's own
   * @throws notFound for a sample that there is not
   */
  show(
    query: GalleryQuery,
    brand: Brand,
    wording: CardWording = {},
    scene: SampleScene = {},
  ): Gallery {
    const { locale } = query;
    const now = this.clock.now();
    const sample = this.find(query, now, scene);
    const { kind, content, state, audience } = sample;
    const first = firstVersion({ id: newId(now), kind, wording }, content, now).card;
    const card: Card = { ...first, state };
    const drawn = this.channels.draw(card, audience, {
      ...{ sender: sampleWords[locale].company, brand },
    });
    return {
      samples: samplesIn(locale, now).map(nameOf),
      ...{ sample: nameOf(sample), card },
      channels: drawn.map((one) => ({
        ...one,
        on: one.name === 'console' || this.channels.has(one.name),
      })),
    };
  }

  private find(
    { kind, sample: wanted, locale }: GalleryQuery,
    now: number,
    scene: SampleScene = {},
  ) {
    const found = samplesIn(locale, now, scene).find(
      (one) => one.kind === kind && (wanted === undefined || one.name === wanted),
    );
    if (!found) {
      throw new AppError('notFound');
    }
    return found;
  }
}
