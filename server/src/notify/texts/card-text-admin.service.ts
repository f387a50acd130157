import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type { TextPreview, TextPreviewInput } from '@zhiyu/contracts/card-texts';
import type { Gallery, GalleryQuery } from '@zhiyu/contracts/gallery';
import type { StaffActor } from '../../platform/auth/actor.js';
import { AddressBook } from '../address-book.js';
import { CardGallery } from '../gallery/card-gallery.service.js';
import { type SampleScene, sampleValues } from '../gallery/sample-people.js';
import { CardTexts } from './card-texts.service.js';
import { faultsOf } from './text-rules.js';
import { cardOfTexts, textsOfCard } from './text-cards.js';
import { wordingOf } from './filling.js';

/** What the administrator sees of the cards: with the company's words as they stand, or as they would be. */
@Injectable()
export class CardTextAdmin {
  constructor(
    private readonly gallery: CardGallery,
    private readonly texts: CardTexts,
    private readonly book: AddressBook,
  ) {}

  /** A card with made-up contents in the company's own words. @throws notFound for a sample that there is not */
  async show(actor: StaffActor, query: GalleryQuery): Promise<Gallery> {
    const { kind, name } = this.gallery.sampleOf(query);
    const brand = await this.book.brandOf(actor.companyId);
    const of = textsOfCard(kind, name);
    if (of === null) {
      return this.gallery.show(query, brand);
    }
    const { locale } = query;
    const texts = await this.texts.current(actor, { kind: of.kind, locale });
    return this.gallery.show(query, brand, wordingOf(texts, sampleValues(locale), of.applied));
  }

  /** The same card in words that are not saved, with what is wrong with them. */
  async preview(actor: StaffActor, input: TextPreviewInput): Promise<TextPreview> {
    const { kind, locale, positionId, texts } = input;
    const scene = await this.sceneOf(actor, input);
    const values = sampleValues(locale, scene);
    const { card, sample } = cardOfTexts(kind, input.sample);
    const query: GalleryQuery = { kind: card, sample, locale };
    const applied = textsOfCard(card, sample)?.applied ?? false;
    const below = positionId === undefined ? {} : await this.texts.current(actor, { kind, locale });
    const brand = await this.book.brandOf(actor.companyId);
    const wording = wordingOf({ ...below, ...texts }, values, applied);
    return {
      faults: faultsOf(kind, texts, values),
      gallery: this.gallery.show(query, brand, wording, scene),
    };
  }

  /** The position whose words they are; a made-up one where they are the whole company's. */
  private async sceneOf(
    { companyId }: StaffActor,
    { locale, positionId }: TextPreviewInput,
  ): Promise<SampleScene> {
    const name =
      positionId === undefined ? null : await this.book.positionName(companyId, positionId);
    return name ? { position: textIn(name, locale) } : {};
  }
}
