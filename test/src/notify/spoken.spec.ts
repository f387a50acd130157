import { routes } from '@zhiyu/contracts/routes';
import { ChannelDesk } from '@zhiyu/server/notify/channel-desk';
import { kfWelcome } from '@zhiyu/server/notify/cards/kf-welcome';
import { understand } from '@zhiyu/bots/wechaty/candidate-words';
import { channelWords, wordsFor } from '@zhiyu/bots/channel-words';
import { locales } from '@zhiyu/contracts/basics';
import { expect } from 'chai';
import { aStaff } from '../factories/company.js';
import { cardOf } from '../flow/look.js';
import { assessed, aStand, type Stand } from '../flow/walk.js';
import { startApp, type TestApp } from '../harness/app.js';

const chinese = /[\u4e00-\u9fff]/;

describe('what is said in a chat besides the cards', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());

  const desk = () => app.get(ChannelDesk);
  const speakEnglish = async () => {
    const admin = await aStaff(app, { company: stand.company, roles: ['admin'], name: '沈岚' });
    await app.api(routes.changeCompany, { staffLanguage: 'en' }, admin.session);
  };
  const strangerPresses = async (cardId: string) => {
    const press = { eventId: `x${cardId}`, cardId, deliveryId: null, action: 'hold', value: null };
    const by = { text: null, address: 'nobody', seenVersion: 1 };
    const error = await desk()
      .press('wecom', { ...press, ...by })
      .then(
        () => null,
        (thrown: unknown) => thrown as Error,
      );
    return error?.message ?? '';
  };

  it('follows the language of the company’s cards', async () => {
    const before = await cardOf(stand, stand.hr, 'approval', await assessed(stand));
    expect(await desk().locale(null)).to.equal('zh');
    expect(await strangerPresses(before.id)).to.include('还不认识您');
    await speakEnglish();
    expect(await desk().locale(null)).to.equal('en');
    expect(await desk().locale(before.id), 'a card keeps its own').to.equal('zh');
    const later = await cardOf(stand, stand.hr, 'approval', await assessed(stand));
    expect(await strangerPresses(later.id))
      .to.match(/sign in once/)
      .and.not.match(chinese);
  });

  it('is whole in all four languages, and Chinese where nobody can say', async () => {
    for (const locale of ['en', 'fr'] as const) {
      expect(Object.values(channelWords[locale]).join(' ')).to.not.match(chinese);
    }
    const host = {
      press: () => Promise.reject(new Error('unused')),
      event: () => Promise.resolve(),
    };
    expect(await wordsFor(host, null)).to.equal(channelWords.zh);
    const away = { ...host, locale: () => Promise.reject(new Error('the database is away')) };
    expect(await wordsFor(away, 'card')).to.equal(channelWords.zh);
    const french = { ...host, locale: () => Promise.resolve('fr' as const) };
    expect(await wordsFor(french, 'card')).to.equal(channelWords.fr);
  });

  it('welcomes a candidate in his language, and by a line that is understood when typed', () => {
    for (const locale of locales) {
      const { head, items, tail } = kfWelcome(locale);
      expect(understand(items[0]?.say ?? '', '')).to.deep.equal({ about: 'thanks', locale });
      expect(understand(head, '').locale).to.equal(locale);
      expect(tail).to.not.equal('');
    }
    const { head } = kfWelcome(null);
    expect(head, 'nobody knows whose link it is').to.match(chinese).and.to.include('Hello');
  });
});
