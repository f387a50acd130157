import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { noPicture, onePoint, tooLarge } from '../chart-samples.js';
import { EmulatedWeCom, messageTo, type Stand, standOf } from './stand.js';

const emulated = new EmulatedWeCom();
let stand: Stand;

describe('a chart in WeCom', () => {
  before(() => emulated.start());
  after(() => emulated.stop());
  beforeEach(async () => {
    await emulated.order('reset');
    await emulated.order('setup', { app: { verified: true } });
    stand = standOf(emulated.settings());
  });

  const group = { kind: 'group' as const, id: 'g', address: 'group' };
  const robotOf = (of: Stand) => of.wecom.channels.find(({ name }) => name === 'wecomrobot')!;
  const inGroup = async () => (await emulated.state()).robot.map(({ body }) => body);
  const typesFor = async () => (await emulated.state()).shown.map(({ msgtype }) => msgtype);

  it('goes to the recruiting group as a picture with its MD5, once, behind the card', async () => {
    const message = messageTo('group', { recipient: group, chart: onePoint });
    await robotOf(stand).send(message);
    await robotOf(stand).send(message);
    const [card, picture, ...more] = await inGroup();
    expect(more).to.deep.equal([]);
    expect(card?.msgtype).to.equal('template_card');
    const md5 = createHash('md5').update(onePoint).digest('hex');
    const image = { base64: onePoint.toString('base64'), md5 };
    expect(picture).to.deep.equal({ msgtype: 'image', image });
  });

  it('goes to a member as an uploaded picture, once, behind the card', async () => {
    const message = messageTo('u1', { chart: onePoint });
    await stand.wecom.app!.send(message);
    await stand.wecom.app!.send(message);
    expect(await typesFor()).to.deep.equal(['template_card', 'image']);
  });

  it('that WeCom refuses, or that is too large to be taken, leaves the card alone', async () => {
    for (const [n, chart] of [noPicture, tooLarge].entries()) {
      const deliveryId = `01HZZZZZZZZZZZZZZZZZZZZZZ${n}`;
      await stand.wecom.app!.send(messageTo('u1', { deliveryId, chart }));
      await robotOf(stand).send(messageTo('group', { deliveryId, recipient: group, chart }));
    }
    expect(await typesFor()).to.deep.equal(['template_card', 'template_card']);
    expect((await inGroup()).map(({ msgtype }) => msgtype)).to.deep.equal([
      'template_card',
      'template_card',
    ]);
    const uploads = (await emulated.state()).calls.filter(({ path }) => path.endsWith('/upload'));
    expect(uploads, 'what is too large is not even uploaded').to.have.length(1);
    for (const channel of [stand.wecom.app!, robotOf(stand)]) {
      const { state, lastError } = channel.health!();
      expect({ state, lastError }).to.deep.equal({ state: 'ready', lastError: null });
    }
    expect(stand.tools.logged.join('\n')).to.include('a chart was not sent');
  });
});
