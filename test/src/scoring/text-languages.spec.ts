import { expect } from 'chai';
import { scored } from './text-asked.js';

describe('languages other than Chinese', () => {
  const english = {
    language: 'en' as const,
    question: 'Why does an index speed up a query, and what does it cost?',
    references: [
      'An index keeps the values sorted in a tree, so a query does not scan the whole table. It takes extra storage and makes writes slower.',
    ],
  };

  it('English is read by stems', () => {
    const good = scored({
      ...english,
      answer:
        'Indexes keep values sorted in trees, so queries do not scan whole tables; they take extra storage and make writing slower.',
    });
    const poor = scored({ ...english, answer: 'I like working with databases in a good team.' });
    expect(good.score).to.be.above(6);
    expect(poor.score).to.be.below(3);
  });

  it('a contrary fact is one in English too', () => {
    const references = ['The pressure increases'];
    const one = { language: 'en' as const, question: 'What happens?', references };
    expect(scored({ ...one, answer: 'The pressure increases.' }).score).to.equal(10);
    expect(scored({ ...one, answer: 'The pressure decreases.' }).score).to.equal(0);
  });

  it('French is read by stems', () => {
    const references = ['Le client vérifie la facture ; le vendeur prépare les produits'];
    const one = { language: 'fr' as const, question: 'Que se passe-t-il ?', references };
    const good = scored({
      ...one,
      answer: 'Le client a vérifié les factures, le vendeur a préparé le produit.',
    });
    expect(good.score).to.be.above(4);
    expect(scored({ ...one, answer: 'Il fait beau aujourd’hui à Paris.' }).score).to.be.below(3);
  });

  it('Japanese is read by a dictionary', () => {
    const references = ['まずお客様に謝り、それから原因を調べて、翌日までに報告します。'];
    const one = { language: 'ja' as const, question: 'クレームの対応は？', references };
    const good = scored({ ...one, answer: 'お客様に謝って、原因を調べ、翌日までに報告しました。' });
    const poor = scored({ ...one, answer: '週末は友達と山に登ることが好きです。' });
    expect(good.score).to.be.above(poor.score + 4);
  });

  it('are less sure than Chinese: nobody has compared them with people yet', () => {
    const references = ['one; two; three'];
    const chinese = scored({ references, answer: 'one two', question: '?' });
    const other = scored({ references, answer: 'one two', question: '?', language: 'en' });
    expect(other.se).to.be.above(chinese.se);
  });

  it('an answer in another language than the one asked for is gated', () => {
    const references = ['先断电，再检修。'];
    const english = 'I think that this is a very good question and I would like to answer it.';
    expect(scored({ references, answer: english }).gate).to.equal('wrongLanguage');
    expect(scored({ references, answer: 'Я думаю, что это очень хороший вопрос.' }).gate).to.equal(
      'wrongLanguage',
    );
  });
});
