import { Controller } from '@nestjs/common';
import { routes } from '@zhiyu/contracts/routes';
import type { Poll, PollResult } from '@zhiyu/contracts/stream';
import type { Actor } from '../auth/actor.js';
import { Can } from '../auth/can.js';
import { Bind } from '../http/bind.js';
import { Stream } from './stream.service.js';

@Controller()
export class StreamController {
  constructor(private readonly stream: Stream) {}

  @Bind(routes.poll)
  @Can('stream.read')
  async poll(actor: Actor, input: Poll): Promise<PollResult> {
    return input.after === 0
      ? { items: [], last: await this.stream.last() }
      : this.stream.after(actor, input.after);
  }
}
