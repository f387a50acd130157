import type { Card } from '@zhiyu/contracts/card';
import { Injectable } from '@nestjs/common';
import { DrawingThread } from '../../platform/drawing/drawing-thread.js';
import { AppLog } from '../../platform/log/app-log.js';
import { chartPictureOf, chartSvg } from './chart-svg.js';

/** The charts of cards as pictures, for chats that take one. */
@Injectable()
export class ChartPictures {
  private readonly thread = new DrawingThread<string>(
    new URL('./chart.worker.js', import.meta.url),
  );

  constructor(private readonly log: AppLog) {}

  /** A PNG; null where the card has no chart, or where it could not be drawn: the card has its ▂▅▇ then. */
  async of(card: Card): Promise<Buffer | null> {
    const picture = chartPictureOf(card);
    if (!picture) {
      return null;
    }
    try {
      return await this.thread.draw(chartSvg(picture));
    } catch (error) {
      this.log.warn('a chart could not be drawn', { error });
      return null;
    }
  }
}
