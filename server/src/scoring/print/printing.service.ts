import { Injectable } from '@nestjs/common';
import { DrawingThread } from '../../platform/drawing/drawing-thread.js';
import type { Printed } from './printed.js';

/** Prints reports, one after another. */
@Injectable()
export class Printing {
  private readonly thread = new DrawingThread<Printed>(
    new URL('./print.worker.js', import.meta.url),
  );

  /** @throws where the thread fails or takes longer than a minute */
  pdf(printed: Printed): Promise<Buffer> {
    return this.thread.draw(printed);
  }
}
