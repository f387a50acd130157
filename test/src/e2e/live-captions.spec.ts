import { expect } from 'chai';
import { phone, shoot } from './browser.js';
import { agree, beginSpeaking, choose, stopSpeaking } from './candidate.js';
import { aCompany, invitedTo } from './company.js';
import { expectSound } from './looks.js';
import { hearing, microphoneWords } from './spoken.js';
import { useStage } from './stage.js';

const live = '我先请顾课坐下';
const whole = '我先请顾课坐下，再看小票。';

describe('live captions by the server’s engine, in the browser', function () {
  this.timeout(120_000);
  const stage = useStage('live-captions');

  it('words are there while somebody speaks, say whose they are, and are corrected before they are used', async () => {
    const product = await stage.product({ hears: hearing([whole], live) });
    const company = await aCompany(product, 1);
    const browsers = await stage.browsers({ words: microphoneWords });
    const { page, complaints, context } = await browsers.person({ screen: phone });
    await page.goto(await invitedTo(company, { name: '周遇', phone: '13600137001' }));
    await page.getByRole('button', { name: '开始面试' }).click();
    await agree(page);
    await choose(page, '语音');
    await beginSpeaking(page);
    const captions = page.locator('.answer-captions');
    await captions.getByText(live).waitFor({ timeout: 30_000 });
    await captions.getByText('由公司的语音识别边听边写').waitFor();
    await shoot(page, 'l-captions');
    await expectSound(page, 'live captions');
    await stopSpeaking(page);
    await page.locator('.review-text').getByText(whole).waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: '改字幕' }).click();
    await page.getByRole('textbox').fill('我先请顾客坐下，再看小票。');
    await page.getByRole('button', { name: '保存' }).click();
    await page.waitForFunction(async () => {
      const text = await (await fetch('/api/candidate/interview')).text();
      return text.includes('我先请顾客坐下') && text.includes('"wordsFrom":"candidate"');
    });
    expect(complaints).to.deep.equal([]);
    await context.close();
  });
});
