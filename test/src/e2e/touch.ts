import type { Page } from 'playwright-core';

/** The least side of a finger's target (px). */
const least = 44;

/**
 * Targets that a finger cannot well meet, but for what WCAG 2.5.5 excepts: a link within a sentence, and what the
 * browser itself draws. A label around a field is part of its target.
 */
export function smallTargetsOn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const targets = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=tab], [role=switch]';
    const inSentence = (one) => {
      if (getComputedStyle(one).display !== 'inline') return false;
      const around = [...one.parentElement.childNodes].filter((node) => node !== one);
      return around.some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim().length > 1);
    };
    const boxOf = (one) => {
      const label = one.matches('input, select, textarea') ? one.closest('label') ?? one.labels?.[0] : null;
      const boxes = [one, ...(label ? [label] : [])].map((part) => part.getBoundingClientRect());
      return {
        width: Math.max(...boxes.map(({ width }) => width)),
        height: Math.max(...boxes.map(({ height }) => height)),
      };
    };
    // A target may reach beyond what is drawn: its ::after takes the press too.
    const reaches = (one) => {
      const box = one.getBoundingClientRect();
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const half = ${least / 2} - 1;
      const points = [[x - half, y], [x + half, y], [x, y - half], [x, y + half]];
      return points.every(([left, top]) => {
        const at = document.elementFromPoint(left, top);
        return at === one || one.contains(at) || at?.closest('label')?.control === one;
      });
    };
    const small = [...document.querySelectorAll(targets)].filter((one) => {
      if (!one.checkVisibility({ visibilityProperty: true }) || one.closest('[inert], .sr, .sr-only')) return false;
      if (getComputedStyle(one).clipPath !== 'none') return false;
      const { width, height } = boxOf(one);
      if (width === 0 || (width >= ${least - 0.5} && height >= ${least - 0.5}) || inSentence(one)) return false;
      one.scrollIntoView({ block: 'center' });
      return !reaches(one);
    });
    window.scrollTo(0, 0);
    return small.map((one) => {
      const { width, height } = boxOf(one);
      const name = (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 20);
      return one.tagName + '.' + one.className + ' “' + name + '” ' + Math.round(width) + '×' + Math.round(height) +
        ' in .' + one.parentElement.className;
    });
  })()`);
}
