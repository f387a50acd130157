import { expect } from 'chai';
import { routes } from '@zhiyu/contracts/routes';
import { oneStory } from '../harness/one-story.js';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import {
  agree,
  applyByHand,
  beginSpeaking,
  choose,
  stopSpeaking,
  untilRecorded,
  untilStored,
  useThis,
} from './candidate.js';
import { aCompany, type Company, lendSession } from './company.js';
import { film, seekTo } from './outcome.js';
import type { Product } from './product.js';
import { microphoneWords } from './spoken.js';
import { useStage } from './stage.js';

describe('a server killed in the middle of a recorded answer', function () {
  this.timeout(90_000);
  oneStory();
  const stage = useStage('kill');
  let product: Product;
  let company: Company;
  let browsers: Browsers;
  let candidate: Person;
  let spokenSeconds = 0;

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 1);
    browsers = await stage.browsers({ words: microphoneWords });
    candidate = await browsers.person({ screen: phone });
    const { page } = candidate;
    await applyByHand(page, company.applyUrl, {
      name: '周远',
      phone: '13700137000',
      work: '2022.03-2024.05 杭州联华超市有限公司 收银员，收银、理货、盘点',
      education: '2016.09-2019.06 杭州第二中学 高中',
    });
    await page.getByRole('button', { name: '开始面试' }).click();
    await agree(page);
    await choose(page, '录像');
  });

  it('the recording goes on without it, and everything arrives when it is back', async () => {
    const { page } = candidate;
    await beginSpeaking(page);
    const from = Date.now();
    await untilStored(page, 4);
    await product.killAndRestart(async () => {
      await page.getByRole('heading', { name: '网断了，录制没有断' }).waitFor();
      await shoot(page, 'd01-server-gone');
    });
    await untilRecorded(page, 10);
    await untilStored(page, 8);
    await stopSpeaking(page);
    spokenSeconds = (Date.now() - from) / 1000;
    await page.getByText('都存好了。这一步不计时，不急。').waitFor();
    await shoot(page, 'd02-all-stored');
    await useThis(page);
    await page.getByRole('heading', { name: '收到了，周远，辛苦了' }).waitFor();
  });

  it('the video has its whole length and can be sought', async () => {
    const hr = await browsers.person({ screen: desktop });
    await lendSession(hr, product.base, company.hr.session);
    const list = await company.client.call(routes.listApplications, {}, company.hr.session);
    const id = list.applications[0]?.id ?? '';
    const { page } = hr;
    await page.goto(`${product.base}/#/pages/file/index?id=${id}&tab=assessment`);
    await page.getByRole('button', { name: '播放' }).first().click();
    const video = '.player video';
    await page.waitForFunction((selector) => {
      const found = document.querySelector<HTMLVideoElement>(selector);
      return found !== null && found.readyState >= 2 && Number.isFinite(found.duration);
    }, video);
    const { duration, error } = await film(page, video);
    expect(error).to.equal(null);
    expect(duration, 'as long as the answer').to.be.closeTo(spokenSeconds, 2.5);
    await seekTo(page, video, duration - 1);
    await seekTo(page, video, 0.5);
    await shoot(page, 'd03-sought');
    expect(hr.complaints).to.deep.equal([]);
  });
});
