import { expect } from 'chai';
import { staffLanguages, type StaffLanguage } from '@zhiyu/contracts/staff';
import type { Requirement } from '@zhiyu/contracts/position';
import { ruleSentence } from '@zhiyu/contracts/rule-words';
import { extractResume } from '@zhiyu/server/recruiting/resume/extract';
import type { Found, KeptScreening } from '@zhiyu/server/recruiting/screening-finding';
import { ruleIn, ruleWords, screeningIn } from '@zhiyu/server/recruiting/screening-words';
import { screen } from '@zhiyu/server/recruiting/screening.rules';
import { retailResume } from '../factories/resume-texts.js';

const han = /\p{Script=Han}/u;
const now = Date.UTC(2024, 6, 15);
const resume = extractResume({ text: retailResume, hidden: [], pages: 1, warnings: [] }, 'text');

const rules: Requirement[] = [
  { id: 'e', kind: 'education', minDegree: 'master' },
  { id: 'm', kind: 'major', anyOf: ['Marketing', 'Sales'] },
  { id: 'y', kind: 'experience', minYears: 6 },
  { id: 'i', kind: 'experience', minYears: 1, in: ['零售'] },
  { id: 's', kind: 'skill', anyOf: ['Excel', 'SQL', 'Python', 'R', 'SAS'] },
  { id: 'l', kind: 'language', anyOf: ['IELTS 6.5'] },
  {
    ...{ id: 'p', kind: 'protected', attribute: 'health', condition: '有效健康证' },
    ...{ legalGround: '食品安全法第四十五条', approvedBy: 'u1' },
  },
];

/** What comes back from where it was kept. */
const kept = () => JSON.parse(JSON.stringify(screen(rules, resume, 4, now))) as KeptScreening;

const founds: Found[] = [
  ...(
    ['anyDegree', 'noDegree', 'noMajor', 'anyExperience', 'notMentioned', 'byPerson'] as const
  ).map((is): Found => ({ is })),
  ...(['degree', 'unsureDegree', 'degreeBesideOpen'] as const).map((is): Found => ({
    is,
    degree: 'associate',
  })),
  { is: 'words', words: ['Excel', 'SQL'] },
  ...(['years', 'yearsBesideOpen', 'noSuchWork', 'noWork'] as const).map((is): Found => ({
    is,
    years: 2.04,
  })),
  ...(['otherLevel', 'noLevel'] as const).map((is): Found => ({
    is,
    words: 'IELTS 6.0',
    wanted: 'IELTS 6.5',
  })),
];

function worded(found: Found, language: StaffLanguage) {
  const asked = { kind: 'skill' as const, anyOf: ['Excel'] };
  const outcome = 'unknown' as const;
  return ruleWords({ ruleId: 'a', asked, outcome, found, line: 3, lineText: 'x' }, language).found;
}

describe('what a screening says', () => {
  it('is kept as facts: no sentence stands in it', () => {
    const text = JSON.stringify(kept().rules.map(({ lineText, ...rest }) => rest));
    for (const sentence of ['学历', '工作经验', '掌握', '简历第', 'résumé', 'Education']) {
      expect(text).not.to.include(sentence);
    }
  });

  it('is English for who reads English, beside the words of the résumé and of the company', () => {
    const { rules: read, outcome, rulesVersion } = screeningIn(kept(), 'en');
    expect({ outcome, rulesVersion }).to.deep.equal({ outcome: 'reject', rulesVersion: 4 });
    expect(read.map(({ rule, found }) => [rule, found])).to.deep.equal([
      ['Education: Master’s degree or higher', 'Bachelor’s degree, résumé line 6'],
      ['Major: Marketing or Sales', '市场营销, résumé line 6'],
      ['At least 6 years of work', 'Years in all: 5.1, résumé line 10'],
      ['At least 1 year of work in 零售', 'Years in all: 3.1, résumé line 10'],
      ['Skill: Excel, SQL, Python or 2 more', 'Excel, résumé line 21'],
      ['Language: IELTS 6.5', '英语（CET-6）, IELTS 6.5 not found, résumé line 23'],
      ['有效健康证', 'For a person to check, the system doesn’t judge it'],
    ]);
  });

  it('is the same facts in Chinese: outcome, line and years do not depend on the reader', () => {
    const facts = (language: StaffLanguage) =>
      screeningIn(kept(), language).rules.map(({ rule, found, ...rest }) => rest);
    expect(facts('en')).to.deep.equal(facts('zh'));
    expect(facts('zh')[2]).to.include({ kind: 'experience', line: 10, outcome: 'failed' });
    expect(facts('zh')[2]?.years).to.be.closeTo(5.08, 0.01);
    expect(screeningIn(kept(), 'zh').rules.map(({ rule }) => rule)).to.deep.equal([
      ...['学历不低于硕士', '专业为Marketing、Sales之一', '工作经验不少于 6 年'],
      ...['零售相关工作经验不少于 1 年', '掌握Excel、SQL、Python等之一', '会IELTS 6.5之一'],
      '有效健康证',
    ]);
  });

  for (const language of staffLanguages) {
    it(`has a sentence of its own for everything a rule finds: ${language}`, () => {
      const all = founds.map((found) => worded(found, language));
      expect(new Set(all).size).to.equal(founds.length);
      for (const sentence of all) {
        expect(sentence).not.to.match(/[{}]/);
        if (language === 'en') expect(sentence).not.to.match(han);
      }
    });
  }

  it('names words that an English reader can read before others', () => {
    const work = {
      kind: 'experience' as const,
      minYears: 0.5,
      in: ['店员', '零售', 'shop', 'store'],
    };
    expect(ruleSentence(work, 'en')).to.equal(
      'At least 0.5 years of work in shop, store, 店员 or 1 more',
    );
    expect(ruleSentence(work, 'zh')).to.equal('店员、零售、shop等相关工作经验不少于 0.5 年');
  });

  it('names all words of a rule where a change of them is shown', () => {
    const skill = { kind: 'skill' as const, anyOf: ['A', 'B', 'C', 'D'] };
    expect(ruleSentence(skill, 'zh', Infinity)).to.equal('掌握A、B、C、D之一');
    expect(ruleSentence(skill, 'en', Infinity)).to.equal('Skill: A, B, C or D');
  });

  describe('from before facts were kept', () => {
    const old = {
      ...{ ruleId: 'e', kind: 'education', rule: '学历不低于大专', outcome: 'held' as const },
      ...{ found: '本科，简历第 6 行', line: 6, lineText: '浙江大学 市场营销 本科' },
    };

    it('stands as it was written, and the line is named in the reader’s language', () => {
      expect(ruleIn(old, 'zh')).to.deep.equal({ ...old, asStored: true });
      const english = { ...old, found: '本科, résumé line 6', asStored: true };
      expect(ruleIn(old, 'en')).to.deep.equal(english);
      expect(ruleWords(old, 'en')).to.deep.equal({ rule: '学历不低于大专', found: '本科' });
    });
  });
});
