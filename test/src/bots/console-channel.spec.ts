import { channelContract } from '@zhiyu/bots/channel.contract';
import { ConsoleChannel } from '@zhiyu/bots/console/console.channel';

describe('the web inbox as a channel', () => {
  for (const { name, run } of channelContract(() => new ConsoleChannel())) {
    it(name, run);
  }
});
