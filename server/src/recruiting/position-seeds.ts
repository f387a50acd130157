import { Injectable } from '@nestjs/common';
import { loadPositionSeeds } from '@zhiyu/config/content';
import type { PositionContent } from '@zhiyu/contracts/position';

/** The positions that come with the product: read once, copied into versions when used. */
@Injectable()
export class PositionSeeds {
  private loaded: PositionContent[] | undefined;

  all(): PositionContent[] {
    this.loaded ??= loadPositionSeeds();
    return this.loaded;
  }

  find(code: string): PositionContent | undefined {
    return this.all().find((seed) => seed.code === code);
  }
}
