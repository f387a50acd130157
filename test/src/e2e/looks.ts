import axe from 'axe-core';
import { expect } from 'chai';
import type { Page } from 'playwright-core';

interface Violation {
  id: string;
  impact: string | null;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

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

/** What axe holds against a page, by WCAG 2.2 AA and what is good practice, of any impact. */
export async function axeOn(page: Page): Promise<string[]> {
  const found = await violationsOn(page);
  return found.map(({ said }) => said);
}

/** In the middle of an act of the staff only what keeps somebody out counts; every-page.spec looks for the rest. */
async function barriersOn(page: Page): Promise<string[]> {
  const found = await violationsOn(page);
  const all = ofCandidates.test(page.url());
  return found.filter(({ bars }) => all || bars).map(({ said }) => said);
}

const ofCandidates = /#\/pages\/(?:apply|interview|status|inbox)\//;

async function violationsOn(page: Page): Promise<{ said: string; bars: boolean }[]> {
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
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map((node) => ({
      said: `${id} (${impact}) ${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`,
      bars: impact === 'serious' || impact === 'critical',
    })),
  );
}

interface Wide {
  page: number;
  screen: number;
  outside: string[];
}

/** What sticks out to a side, or makes the page scroll sideways. */
export async function outsideOn(page: Page): Promise<string[]> {
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
  const wider = wide.page > wide.screen ? [`${wide.page} px wide on ${wide.screen}`] : [];
  return [...wider, ...wide.outside];
}

/** Nothing sticks out to a side, and the page does not scroll sideways. */
export async function expectFits(page: Page, name: string): Promise<void> {
  expect(await outsideOn(page), `${name}: outside the screen`).to.deep.equal([]);
}

/** Texts that a box cuts off, but for those that end in … on purpose and those for screen readers only. */
export async function cutOn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
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
      if (text.textContent.trim() === '' || !text.parentElement.checkVisibility({ contentVisibilityAuto: true })) {
        continue;
      }
      const range = document.createRange();
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      for (let up = text.parentElement; up && !up.matches('.taro_page, body'); up = up.parentElement) {
        // What a part scrolls to is not cut off.
        if (/auto|scroll/.test(getComputedStyle(up).overflow)) break;
        if (cuts(up, box)) {
          cut.push(text.textContent.trim().slice(0, 40) + ' by ' + up.className);
          break;
        }
      }
    }
    return cut.slice(0, 5);
  })()`);
}

const twice = 'html { font-size: 200% !important; }';

/** With text at twice its size (WCAG 1.4.4). */
export async function atTwice<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const sheet = await page.addStyleTag({ content: twice });
  try {
    return await look();
  } finally {
    await sheet.evaluate((element) => (element as HTMLStyleElement).remove());
  }
}

/** Text at twice its size: nothing sticks out, and no text is cut off. `look` takes the picture. */
export async function expectTwice(
  page: Page,
  name: string,
  look: () => Promise<void>,
): Promise<void> {
  await atTwice(page, async () => {
    await look();
    await expectFits(page, `${name}, text at 200 %`);
    expect(await cutOn(page), `${name}, text at 200 %: cut off`).to.deep.equal([]);
  });
}

/** Keys of a text that is missing are shown as they are: think.left, candidate:next.title. */
export async function keysOn(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() =>
    [...document.querySelectorAll('body *')].flatMap((element) => [
      ...[...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent?.trim() ?? ''),
      ...['aria-label', 'placeholder', 'title', 'alt'].map(
        (name) => element.getAttribute(name) ?? '',
      ),
    ]),
  );
  return texts.filter((text) => /^(?:[a-z]+:)?[a-z][A-Za-z]*(?:\.[A-Za-z]+)+$|\{\{/.test(text));
}

/** What a page must always hold, whatever it shows. */
export async function expectSound(page: Page, name: string): Promise<void> {
  await expectFits(page, name);
  expect(await barriersOn(page), `${name}: axe`).to.deep.equal([]);
}
