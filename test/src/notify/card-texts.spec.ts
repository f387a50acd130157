import { type Locale, locales } from '@zhiyu/contracts/basics';
import type { CardKind } from '@zhiyu/contracts/card';
import { type CardTexts, type TextKind, textKinds } from '@zhiyu/contracts/card-texts';
import { routes } from '@zhiyu/contracts/routes';
import { candidateSamples } from '@zhiyu/server/notify/gallery/candidate-samples';
import type { SampleOf } from '@zhiyu/server/notify/gallery/sample';
import { sampleValues, wordsIn } from '@zhiyu/server/notify/gallery/sample-people';
import { filledText } from '@zhiyu/server/notify/texts/filling';
import { CardText } from '@zhiyu/server/notify/texts/card-text.entity';
import { builtInTexts, faultsOf, textRules } from '@zhiyu/server/notify/texts/text-rules';
import { expect } from 'chai';
import { aStaff, type AStaff } from '../factories/company.js';
import { cardOf, cardsOf, press } from '../flow/look.js';
import { apply, assessed, aStand, invited, type Stand } from '../flow/walk.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';

const faults = (kind: TextKind, texts: CardTexts) =>
  faultsOf(kind, texts, sampleValues('zh')).map(({ slot, code, detail }) =>
    [slot, code, detail].filter((part) => part !== '').join(' '),
  );

function contentOf(samples: readonly SampleOf[] | undefined, name: string): SampleOf['content'] {
  const found = samples?.find((sample) => sample.name === name);
  if (!found) {
    throw new Error(`no sample ${name}`);
  }
  return found.content;
}

describe('texts of the cards to candidates', () => {
  for (const kind of textKinds) {
    it(`${kind}: the built-in words in every language pass the checks that a company's words must`, () => {
      for (const locale of locales) {
        const texts = builtInTexts(kind, locale);
        expect(faultsOf(kind, texts, sampleValues(locale)), locale).to.deep.equal([]);
        const free = Object.entries(textRules[kind]).filter(([, rule]) => rule.optional);
        const slots = [...Object.keys(texts), ...free.map(([slot]) => slot)];
        expect(slots).to.have.members(Object.keys(textRules[kind]));
      }
    });
  }

  it('are, filled in, exactly what the cards say without them', () => {
    for (const locale of locales) {
      const now = Date.UTC(2026, 10, 23, 10);
      const cards = candidateSamples(locale, now, wordsIn(locale, {}));
      const content = (kind: CardKind, name: string) => contentOf(cards[kind], name);
      const said = (kind: TextKind, slot: keyof CardTexts) =>
        filledText(builtInTexts(kind, locale)[slot] ?? '', sampleValues(locale));
      const invitation = content('invitation', 'open');
      expect(said('invitation', 'title')).to.equal(invitation.title);
      expect(said('invitation', 'footnote')).to.equal(invitation.footnote);
      const reminder = content('notice', 'reminder');
      expect(said('reminder', 'title')).to.equal(reminder.title);
      expect(reminder.blocks[0]).to.deep.include({ text: said('reminder', 'intro') });
      const result = content('result', 'open');
      expect(said('result', 'title')).to.equal(result.title);
      expect(result.blocks[0]).to.deep.include({ text: said('result', 'intro') });
      expect(said('result', 'footnote')).to.equal(result.footnote);
      const letter = content('thanks', 'open');
      expect(said('thanks', 'title')).to.equal(letter.title);
      expect(said('thanks', 'titleApplied')).to.equal(content('thanks', 'applied').title);
      expect(letter.blocks[0]).to.deep.include({ text: said('thanks', 'intro') });
    }
  });

  it('are refused by code: empty, too long, a line break, unknown, missing or stray placeholders', () => {
    expect(faults('result', { title: '  ' })).to.deep.equal(['title empty']);
    expect(faults('result', { title: '好'.repeat(61) })).to.deep.equal(['title tooLong 60']);
    expect(faults('result', { title: '一\n二' })).to.deep.equal(['title lineBreak']);
    expect(faults('result', { title: '{score} 分' })).to.deep.equal([
      'title unknownPlaceholder score',
    ]);
    expect(faults('result', { title: '{name' })).to.deep.equal(['title unknownPlaceholder {']);
    expect(faults('thanks', { intro: '谢谢。' })).to.deep.equal([
      'intro missingPlaceholder decider',
    ]);
    expect(faults('reminder', { footnote: '好' })).to.deep.equal(['footnote unknownSlot']);
    expect(faults('invitation', { contact: '' })).to.deep.equal([]);
  });

  it('count their length as the candidate sees them, and fill in nothing twice', () => {
    const values = { ...sampleValues('zh'), name: '{company}'.repeat(8) };
    expect(faultsOf('result', { title: '{name}' }, values)[0]?.code).to.equal('tooLong');
    expect(filledText('{name}', { ...values, name: '{company}' })).to.equal('{company}');
  });
});

describe('texts of a company', function () {
  this.timeout(60_000);
  let app: TestApp;
  let stand: Stand;
  let admin: AStaff;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    admin = await aStaff(app, { company: stand.company, roles: ['admin'], name: '沈岚' });
  });
  after(() => app.stop());

  const view = (kind: TextKind, who = admin, positionId?: string) =>
    app.api(
      routes.cardTexts,
      { kind, locale: 'zh', ...(positionId === undefined ? {} : { positionId }) },
      who.session,
    );
  const save = async (
    kind: TextKind,
    texts: CardTexts,
    more: { who?: AStaff; locale?: Locale; positionId?: string } = {},
  ) => {
    const { who = admin, locale = 'zh', positionId } = more;
    const which = { kind, locale, ...(positionId === undefined ? {} : { positionId }) };
    const { version } = await app.api(routes.cardTexts, which, who.session);
    const input = { ...which, texts, baseVersion: version };
    return app.api(routes.saveTexts, input, who.session);
  };

  it('are versions that are added: the next, an older one again, the built-in ones again', async () => {
    expect(await view('result')).to.include({ version: 0 });
    await save('result', { title: '{name}，恭喜' });
    await save('result', { title: '恭喜您，{name}' });
    const again = await save('result', { title: '{name}，恭喜' });
    expect(again.texts).to.deep.equal({ title: '{name}，恭喜' });
    const back = await save('result', {});
    expect(back).to.deep.include({ version: 4, texts: {} });
    expect(back.history.map(({ version, texts }) => [version, texts.title])).to.deep.equal([
      [4, undefined],
      [3, '{name}，恭喜'],
      [2, '恭喜您，{name}'],
      [1, '{name}，恭喜'],
    ]);
    expect(back.history.every(({ byStaffId }) => byStaffId === admin.id)).to.equal(true);
    expect(back.fields.find(({ slot }) => slot === 'title')?.fallback).to.equal(
      '{name}，线上面试通过了',
    );
  });

  it('are refused with the place and the code of the fault, and nothing is written', async () => {
    const before = await app.database.read(CardText).count();
    const error = await refused(save('result', { title: '{salary}' }), 'invalidInput');
    expect(error.body.fields).to.deep.equal([
      { path: 'texts.title', message: 'unknownPlaceholder:salary' },
    ]);
    expect(await app.database.read(CardText).count()).to.equal(before);
  });

  it('of two who save at once only the first counts', async () => {
    const { version: baseVersion } = await view('thanks');
    const input = { kind: 'thanks' as const, locale: 'fr' as const, baseVersion };
    const saves = ['Merci {name}', 'Bonjour {name}'].map((title) =>
      app.api(routes.saveTexts, { ...input, texts: { title } }, admin.session),
    );
    const ends = await Promise.allSettled(saves);
    expect(ends.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
    const lost = ends.find((end) => end.status === 'rejected');
    expect(lost?.reason).to.have.nested.property('body.code', 'staleVersion');
  });

  it('stand on the next card, and a card that was sent keeps its own whatever it turns into', async () => {
    const intro = '{company}想听您聊聊。{deadline} 前都可以。';
    await save('invitation', { title: '{name}，来聊聊{position}', intro, contact: '找 {contact}' });
    const walker = await invited(stand);
    const first = await cardOf(stand, walker, 'invitation');
    expect(first.title).to.match(new RegExp(`^${walker.candidate.name}，来聊聊`));
    expect(first.blocks[0]).to.have.property('type', 'text');
    expect(JSON.stringify(first.blocks)).to.include(`${stand.company.name}想听您聊聊。`);
    expect(first.blocks.at(-1)).to.deep.equal({ type: 'fact', label: '有问题', value: '找 许澜' });

    await save('invitation', { title: '{position}，换了一句' });
    await press(stand, walker, first, { action: 'later' });
    const later = await cardOf(stand, walker, 'invitation');
    expect(later.title).to.equal(first.title);
    expect(later.blocks[0]).to.deep.equal(first.blocks[0]);
    expect(later.blocks.filter((block) => block.type === 'fact').at(-1)).to.deep.equal(
      first.blocks.at(-1),
    );
    expect(later.blocks.at(-1)).to.have.property('type', 'record');

    const next = await invited(stand);
    const second = await cardOf(stand, next, 'invitation');
    expect(second.title).to.match(/，换了一句$/);
    expect(second.blocks.some(({ type }) => type === 'text')).to.equal(false);
  });

  it('thank in the company’s words, and go on doing so once the candidate has joined the talent pool', async () => {
    await save('thanks', {
      title: '{name}，面试辛苦了',
      titleApplied: '{name}，简历收到了',
      intro: '{decider}看过后决定，这次没有选您。',
    });
    const walker = await assessed(stand);
    const approval = await cardOf(stand, stand.hr, 'approval', walker);
    await press(stand, stand.hr, approval, { action: 'reject', reason: 'positionFilled' });
    await app.drainJobs();
    const letter = await cardOf(stand, walker, 'thanks');
    expect(letter.title).to.equal(`${walker.candidate.name}，面试辛苦了`);
    expect(letter.blocks[0]).to.deep.equal({
      type: 'text',
      text: '许澜看过后决定，这次没有选您。',
    });
    await save('thanks', {});
    const joined = await press(stand, walker, letter, { action: 'talentPool', reason: 'yes' });
    expect(joined.card).to.include({ title: letter.title, state: 'done' });
    expect(joined.card.blocks[0]).to.deep.equal(letter.blocks[0]);
  });

  it('thank nobody for an interview that was not', async () => {
    await save('thanks', { title: '{name}，面试辛苦了', titleApplied: '{name}，简历看过了' });
    const walker = await apply(stand, { resume: null });
    await app.drainJobs();
    const review = await cardOf(stand, stand.hr, 'screeningReview', walker);
    await press(stand, stand.hr, review, { action: 'reject', reason: 'requirementMissing' });
    await app.drainJobs();
    const letter = await cardOf(stand, walker, 'thanks');
    expect(letter.title).to.equal(`${walker.candidate.name}，简历看过了`);
  });

  it('of a position come before those of the company, in their place only', async () => {
    const positionId = stand.position.id;
    await save('invitation', { title: '{position}，全公司', footnote: '全公司的脚注' });
    await save('invitation', { title: '{position}，这个岗位' }, { positionId });
    const { fields } = await view('invitation', admin, positionId);
    expect(fields.find(({ slot }) => slot === 'footnote')?.fallback).to.equal('全公司的脚注');
    const card = await cardOf(stand, await invited(stand), 'invitation');
    expect(card.title).to.match(/，这个岗位$/);
    expect(card.footnote).to.equal('全公司的脚注');
  });

  it('of one company are unknown to another, and its positions are not found', async () => {
    const theirs = await aStand(app);
    const their = await aStaff(app, { company: theirs.company, roles: ['admin'] });
    expect(await view('invitation', their)).to.deep.include({ version: 0, texts: {}, history: [] });
    const card = await cardOf(theirs, await invited(theirs), 'invitation');
    expect(card.title).to.not.match(/全公司|换了一句/);
    const { id: positionId } = stand.position;
    await refused(view('invitation', their, positionId), 'notFound');
    await refused(
      save('invitation', { title: '{position}' }, { who: their, positionId }),
      'notFound',
    );
  });

  it('are previewed unsaved in every channel, with their faults; saved, they stand in the gallery', async () => {
    const texts = { title: '{name}，请您来', contact: '{wrong}' };
    const input = { kind: 'reminder' as const, locale: 'zh' as const, texts };
    const { faults: found, gallery } = await app.api(routes.previewTexts, input, admin.session);
    expect(found).to.deep.equal([{ slot: 'contact', code: 'unknownPlaceholder', detail: 'wrong' }]);
    expect(gallery.card.title).to.equal('陈一，请您来');
    for (const { name, drawings } of gallery.channels.filter((one) => one.name !== 'console')) {
      expect(JSON.stringify(drawings), name).to.include('陈一，请您来');
    }
    expect(await view('reminder')).to.include({ version: 0 });
    await save('reminder', { title: '{name}，请您来' });
    const shown = { kind: 'notice' as const, sample: 'reminder', locale: 'zh' as const };
    const saved = await app.api(routes.cardGallery, shown, admin.session);
    expect(saved.card.title).to.equal('陈一，请您来');
  });

  it('of one position are previewed with its name, also where the card has no words of its own', async () => {
    const { id: positionId, content } = stand.position;
    const which = { kind: 'invitation' as const, locale: 'zh' as const, positionId };
    const preview = async (texts: CardTexts) =>
      (await app.api(routes.previewTexts, { ...which, texts }, admin.session)).gallery.card;
    expect((await preview({ title: '{position}，请您来' })).title).to.equal(
      `${content.name.zh}，请您来`,
    );
    const reminder = { ...which, kind: 'reminder' as const, texts: {} };
    const { gallery } = await app.api(routes.previewTexts, reminder, admin.session);
    expect(JSON.stringify(gallery.card)).to.include(content.name.zh).and.not.include('门店店长');
    const { positionId: _none, ...all } = reminder;
    const general = await app.api(routes.previewTexts, all, admin.session);
    expect(JSON.stringify(general.gallery.card)).to.include('门店店长');
  });

  it('are changed by those who may change the system, and the change is in the audit log', async () => {
    await refused(save('result', {}, { who: stand.hr }), 'notAllowed');
    const auditor = await aStaff(app, { company: stand.company, roles: ['auditor'] });
    const { entries } = await app.api(routes.audit, {}, auditor.session);
    const mine = entries.filter(({ actor }) => actor.includes(admin.id));
    expect(mine.some(({ verb, allowed }) => verb === 'system.edit' && allowed)).to.equal(true);
    expect(await cardsOf(stand, stand.hr, 'invitation')).to.deep.equal([]);
  });
});
