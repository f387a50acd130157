import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { agree, choose } from './candidate.js';
import { aCompany, type Company, lendSession } from './company.js';
import { expectSound } from './looks.js';
import { giveVoice } from './pretend.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

/** A tone of so many seconds: 8 kHz, mono, 16 bit. */
function tone(seconds: number): Buffer {
  const rate = 8000;
  const bytes = Buffer.alloc(44 + seconds * rate * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(bytes.length - 44, 40);
  for (let at = 0; at < seconds * rate; at++) {
    bytes.writeInt16LE(Math.round(6000 * Math.sin(at / 5)), 44 + at * 2);
  }
  return bytes;
}

const link = '**/api/candidate/answers/*/audio';

describe('a question read by a person, in the browser', function () {
  this.timeout(120_000);
  const stage = useStage('read-by-person');
  let product: Product;
  let company: Company;
  let browsers: Browsers;

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 1);
    browsers = await stage.browsers({ words: '您好。' });
  });

  async function thinking(phoneNumber: string): Promise<Person> {
    const code = /code=(\w+)/.exec(company.applyUrl)?.[1] ?? '';
    const { statusPath } = await company.client.call(routes.apply, {
      ...{ code, draftId: null, name: '候选人甲', email: '', phone: phoneNumber },
      education: '2016.09-2019.06 杭州第二中学 高中',
      work: '2021.03-2023.05 杭州联华超市有限公司 收银员，收银、理货、盘点',
      ...{ consent: true, talentPool: false, locale: 'zh' as const },
    });
    const person = await browsers.person({ screen: phone });
    const { page } = person;
    await giveVoice(page);
    await page.goto(`${product.base}/#${statusPath}`);
    await page.getByRole('button', { name: '开始面试' }).click();
    await agree(page);
    await choose(page, '语音');
    return person;
  }

  const read = ({ page }: Person) => page.evaluate<string[]>('window.read');
  /** Waits until the device's voice was asked for these words so often. */
  const readTimes = ({ page }: Person, words: string, times: number) =>
    page.waitForFunction(
      ([wanted, least]) => {
        const said = (window as unknown as { read: string[] }).read;
        return said.filter((one) => one === wanted).length >= least;
      },
      [words, times] as const,
    );

  it('HR uploads it, hears it, and is told when the words no longer fit', async () => {
    const hr = await browsers.person({ screen: desktop });
    await lendSession(hr, product.base, company.hr.session);
    const { page, complaints } = hr;
    await page.goto(
      `${product.base}/#/pages/position/index?id=${company.positionId}&part=questions`,
    );
    const field = page.locator('.spoken');
    await field.waitFor();
    const choose = (name: string, buffer: Buffer) =>
      field
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await choose('题目.exe', Buffer.alloc(500, 7));
    await field.getByRole('alert').waitFor();
    await shoot(page, 'e-spoken-refused-desk');
    complaints.length = 0;
    await choose('题目.wav', tone(20));
    await field.getByRole('button', { name: '听录音' }).click();
    await field.getByRole('button', { name: '停下' }).waitFor();
    await shoot(page, 'e-spoken-desk');
    await expectSound(page, 'a recorded question');
    await field.getByRole('button', { name: '停下' }).click();
    await field.getByRole('button', { name: '听录音' }).waitFor();
    const words = page.getByRole('textbox', { name: '题目', exact: true });
    const before = await words.inputValue();
    await words.fill(`${before}？`);
    await field.getByText('录音读的还是旧的字').waitFor();
    await words.fill(before);
    await field.getByText('候选人听到这段录音').waitFor();
    await page.setViewportSize(phone);
    await shoot(page, 'e-spoken-phone');
    await expectSound(page, 'a recorded question, phone');
    await page.setViewportSize(desktop);
    await page.getByRole('button', { name: '存成第 2 版' }).click();
    await page.getByRole('button', { name: '存成第 2 版' }).waitFor({ state: 'detached' });
    expect(complaints).to.deep.equal([]);
    await hr.context.close();
  });

  it('the candidate hears it instead of the device’s voice, and can stop it', async () => {
    const person = await thinking('13600139001');
    const { page } = person;
    await page.getByRole('button', { name: '读给我听' }).click();
    await page.getByRole('button', { name: '停下' }).waitFor();
    const question = await page.locator('h1.interview-question').innerText();
    expect(await read(person), 'the device’s voice').not.to.include(question);
    await page.getByRole('button', { name: '停下' }).click();
    await page.getByRole('button', { name: '读给我听' }).waitFor();
    await person.context.close();
  });

  it('where it cannot be fetched or played, the device’s voice reads', async () => {
    const person = await thinking('13600139002');
    const { page } = person;
    const question = await page.locator('h1.interview-question').innerText();
    const broken = { mimeType: 'audio/wav', data: Buffer.alloc(300, 9).toString('base64') };
    await page.route(link, (route) => route.fulfill({ json: broken }));
    await page.getByRole('button', { name: '读给我听' }).click();
    await readTimes(person, question, 1);
    expect((await read(person)).at(-1)).to.equal(question);
    await page.getByRole('button', { name: '停下' }).click();
    await page.route(link, (route) => route.fulfill({ status: 404, json: {} }));
    await page.getByRole('button', { name: '读给我听' }).click();
    await readTimes(person, question, 2);
    await person.context.close();
  });
});
