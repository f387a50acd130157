import axe from 'axe-core';
import { expect } from 'chai';
import type { Page } from 'playwright-core';

interface Violation {
  id: string;
  impact: string | null;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

const ofCandidates = /#\/pages\/(?:apply|interview|status|inbox)\//;

/** A bar lies over what is half scrolled under it: such a target is measured again where it stands free. */
const remeasured = `async (violation) => {
  const nodes = [];
  for (const node of violation.nodes) {
    const element = node.target.length === 1 ? document.querySelector(node.target[0]) : null;
    const up = [];
    for (let one = element?.parentElement; one; one = one.parentElement) up.push([one, one.scrollTop]);
    element?.scrollIntoView({ block: 'center' });
    const only = { runOnly: { type: 'rule', values: ['target-size'] }, resultTypes: ['violations'] };
    const again = element ? (await axe.run(element, only)).violations[0] : violation;
    up.forEach(([one, top]) => (one.scrollTop = top));
    if (again) nodes.push(node);
  }
  return nodes.length > 0 ? [{ ...violation, nodes }] : [];
}`;

/**
 * What axe holds against a page, by WCAG 2.2 AA and what is good practice: everything on a candidate's page, what is
 * serious or critical on a page of the staff.
 */
async function expectAccessible(page: Page, name: string): Promise<void> {
  await page.evaluate(axe.source);
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const options = { resultTypes: ['violations'], runOnly: { type: 'tag', values: rules } };
  const violations = await page.evaluate<Violation[]>(
    `(async () => {
      const { violations } = await axe.run(document, ${JSON.stringify(options)});
      const remeasured = ${remeasured};
      const parts = [];
      for (const one of violations) {
        parts.push(...(one.id === 'target-size' ? await remeasured(one) : [one]));
      }
      return parts;
    })()`,
  );
  const counts = ({ impact }: Violation) =>
    ofCandidates.test(page.url()) || impact === 'serious' || impact === 'critical';
  const found = violations
    .filter(counts)
    .flatMap(({ id, impact, nodes }) =>
      nodes.map(
        (node) => `${id} (${impact}) ${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`,
      ),
    );
  expect(found, `${name}: axe`).to.deep.equal([]);
}

interface Wide {
  page: number;
  screen: number;
  outside: string[];
}

/** Nothing sticks out to a side, and the page does not scroll sideways. */
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
        const out = box.right > screen + 1 || (box.left < -1 && box.right > 0);
        return box.width > 0 && out && !inScroller(element);
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

/** Texts that a box cuts off, but for those that end in … on purpose and those for screen readers only. */
async function expectUncut(page: Page, name: string): Promise<void> {
  const cut = await page.evaluate<string[]>(`(() => {
    const cuts = (element, box) => {
      const style = getComputedStyle(element);
      if (style.clipPath !== 'none' || element.clientWidth < 4) return false;
      if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') return false;
      const frame = element.getBoundingClientRect();
      const wide = /hidden|clip/.test(style.overflowX) && (box.right > frame.right + 1 || box.left < frame.left - 1);
      const high = /hidden|clip/.test(style.overflowY) && (box.bottom > frame.bottom + 1 || box.top < frame.top - 1);
      return wide || high;
    };
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const cut = [];
    while (walk.nextNode()) {
      const text = walk.currentNode;
      if (text.textContent.trim() === '' || !text.parentElement.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      for (let up = text.parentElement; up && !up.matches('.taro_page, body'); up = up.parentElement) {
        if (cuts(up, box)) {
          cut.push(text.textContent.trim().slice(0, 40) + ' by ' + up.className);
          break;
        }
      }
    }
    return cut.slice(0, 5);
  })()`);
  expect(cut, `${name}: cut off`).to.deep.equal([]);
}

const twice = 'html { font-size: 200% !important; }';

/** Text at twice its size (WCAG 1.4.4): nothing sticks out, and no text is cut off. `look` takes the picture. */
export async function expectTwice(
  page: Page,
  name: string,
  look: () => Promise<void>,
): Promise<void> {
  const sheet = await page.addStyleTag({ content: twice });
  try {
    await look();
    await expectFits(page, `${name}, text at 200 %`);
    await expectUncut(page, `${name}, text at 200 %`);
  } finally {
    await sheet.evaluate((element) => (element as HTMLStyleElement).remove());
  }
}

/** What a page must always hold, whatever it shows. */
export async function expectSound(page: Page, name: string): Promise<void> {
  await expectFits(page, name);
  await expectAccessible(page, name);
}
