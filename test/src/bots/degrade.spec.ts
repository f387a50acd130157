import type { Capabilities } from '@zhiyu/bots/channel';
import { asText, degrade } from '@zhiyu/bots/degrade';
import type { Card, CardButton } from '@zhiyu/contracts/card';
import { expect } from 'chai';
import fc from 'fast-check';

const id = '01HZZZZZZZZZZZZZZZZZZZZZZC';
const all: Capabilities = {
  buttons: 10,
  updateInPlace: true,
  picture: true,
  freeText: true,
  textLength: 5000,
};

function button(
  action: string,
  style: CardButton['style'],
  more: Partial<CardButton> = {},
): CardButton {
  return { action, label: `按${action}`, style, ...more };
}

function aCard(more: Partial<Card> = {}): Card {
  return {
    id,
    kind: 'approval',
    version: 2,
    locale: 'zh',
    state: 'open',
    eyebrow: '线上面试完成，今天 10:15',
    title: '陈雨桐，门店店长',
    figure: { value: '8.5', error: '±0.3', note: '要求 7.5' },
    blocks: [
      {
        type: 'score',
        label: '情绪稳定',
        value: 72,
        standardError: 9,
        requirement: 75,
        verdict: 'crosses',
      },
      {
        type: 'score',
        label: '文化匹配',
        value: null,
        standardError: null,
        requirement: 70,
        verdict: 'unknown',
      },
      { type: 'quote', text: '规定就是这样', seconds: 470, note: '没有认错' },
    ],
    buttons: [
      button('pass', 'plain'),
      button('hold', 'plain'),
      button('reject', 'plain'),
      button('askMore', 'quiet', { ask: { label: '想再问什么', options: [], freeText: true } }),
      button('open', 'quiet', { href: '#/pages/report/index' }),
    ],
    footnote: '何敬也收到了这张卡片，谁先定都算数',
    ...more,
  };
}

const actionsOf = (card: Card) => card.buttons.map((one) => one.action);

describe('a card on a channel that knows less', () => {
  it('is left as it is where everything can be shown', () => {
    expect(degrade(aCard(), all)).to.deep.equal(aCard());
  });

  it('says each score in one line where bars cannot be drawn', () => {
    const texts = degrade(aCard(), { ...all, picture: false }).blocks.flatMap((block) =>
      block.type === 'text' ? [block.text] : [],
    );
    expect(texts).to.deep.equal([
      '情绪稳定 7.2 ±0.9\u3000要求 7.5\u3000跨线',
      '文化匹配 未测到\u3000要求 7.0',
    ]);
  });

  it('draws a chart as columns of letters where there are no pictures', () => {
    const points = [0, 1, 4, 8].map((value) => ({ label: String(value), value }));
    const chart = { type: 'chart' as const, label: '每天的投递', points };
    const shown = degrade(aCard({ blocks: [chart] }), { ...all, picture: false });
    expect(shown.blocks).to.deep.equal([{ type: 'text', text: '每天的投递 ▁▂▄▇' }]);
    expect(degrade(aCard({ blocks: [chart] }), all).blocks).to.deep.equal([chart]);
  });

  it('writes figures with the decimal sign of the language', () => {
    const card = degrade(aCard({ locale: 'fr' }), { ...all, picture: false });
    expect(card.blocks[0]).to.deep.include({
      text: '情绪稳定 7,2 ±0,9\u3000exigence 7,5\u3000sur la limite',
    });
  });

  it('keeps the primary button and puts the others behind one link', () => {
    const buttons = [
      button('open', 'primary', { href: '#/pages/interview/index' }),
      button('later', 'quiet'),
      button('person', 'quiet'),
    ];
    const card = degrade(aCard({ kind: 'invitation', buttons }), { ...all, buttons: 2 });
    expect(card.buttons.map((one) => one.label)).to.deep.equal(['按open', '其他方式']);
    expect(card.buttons[1]?.href).to.contain(id);
  });

  it('never shows one decision and hides another that weighs the same', () => {
    expect(actionsOf(degrade(aCard(), { ...all, buttons: 4 }))).to.deep.equal([
      'pass',
      'hold',
      'reject',
      'open',
    ]);
    const card = degrade(aCard(), { ...all, buttons: 3 });
    expect(card.buttons).to.have.length(1);
    expect(card.buttons[0]?.href).to.contain(id);
  });

  it('opens the page for a button that needs words where none can be written', () => {
    const more = degrade(aCard(), { ...all, freeText: false }, 'https://hr.example/#/x?card=1')
      .buttons[3];
    expect(more).to.deep.equal({
      action: 'askMore',
      label: '按askMore',
      style: 'quiet',
      href: 'https://hr.example/#/x?card=1',
    });
  });

  it('drops the quotes before the scores, and never what the card turned into', () => {
    const record = {
      type: 'record',
      glyph: 'hold',
      title: '何敬选了待定',
      detail: '10:30',
    } as const;
    const long = aCard({ blocks: [...aCard().blocks, record] });
    const kept = degrade(long, { ...all, textLength: 120 }).blocks.map((block) => block.type);
    expect(kept).to.deep.equal(['score', 'score', 'record']);
    expect(degrade(long, { ...all, textLength: 40 }).blocks).to.deep.include(record);
  });

  it('keeps identity, version and state whatever the channel can do', () => {
    const capabilities = fc.record({
      buttons: fc.integer({ min: 0, max: 6 }),
      updateInPlace: fc.boolean(),
      picture: fc.boolean(),
      freeText: fc.boolean(),
      textLength: fc.integer({ min: 60, max: 400 }),
    });
    fc.assert(
      fc.property(capabilities, (can) => {
        const card = degrade(aCard(), can);
        const { version, state } = card;
        expect({ id: card.id, version, state }).to.deep.equal({ id, version: 2, state: 'open' });
        expect(card.buttons.length).to.be.at.most(can.buttons);
        const lost = actionsOf(aCard()).some((action) => !actionsOf(card).includes(action));
        const behind = card.buttons.some((one) => one.href?.includes(id));
        expect(!lost || behind || can.buttons === 0).to.equal(true);
      }),
    );
  });
});

describe('a card as text', () => {
  const link = `https://hr.example/#/pages/chat/index?card=${id}`;

  it('says title, number, every score and where to decide', () => {
    expect(asText(aCard(), link).split('\n')).to.deep.equal([
      '线上面试完成，今天 10:15',
      '陈雨桐，门店店长',
      '8.5 ±0.3\u3000要求 7.5',
      '情绪稳定 7.2 ±0.9\u3000要求 7.5\u3000跨线',
      '文化匹配 未测到\u3000要求 7.0',
      '07:50\u3000“规定就是这样”\u3000没有认错',
      '何敬也收到了这张卡片，谁先定都算数',
      `按pass / 按hold / 按reject / 按askMore：${link}`,
    ]);
  });

  it('holds the id of the decision even where the link did not', () => {
    expect(asText(aCard(), 'https://hr.example/c')).to.contain(`https://hr.example/c?card=${id}`);
  });

  it('keeps title and whole link when it must be short', () => {
    const text = asText(aCard(), link, 130);
    expect([...text].length).to.be.at.most(130);
    expect(text.startsWith('陈雨桐，门店店长')).to.equal(true);
    expect(text.endsWith(link)).to.equal(true);
  });
});
