import type { Page } from 'playwright-core';

/** A page whose parts are held back on purpose does not come within this time (ms). */
const patience = 3_000;

const onTop = () => [...document.querySelectorAll('.taro_page')].at(-1)?.id ?? '';

/**
 * An address of the application that differs from the one open only behind its `#` loads nothing anew: `goto` is over
 * while the page before still stands, and a test would press what is found there. Here it is over when the page of the
 * address has come.
 */
export function awaitArrivals(page: Page): void {
  const goto = page.goto.bind(page);
  page.goto = async (url, options) => {
    const open = page.url();
    const before = open.startsWith('http') ? await page.evaluate(onTop) : '';
    const response = await goto(url, options);
    if (response === null && page.url() !== open) {
      await page
        .waitForFunction(
          (id) => [...document.querySelectorAll('.taro_page')].at(-1)?.id !== id,
          before,
          { timeout: patience },
        )
        .catch(() => undefined);
    }
    return response;
  };
}
