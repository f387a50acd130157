import { expect } from 'chai';
import { noPicture, onePoint, tooLarge } from '../chart-samples.js';
import { withEmulator } from './emulator-process.js';
import { messageTo, standAt } from './stand.js';

interface Said {
  msgKey: string;
  msgParam: string;
}

describe('a chart in DingTalk', () => {
  const emulator = withEmulator();
  const chatOf = async (chat: string) => (await emulator().state()).chats[chat] ?? [];
  const kindsIn = async (chat: string) =>
    (await chatOf(chat)).map(({ kind, content }) =>
      kind === 'robot' ? (content as Said).msgKey : kind,
    );
  const pictureIn = async (chat: string) => {
    const { msgParam } = (await chatOf(chat)).at(-1)?.content as Said;
    const { photoURL } = JSON.parse(msgParam) as { photoURL: string };
    const id = encodeURIComponent(photoURL);
    return (await fetch(`${emulator().base}/_control/picture?id=${id}`)).text();
  };

  for (const chat of ['cidRecruiting', 'mgr01']) {
    it(`goes to ${chat} as an uploaded picture, once, behind the card`, async () => {
      const { channel } = standAt(emulator().base);
      const message = messageTo(chat, { chart: onePoint });
      await channel.send(message);
      await channel.send(message);
      expect(await kindsIn(chat)).to.deep.equal(['card', 'sampleImageMsg']);
      const whole = `data:image/png;base64,${onePoint.toString('base64')}`;
      expect(await pictureIn(chat)).to.equal(whole);
    });
  }

  it('that DingTalk refuses, or that is too large to be taken, leaves the card alone', async () => {
    const { channel, tools } = standAt(emulator().base);
    const uploads = async () => (await emulator().calls('/media/upload')).length;
    const before = await uploads();
    await channel.send(messageTo('hr01', { chart: noPicture }));
    await channel.send(messageTo('hr01', { chart: tooLarge }));
    expect(await kindsIn('hr01')).to.deep.equal(['card', 'card']);
    expect((await uploads()) - before, 'what is too large is not even uploaded').to.equal(1);
    expect(channel.health().lastError, 'the channel itself works').to.equal(null);
    expect(tools.logged.join('\n')).to.include('chart not sent');
  });
});
