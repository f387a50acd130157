import type { Page } from 'playwright-core';

type Way = '录像' | '语音' | '打字';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** Seconds that the page says are acknowledged by the server (已存好 0:02). */
export async function storedSeconds(page: Page): Promise<number> {
  const text = await page.getByText(/已存好 \d+:\d\d/).innerText();
  const [, minutes = '0', seconds = '0'] = /(\d+):(\d\d)/.exec(text) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

/** Waits until the server has acknowledged so many seconds of the running recording. */
export async function untilStored(page: Page, seconds: number): Promise<void> {
  await page.waitForFunction(
    (least) => {
      const found = /已存好\s*(\d+):(\d\d)/.exec(document.body.innerText);
      return found !== null && Number(found[1]) * 60 + Number(found[2]) >= least;
    },
    seconds,
    { timeout: 30_000 },
  );
}

/** Waits until the page has recorded so many seconds, sent or not. */
export async function untilRecorded(page: Page, seconds: number): Promise<void> {
  await page.waitForFunction(
    (least) => {
      const found = /录制中\s*(\d+):(\d\d)/.exec(document.body.innerText);
      return found !== null && Number(found[1]) * 60 + Number(found[2]) >= least;
    },
    seconds,
    { timeout: 30_000 },
  );
}

const consentTitle = '开始前，请您逐项决定';

/** Skips the guide, where it is shown. */
export async function passGuide(page: Page): Promise<void> {
  const skip = page.getByRole('button', { name: '跳过，往下' });
  await skip
    .or(page.getByRole('heading', { name: consentTitle }))
    .first()
    .waitFor();
  if (await skip.isVisible()) {
    await skip.click();
  }
  await page.getByRole('heading', { name: consentTitle }).waitFor();
}

/** Switches on recording, transcription and assessment, and agrees. */
export async function agree(page: Page): Promise<void> {
  await passGuide(page);
  for (const label of ['录像和录音', '声音转成文字', '机器打分，供人参考']) {
    await page.getByRole('switch', { name: label }).check();
  }
  await press(page, '同意已选 3 项，继续');
}

/** From the device check to the first question. */
export async function choose(page: Page, way: Way): Promise<void> {
  await press(page, way);
  await press(page, /^进入第 \d+ 题$/);
  await page
    .getByText(/^第 \d+ 题，共 \d+ 题$/)
    .first()
    .waitFor();
}

/** 我想好了: the recording runs when this returns. */
export async function beginSpeaking(page: Page): Promise<void> {
  await press(page, '我想好了，开始回答');
  await page.getByText(/^录制中/).waitFor();
}

/** 说完了: the look at the answer is there when this returns. */
export async function stopSpeaking(page: Page): Promise<void> {
  await press(page, '说完了');
  await page.getByRole('heading', { name: /^说完了，/ }).waitFor();
}

export async function useThis(page: Page): Promise<void> {
  await press(page, /^用这个，(下一题|交上去)/);
}

interface Application {
  name: string;
  phone: string;
  email?: string;
  work: string;
  education: string;
}

/** The public page without a file: fields by hand, agreed, sent; ends on the own page. */
export async function applyByHand(page: Page, url: string, given: Application): Promise<void> {
  await page.goto(url);
  await press(page, '没有简历，直接填');
  await page.getByLabel('姓名').fill(given.name);
  await page.getByLabel('手机').fill(given.phone);
  await page.getByLabel('邮箱').fill(given.email ?? '');
  await page.getByLabel('经历').fill(given.work);
  await page.getByLabel('学历').fill(given.education);
  await page.getByRole('checkbox', { name: /用这份简历应聘这个岗位/ }).check();
  await press(page, '投递');
  await page.getByRole('heading', { name: /线上面试等您来$/ }).waitFor();
}

export interface Answers {
  name: string;
  /** What the recogniser hears of the first answer, which is recorded by camera. */
  heard: string;
  /** The others, typed. */
  typed: readonly string[];
}

/** From the consent to 收到了. */
export async function interviewed(page: Page, { name, heard, typed }: Answers): Promise<void> {
  await agree(page);
  await page.getByText('可用').first().waitFor();
  await choose(page, '录像');
  await beginSpeaking(page);
  await untilStored(page, 4);
  await stopSpeaking(page);
  await page.getByText(heard).waitFor({ timeout: 40_000 });
  await useThis(page);
  for (const [at, words] of typed.entries()) {
    await page
      .getByText(`第 ${at + 2} 题，共 ${typed.length + 1} 题`)
      .first()
      .waitFor();
    await press(page, /^我想好了，开始(回答|写)$/);
    if (at === 0) {
      await press(page, '换打字');
    }
    await page.getByLabel('您的回答').fill(words);
    await press(page, '写完了');
    await useThis(page);
  }
  await page.getByRole('heading', { name: `收到了，${name}，辛苦了` }).waitFor();
}
