import axe from 'axe-core';
import { expect } from 'chai';
import type { Page } from 'playwright-core';

interface Violation {
  id: string;
  impact: string | null;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** Everything on the page a person with a screen reader or weak eyes would stumble over (axe, serious and critical). */
async function expectAccessible(page: Page, name: string): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, { resultTypes: ['violations'] }).then((found) => found.violations)`,
  );
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id} ${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`),
    );
  expect(grave, `${name}: axe`).to.deep.equal([]);
}

interface Wide {
  page: number;
  screen: number;
  outside: string[];
}

/** Nothing sticks out to the right, and the page does not scroll sideways. */
export async function expectFits(page: Page, name: string): Promise<void> {
  const wide = await page.evaluate<Wide>(`(() => {
    const screen = document.documentElement.clientWidth;
    // The frame around a page cuts what sticks out: only a scroller within the page may be wider.
    const inScroller = (element) => {
      for (let up = element.parentElement; up && !up.matches('.taro_page, body'); up = up.parentElement) {
        if (getComputedStyle(up).overflowX !== 'visible') return true;
      }
      return false;
    };
    const outside = [...document.querySelectorAll('body *')]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && box.right > screen + 1 && !inScroller(element);
      })
      .map((element) => element.tagName + '.' + element.className)
      .slice(0, 5);
    return { page: document.documentElement.scrollWidth, screen, outside };
  })()`);
  expect(wide.page, `${name}: wider than the screen, ${wide.outside.join(' ')}`).to.be.at.most(
    wide.screen,
  );
  expect(wide.outside, `${name}: outside the screen`).to.deep.equal([]);
}

/** What a page must always hold, whatever it shows. */
export async function expectSound(page: Page, name: string): Promise<void> {
  await expectFits(page, name);
  await expectAccessible(page, name);
}
