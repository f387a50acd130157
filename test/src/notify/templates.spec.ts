import { type Locale, locales } from '@zhiyu/contracts/basics';
import { cardSchema } from '@zhiyu/contracts/card';
import { decisionReasons } from '@zhiyu/contracts/application';
import type { CardContent } from '@zhiyu/server/notify/card-content';
import * as approval from '@zhiyu/server/notify/cards/approval.card';
import * as invitation from '@zhiyu/server/notify/cards/invitation.card';
import { reasonOptions } from '@zhiyu/server/notify/cards/reason-labels';
import * as screening from '@zhiyu/server/notify/cards/screening-review.card';
import { staffLocale } from '@zhiyu/server/notify/cards/staff-locale';
import * as thanks from '@zhiyu/server/notify/cards/thanks.card';
import { expect } from 'chai';
import { isEmptyDigest } from '@zhiyu/server/notify/cards/digest.card';
import { anId } from './cards-stand.js';
import {
  aDigest,
  aLetter,
  anApproval,
  anInvitation,
  aScreening,
  at,
  aWeighed,
  candidateCards,
  decided,
  digestFacts,
  href,
  staffCards,
} from './every-card.js';

/** Every text a person reads; a footnote may be empty. */
function textsOf({ footnote: _footnote, ...card }: CardContent): string[] {
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      texts.push(value);
    } else if (typeof value === 'object' && value !== null) {
      Object.values(value).forEach(walk);
    }
  };
  walk(card);
  return texts;
}

function check(card: CardContent): void {
  const whole = { ...card, id: anId(), kind: 'notice', version: 1, state: 'open' };
  expect(cardSchema.safeParse(whole).error).to.equal(undefined);
  for (const text of [...textsOf(card), ...(card.footnote === '' ? [] : [card.footnote])]) {
    expect(text.trim(), JSON.stringify(card)).to.not.equal('');
    expect(text).to.not.match(/undefined|null|NaN|Invalid|[！!]/);
  }
  // What a button does counts from its press; what a card says is read later than it was written.
  const { buttons: _buttons, ...said } = card;
  for (const text of [...textsOf({ ...said, buttons: [] }), card.footnote]) {
    expect(text, 'a day of the reader’s').to.not.match(/今天|明天|昨天|今日|明日|today|tomorrow/i);
    expect(text, 'a day of the reader’s').to.not.match(/aujourd’hui|demain/i);
  }
  const filled = card.buttons.filter((button) => button.style === 'primary');
  expect(filled.length).to.be.at.most(1);
}

describe('card templates', () => {
  for (const locale of locales) {
    it(`for candidates are whole cards without an empty text in ${locale}`, () => {
      const cards = candidateCards(locale);
      cards.forEach(check);
      expect(new Set(cards.map((card) => card.locale))).to.deep.equal(new Set([locale]));
    });
  }

  for (const locale of ['zh', 'en'] as const) {
    it(`for staff are whole cards without an empty text in ${locale}`, () => {
      staffCards(locale).forEach(check);
    });
  }

  it('for candidates hold no word of another language', () => {
    const words = (card: CardContent) =>
      [...card.buttons.map((button) => button.label), card.footnote].join();
    const cards = [...candidateCards('en'), ...candidateCards('fr')];
    expect(cards.map(words).join()).to.not.match(/[\u3040-\u30ff]|开始|日历|人才库/);
    expect(candidateCards('ja').map(words).join()).to.not.match(/[您们这]/);
  });

  it('say English to staff who read neither', () => {
    expect(['zh', 'en', 'ja', 'fr'].map((locale) => staffLocale(locale as Locale))).to.deep.equal([
      'zh',
      'en',
      'en',
      'en',
    ]);
  });

  describe('of the invitation', () => {
    it('lead with minutes, questions and deadline, and start with one tap', () => {
      const card = invitation.invitationCard(anInvitation('zh'));
      expect(card.blocks.slice(0, 3)).to.deep.equal([
        { type: 'fact', label: '大约', value: '18 分钟' },
        { type: 'fact', label: '一共', value: '6 道题' },
        { type: 'fact', label: '截止', value: '11月25日 22:00' },
      ]);
      expect(card.buttons.map((button) => button.label)).to.deep.equal([
        '开始面试',
        '明天提醒我',
        '想和真人面',
      ]);
      expect(card.buttons[0]).to.include({ style: 'primary', href });
    });

    it('show what was agreed after a press, and keep the start', () => {
      const card = invitation.invitationLater(anInvitation('zh'), at('2026-11-23T10:00:00'));
      expect(card.blocks.at(-1)).to.include({
        type: 'record',
        title: '11月23日 周一 10:00 再提醒您',
      });
      expect(card.buttons.map((button) => button.action)).to.deep.equal(['open', 'person']);
    });

    it('offer a new date when the deadline has passed', () => {
      const card = invitation.invitationExpired({
        ...anInvitation('zh'),
        now: at('2026-11-26T09:00:00'),
      });
      expect(card.blocks.at(-1)).to.include({ title: '11月25日 周三 22:00 已截止' });
      expect(card.buttons.map((button) => button.label)).to.deep.equal(['想再约时间']);
    });
  });

  describe('of the approval', () => {
    it('show the total with its error, requirement and what was measured', () => {
      expect(approval.approvalCard(anApproval()).figure).to.deep.equal({
        value: '8.5',
        error: '±0.3',
        note: '要求 7.5，测到 90 % 的权重',
      });
    });

    it('show no number where nothing was measured', () => {
      const total = { value: null, standardError: null, requirement: 75, coverage: 0 };
      const card = approval.approvalCard(anApproval({ total }));
      expect(card.figure).to.equal(null);
      expect(card.blocks).to.deep.include({ type: 'text', text: '没有总分：没有一个维度测到' });
    });

    it('show three facts with their seconds and say that the words were typed', () => {
      const blocks = approval.approvalCard(anApproval()).blocks;
      const quotes = blocks.filter((block) => block.type === 'quote');
      expect(quotes.map((quote) => [quote.text, quote.seconds])).to.deep.equal([
        ['原话一', 0],
        ['原话二', 10],
        ['原话三', 20],
      ]);
      expect(blocks).to.deep.include({
        type: 'text',
        text: '文字由候选人自己写下，不是识别出来的',
      });
    });

    it('say that voice or face counts, how much, and what the words alone give', () => {
      const said = (locale: 'zh' | 'en', more: Partial<typeof aWeighed> = {}) =>
        approval
          .approvalCard(anApproval({ locale, weighed: { ...aWeighed, ...more } }))
          .blocks.flatMap((block) => (block.type === 'text' ? [block.text] : []))[0];
      expect(said('zh')).to.equal(
        '总分里有声音 5 %、露脸时间 10 %，没有证据表明有预测力。只看内容是 8.1，结论不同',
      );
      expect(said('en', { voice: 0, differs: false })).to.equal(
        'The total counts time with a face, 10 %, without evidence of validity. From words alone: 8.1',
      );
      const plain = approval.approvalCard(anApproval()).blocks;
      expect(JSON.stringify(plain)).not.to.include('只看内容');
    });

    it('weigh the three decisions the same and ask each for a reason', () => {
      const buttons = approval.approvalCard(anApproval()).buttons;
      const decisions = buttons.filter((button) => button.style === 'plain');
      expect(decisions.map((button) => button.label)).to.deep.equal(['通过', '待定', '不通过']);
      expect(decisions.every((button) => (button.ask?.options.length ?? 0) > 1)).to.equal(true);
      expect(buttons.some((button) => button.style === 'primary')).to.equal(false);
    });

    it('turn into who decided what, when and why', () => {
      const card = approval.approvalDecided(approval.approvalCard(anApproval()), decided);
      expect(card.blocks).to.deep.equal([
        { type: 'text', text: '“想再听一个带团队的例子。”' },
        {
          type: 'record',
          glyph: 'hold',
          title: '何敬选了待定',
          detail: '11月22日 周日 10:30，原因：要当面再谈',
        },
      ]);
      expect(card.buttons.map((button) => button.label)).to.deep.equal(['完整报告']);
    });

    it('tell the slower one who was faster', () => {
      const sentence = approval.approvalLate({
        ...{ locale: 'zh', decided, pressed: 'pass', pressedAt: decided.at + 4000 },
      });
      expect(sentence).to.equal('何敬选了待定，比您早 4 秒。您按的“通过”没有生效');
    });
  });

  it('know a label for every reason, and each reason belongs to a decision', () => {
    const all = (['pass', 'hold', 'reject', 'askMore'] as const).flatMap((kind) =>
      reasonOptions(kind, 'zh'),
    );
    expect(new Set(all.map((option) => option.value))).to.deep.equal(new Set(decisionReasons));
  });

  describe('of the digest', () => {
    it('say who waits first, then the week against the one before and each position', () => {
      const { eyebrow, title, blocks } = aDigest('zh');
      expect(eyebrow).to.equal('招聘周报，11月16日到 11月22日');
      expect(title).to.equal('3 位在等决定，最久的等了 2 天');
      expect(blocks).to.deep.include({ type: 'fact', label: '新投递', value: '12，前七天 8' });
      expect(blocks).to.deep.include({
        ...{ type: 'fact', label: '答复承诺', value: '守住 7，没守住 1' },
      });
      expect(blocks.at(-1)).to.deep.equal({
        type: 'text',
        text: [
          '门店店员：筛选 2，面试中 3，等决定 1，已入职 4/5',
          '仓库主管：还没有候选人，已入职 0/1',
        ].join('\n'),
      });
    });

    it('name six positions and count the others', () => {
      const positions = Array.from({ length: 4 }, () => digestFacts.positions).flat();
      const text = JSON.stringify(aDigest('zh', { positions }).blocks.at(-1));
      expect(text.split('已入职')).to.have.length(7);
      expect(text).to.include('还有 2 个岗位');
    });

    it('are nothing where nothing happened and nobody waits', () => {
      const none = { now: 0, before: 9 };
      const week = { applied: none, interviewed: none, passed: none, hired: none };
      const quiet = { ...digestFacts, ...week, promises: { kept: 0, broken: 0 } };
      const nobody = { count: 0, since: null };
      expect(isEmptyDigest({ ...quiet, waiting: nobody })).to.equal(true);
      expect(isEmptyDigest(quiet)).to.equal(false);
      expect(isEmptyDigest({ ...quiet, waiting: nobody, hired: { now: 1, before: 0 } })).to.equal(
        false,
      );
    });
  });

  it('of the screening quote the line of the résumé and do not call silence a failure', () => {
    const facts = screening.screeningReviewCard(aScreening('zh')).blocks;
    expect(facts).to.deep.equal([
      { type: 'text', text: '3 条够，1 条不够，1 条没写' },
      {
        type: 'fact',
        label: '工作满 3 年',
        value: '不够，2 年 1 个月，简历第 7 行：2024.10 至今 店员',
      },
      { type: 'fact', label: '英语能交流', value: '没写，不算不够' },
    ]);
  });

  describe('of the thank-you letter', () => {
    it('name who decided, two strengths and one practice in the candidate’s words', () => {
      const { title, blocks, footnote } = thanks.thanksCard(aLetter('zh'));
      expect(title).to.equal('雨桐，谢谢您来面试');
      expect(blocks[0]).to.deep.equal({
        type: 'text',
        text: '这次我们没有选您，由沈岚决定。',
      });
      expect(blocks.filter((block) => block.type === 'quote')).to.have.length(3);
      expect(footnote).to.equal('建议由机器整理，沈岚已核对。11月22日');
    });

    it('claim no interview, no suggestion and no check that there was not', () => {
      const bare = { ...aLetter('zh'), interviewed: false, strengths: [], practice: null };
      const { title, blocks, footnote } = thanks.thanksCard(bare);
      expect([title, footnote]).to.deep.equal(['雨桐，谢谢您来应聘', '']);
      expect(blocks).to.deep.equal([{ type: 'text', text: '这次我们没有选您，由沈岚决定。' }]);
    });

    it('join the talent pool only by a yes to what it means', () => {
      const pool = thanks
        .thanksCard(aLetter('zh'))
        .buttons.find((button) => button.action === 'talentPool');
      expect(pool?.ask?.label).to.contain('12 个月');
      expect(pool?.ask?.options.map((option) => option.value)).to.deep.equal(['yes']);
    });
  });
});
