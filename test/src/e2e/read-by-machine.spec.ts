import { expect } from 'chai';
import { type Person, phone, shoot } from './browser.js';
import { agree, choose, passGuide } from './candidate.js';
import { aCompany, type Company, invitedTo } from './company.js';
import { startVoiceEmulator, type VoiceEmulator } from '../emulators/voice.emulator.js';
import { aTone } from '../factories/voice-file.js';
import { expectSound } from './looks.js';
import { giveVoice } from './pretend.js';
import { useStage } from './stage.js';

const key = 'e2e-key';

describe('a question read by a synthetic voice, in the browser', function () {
  this.timeout(120_000);
  const stage = useStage('read-by-machine');
  let emulator: VoiceEmulator;
  let company: Company;
  let open: (number: string) => Promise<Person>;

  before(async () => {
    emulator = await startVoiceEmulator(key, aTone(20));
    const channels = {
      ...{ TTS_API_BASE: emulator.base, TTS_API_KEY: key },
      ...{ TTS_MODEL: 'tts-1', TTS_VOICE: 'alloy' },
    };
    company = await aCompany(await stage.product({ channels }), 1);
    const browsers = await stage.browsers({ words: '您好。' });
    open = async (number) => {
      const person = await browsers.person({ screen: phone });
      await giveVoice(person.page);
      await person.page.goto(await invitedTo(company, { name: '周遇', phone: number }));
      await person.page.getByRole('button', { name: '开始面试' }).click();
      return person;
    };
  });
  after(() => emulator.stop());

  it('who gets the words is said before the consent; the voice says that it is none of a person, and can be stopped', async () => {
    const { page, complaints, context } = await open('13600136001');
    await passGuide(page);
    await page.getByRole('button', { name: /全文/ }).click();
    await page.getByText(new URL(emulator.base).host).waitFor();
    await page.keyboard.press('Escape');
    await agree(page);
    await choose(page, '语音');
    await page.getByText('由合成的声音读，不是真人').waitFor();
    await shoot(page, 'e-synthetic');
    await expectSound(page, 'a question read by a synthetic voice');
    await page.getByRole('button', { name: '读给我听' }).click();
    await page.getByRole('button', { name: '停下' }).waitFor();
    const question = await page.locator('h1.interview-question').innerText();
    const read = await page.evaluate<string[]>('window.read');
    expect(read, 'the device’s voice').not.to.include(question);
    expect(emulator.requests.map(({ input }) => input)).to.include(question);
    await page.getByRole('button', { name: '停下' }).click();
    await page.getByRole('button', { name: '读给我听' }).waitFor();
    expect(complaints).to.deep.equal([]);
    await context.close();
  });
});
