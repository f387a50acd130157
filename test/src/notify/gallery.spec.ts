import { locales } from '@zhiyu/contracts/basics';
import { type CardKind, cardKinds } from '@zhiyu/contracts/card';
import { drawnChannels, type DrawnPart, type Gallery } from '@zhiyu/contracts/gallery';
import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { aCompany, aStaff, type AStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';

function wordsOf(part: DrawnPart): string {
  switch (part.type) {
    case 'html':
      return part.html;
    case 'row':
      return `${part.name} ${part.value}`;
    case 'choice':
      return [part.label, ...part.options].join('\n');
    default:
      return part.text;
  }
}

const saidBy = (channel: Gallery['channels'][number]) =>
  channel.drawings.flatMap(({ parts }) => parts.map(wordsOf)).join('\n');
const named = (gallery: Gallery, name: string) => {
  const channel = gallery.channels.find((one) => one.name === name);
  if (!channel) {
    throw new Error(`no ${name}`);
  }
  return channel;
};

describe('the gallery of cards', function () {
  this.timeout(60_000);
  let app: TestApp;
  let admin: AStaff;
  before(async () => {
    app = await startApp();
    const company = await aCompany(app);
    admin = await aStaff(app, { company, roles: ['admin'] });
  });
  after(() => app.stop());

  const show = (kind: CardKind, sample?: string, locale: (typeof locales)[number] = 'zh') =>
    app.api(
      routes.cardGallery,
      { kind, locale, ...(sample === undefined ? {} : { sample }) },
      admin.session,
    );

  it('has a sample of every kind of card, and every channel draws it without any settings', async () => {
    for (const kind of cardKinds) {
      const { channels, samples } = await show(kind);
      expect(channels.map(({ name }) => name)).to.deep.equal(drawnChannels);
      expect(channels.filter(({ on }) => on).map(({ name }) => name)).to.deep.equal(['console']);
      for (const channel of channels.filter(({ name }) => name !== 'console')) {
        const [first] = channel.drawings;
        expect(first?.parts.length, `${kind} ${channel.name}`).to.be.greaterThan(0);
        expect(JSON.parse(first?.payload ?? ''), channel.name).to.be.an('object');
      }
      expect(samples.map((one) => one.kind)).to.include(kind);
    }
  });

  it('every sample in every language is drawn in full: no placeholder, nothing undefined', async () => {
    const { samples } = await show('invitation');
    for (const locale of locales) {
      for (const { kind, name, audience } of samples) {
        const gallery = await show(kind, name, locale);
        expect(gallery.sample).to.deep.equal({ kind, name, audience });
        for (const channel of gallery.channels) {
          const said = saidBy(channel).replace(/<style>.*?<\/style>/gs, '');
          expect(said, `${kind} ${name} ${channel.name}`).to.not.match(
            // Whole words: an id drawn by chance may hold these letters.
            /\bundefined\b|\bNaN\b|\[object|\{[a-zA-Z]+\}/,
          );
        }
      }
    }
  });

  it("a candidate's card shows no score in any channel", async () => {
    const { samples } = await show('invitation');
    for (const { kind, name } of samples.filter(({ audience }) => audience === 'candidate')) {
      const { card, channels } = await show(kind, name);
      expect(card.figure).to.equal(null);
      expect(card.blocks.map(({ type }) => type)).to.not.include('score');
      for (const channel of channels) {
        const said = saidBy(channel).replace(/<style>.*?<\/style>|<[^>]*>|https?:\S+/gs, '\n');
        expect(said, `${kind} ${channel.name}`).to.not.match(/[▇±]|\d\.\d|要求|维度|总分/);
      }
    }
  });

  it('draws what the channels send: buttons pressed in the chat, pages, lists and mails', async () => {
    const gallery = await show('approval');
    const dingtalk = named(gallery, 'dingtalk');
    expect(dingtalk.drawings.map(({ shape }) => shape)).to.deep.equal([
      'card',
      'sampleActionCard5',
      'notice',
    ]);
    const buttons = (name: string) =>
      (named(gallery, name).drawings[0]?.parts ?? []).filter(({ type }) => type === 'button');
    expect(buttons('dingtalk')).to.deep.include({ type: 'button', text: '通过', presses: true });
    expect(buttons('wecom')).to.deep.include({ type: 'button', text: '完整报告', presses: false });
    expect(named(gallery, 'mail').drawings[0]?.parts[1]?.type).to.equal('html');
    expect(saidBy(named(gallery, 'sms'))).to.match(/^【示例公司】.* http/);
    expect(saidBy(named(gallery, 'sms'))).to.not.include(gallery.card.title);
  });

  it('says what each channel leaves out, found in what it drew', async () => {
    const gallery = await show('approval');
    const losses = (name: string) => named(gallery, name).losses;
    expect(losses('console')).to.deep.equal([]);
    expect(losses('sms')).to.deep.include({ type: 'button', label: '通过' });
    expect(losses('sms')).to.deep.include({ type: 'change' });
    expect(losses('mail')).to.deep.include({ type: 'press', label: '通过' });
    expect(losses('wecom')).to.deep.include({ type: 'bars' });
    expect(losses('feishu')).to.deep.include({ type: 'words' });
    expect(losses('dingtalk')).to.not.deep.include({ type: 'bars' });
    for (const { name, losses: all, drawings } of gallery.channels) {
      const said = saidBy({ ...named(gallery, name), drawings: drawings.slice(0, 1) });
      for (const loss of all) {
        if (loss.type === 'text' && !loss.cut) {
          expect(said, name).to.not.include(loss.text);
        }
      }
    }
  });

  it('is not for those who do not run the system, and knows no other samples', async () => {
    const company = await aCompany(app);
    const hr = await aStaff(app, { company, roles: ['hr'] });
    await refused(
      app.api(routes.cardGallery, { kind: 'approval', locale: 'zh' }, hr.session),
      'notAllowed',
    );
    await refused(show('approval', 'nothing'), 'notFound');
  });
});
