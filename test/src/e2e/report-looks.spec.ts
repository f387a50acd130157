import { rawPaths, routes } from '@zhiyu/contracts/routes';
import type { Report } from '@zhiyu/contracts/scoring';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { TestClient } from '../harness/client.js';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { borrowSession } from './company.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

interface Read {
  interviewId: string;
  report: Report;
}

/** A key that stands where its words should: the page came without them. */
const keyOfWords = /(?<![\w.@-])[a-z]+(?:[A-Z][a-z]+)*\.[a-z]+(?:[A-Z][a-z]+)*(?![\w.@-])/;

/** Reports of the example company, weakest first. */
async function reportsOf(product: Product, person: Person): Promise<Read[]> {
  const client = new TestClient(product.base);
  const session = await borrowSession(person);
  const { applications } = await client.call(routes.listApplications, {}, session);
  const found: Read[] = [];
  for (const { id, total } of applications) {
    if (total !== null) {
      const { interviews } = await client.call(routes.application, { id }, session);
      const interviewId = interviews.find(({ kind }) => kind === 'ai')?.id ?? '';
      found.push({
        interviewId,
        report: (await client.call(routes.report, { id: interviewId }, session)).report,
      });
    }
  }
  return found.sort((a, b) => (a.report.total.value ?? 0) - (b.report.total.value ?? 0));
}

/** Runs in the page: every second that a recording is set to, with whose it is. */
const noteSeconds = `(() => {
  window.set = [];
  const note = ({ target }) =>
    target instanceof HTMLVideoElement &&
    set.push({ of: target.getAttribute('src').split('/').pop(), at: target.currentTime });
  document.addEventListener('seeking', note, true);
})()`;

/** Where words of a report stand in a recording, by its attempt: evidence and what was said (s). */
function secondsOf({ answers, ...rest }: Report): Map<string, number[]> {
  const attempts = new Map(answers.map((one) => [one.answerId, one.attemptId ?? '']));
  const found = new Map<string, number[]>();
  const note = (answerId: string, second: unknown) => {
    const of = attempts.get(answerId) ?? '';
    if (typeof second === 'number') found.set(of, [...(found.get(of) ?? []), second]);
  };
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('answerId' in value && 'seconds' in value) note(String(value.answerId), value.seconds);
    Object.values(value).forEach(look);
  };
  look(rest);
  for (const { answerId, transcript } of answers) {
    transcript?.segments.forEach(({ from }) => note(answerId, from));
  }
  return found;
}

/** Presses every second that stands there. @returns what each said and what was set */
async function pressSeconds(
  page: Page,
  where: string,
): Promise<{ said: number; of: string; at: number }[]> {
  const pressed = [];
  for (const pill of await page.locator(`${where} button.quote-sec`).all()) {
    const label = (await pill.getAttribute('aria-label')) ?? '';
    const [, minutes = '', seconds = ''] = /(\d+):(\d\d)/.exec(label) ?? [];
    await page.evaluate('set.length = 0');
    await pill.click();
    await page.waitForFunction(() => (window as unknown as { set: unknown[] }).set.length > 0);
    const [first] = await page.evaluate<{ of: string; at: number }[]>('set');
    if (first) pressed.push({ said: Number(minutes) * 60 + Number(seconds), ...first });
  }
  return pressed;
}

describe('reports of a strong, a middling and a weak candidate', function () {
  this.timeout(180_000);
  const stage = useStage('report-looks');
  let product: Product;
  let browsers: Browsers;
  let hr: Person;
  let all: Read[] = [];

  before(async () => {
    product = await stage.product({ example: true });
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    await hr.page.goto(/HR\s+\S*\s*(http\S+)/.exec(product.printed())?.[1] ?? '');
    await hr.page.getByRole('heading', { name: /个人在等您/ }).waitFor();
    all = await reportsOf(product, hr);
  });

  const chosen = {
    weak: () => all[0],
    middling: () => all[Math.floor(all.length / 2)],
    strong: () => all.at(-1),
  };
  const open = async (page: Page, interviewId: string) => {
    await page.goto(`${product.base}/#/pages/report/index?interview=${interviewId}`);
    await page.locator('.total-v').waitFor();
  };

  for (const [grade, of] of Object.entries(chosen)) {
    it(`the ${grade} one fits a desk and a phone and is accessible`, async () => {
      const read = of() ?? expect.fail('no report');
      const { page, complaints } = hr;
      complaints.length = 0;
      for (const screen of [desktop, phone]) {
        await page.setViewportSize(screen);
        await open(page, read.interviewId);
        const name = `e-report-${grade}-${String(screen.width)}`;
        await shoot(page, name);
        await expectSound(page, name);
        expect(await page.locator('body').innerText()).not.to.match(keyOfWords);
      }
      expect(complaints).to.deep.equal([]);
    });
  }

  it('every second plays from there: the recording of its answer, to a third of a second', async () => {
    const { page } = hr;
    await page.addInitScript(noteSeconds);
    await page.setViewportSize(desktop);
    let pressed = 0;
    const recorded = all.filter(({ report }) => report.answers.some(({ hasMedia }) => hasMedia));
    expect(recorded).to.have.length.of.at.least(3);
    for (const { report, interviewId } of recorded) {
      const known = secondsOf(report);
      await page.goto('about:blank');
      await open(page, interviewId);
      // Seconds can be pressed as soon as it is known what became of the recordings.
      await page.locator('.assessment button.quote-sec').first().waitFor();
      const check = async (where: string) => {
        for (const { said, of: attempt, at } of await pressSeconds(page, where)) {
          const near = (known.get(attempt) ?? []).filter((second) => Math.abs(second - at) <= 0.3);
          expect(near.map(Math.floor), `${said} of ${attempt}: ${at}`).to.include(said);
          pressed += 1;
        }
      };
      await check('.assessment');
      for (const row of await page.locator('.dims button[aria-expanded]').all()) {
        if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
        await page.waitForFunction(
          (button) => button.getAttribute('aria-expanded') === 'true',
          await row.elementHandle(),
        );
        await check('.why-box');
      }
    }
    expect(pressed).to.be.greaterThan(10);
  });

  it('compares an answer with those of other people when asked to', async () => {
    const { page } = hr;
    const read = chosen.middling() ?? expect.fail('no report');
    await page.setViewportSize(phone);
    await open(page, read.interviewId);
    await page.getByRole('button', { name: '和别人的回答比一比' }).first().click();
    await page.getByText(/比了 \d+ 位候选人对这道题的回答/).scrollIntoViewIfNeeded();
    await shoot(page, 'e-report-same-words-390');
    await expectSound(page, 'e-report-same-words-390');
  });

  it('follows another scale while the page is open, and so do its files', async () => {
    const { page } = hr;
    const read = all.at(-1) ?? expect.fail('no report');
    await open(page, read.interviewId);
    const before = (await page.locator('.total-v').textContent()) ?? '';
    await page.locator('.assessment-side select').selectOption('percent');
    await page.locator('.total-v', { hasText: '%' }).waitFor();
    expect(before).not.to.contain('%');
    const { report } = read;
    const words = await page.locator('.report-page').innerText();
    expect(words).not.to.match(/\d\.\d ±\d\.\d/);
    const file = page.locator(`a[href*="${rawPaths.reportFile}/${report.interviewId}/hr.pdf"]`);
    expect(await file.getAttribute('href')).to.contain('scale=percent');
  });
});
