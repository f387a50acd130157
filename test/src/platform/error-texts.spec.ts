import { locales } from '@zhiyu/contracts/basics';
import { errorStatus } from '@zhiyu/contracts/errors';
import type { ErrorCode } from '@zhiyu/contracts/errors';
import { errorText } from '@zhiyu/server/platform/http/error-text';
import { errorTexts } from '@zhiyu/server/platform/http/error-texts';
import { expect } from 'chai';

const codes = Object.keys(errorStatus) as ErrorCode[];
const every = codes.flatMap((code) => locales.map((locale) => ({ code, locale })));

describe('error texts', () => {
  it('exist for every code in every language', () => {
    for (const { code, locale } of every) {
      expect(errorTexts[code][locale], `${code} ${locale}`).to.be.a('string').and.not.be.empty;
    }
  });

  it('read well without any detail', () => {
    for (const { code, locale } of every) {
      const text = errorText(code, locale);
      expect(text, `${code} ${locale}`).to.match(/[.。]$/);
      expect(text, `${code} ${locale}`).not.to.match(/[{}[\]|]| {2}|[.。]{2}|[!！]/);
    }
  });

  it('keep variables inside an optional part, so that a missing one leaves no hole', () => {
    for (const { code, locale } of every) {
      const outside = errorTexts[code][locale].replace(/\[[^\]]*\]/g, '');
      expect(outside, `${code} ${locale}`).not.to.match(/[{}]/);
    }
  });

  it('name the same variables in every language', () => {
    for (const code of codes) {
      const names = locales.map((locale) => {
        const found = errorTexts[code][locale].match(/\{\w+\}/g) ?? [];
        return [...new Set(found)].sort().join();
      });
      expect(new Set(names).size, code).to.equal(1);
    }
  });

  it('say the details that are given', () => {
    expect(errorText('codeWrong', 'zh', { left: 3 })).to.equal('数字不对。还可以试 3 次。');
    expect(errorText('alreadyDecided', 'zh', { who: '何敬', seconds: 4 })).to.equal(
      '何敬先决定了，比您早 4 秒。您这次按的没有生效。',
    );
    expect(errorText('alreadyDecided', 'zh', { who: '何敬' })).to.match(/^何敬先决定了。/);
    expect(errorText('tooManyTries', 'en', { minutes: 5 })).to.contain('in 5 min');
    expect(errorText('fileTooLarge', 'fr', { max: 20 })).to.contain('20 Mo');
  });

  it('take a detail as plain words, never as a pattern', () => {
    expect(errorText('notAllowed', 'en', { who: '[{who}|x] $&' })).to.contain('[{who}|x] $&');
    expect(errorText('codeWrong', 'zh', { toString: 1 })).to.equal('数字不对。看一看再输一次。');
  });

  it('call nobody 你 or 亲 in Chinese and keep each thought short', () => {
    for (const code of codes) {
      const text = errorText(code, 'zh');
      expect(text, code).not.to.match(/你|亲|注意|提示|系统|平台/);
      for (const sentence of text.split('。')) {
        expect(sentence.length, `${code}: ${sentence}`).to.be.below(24);
      }
    }
  });
});
