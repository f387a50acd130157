import type { TestContent, TestItem, TestItemKind } from '@zhiyu/contracts/written-tests';

/** The first of a1, a2 … that is not taken. */
function freeCode(prefix: string, taken: readonly string[]): string {
  let n = 1;
  while (taken.includes(`${prefix}${n}`)) {
    n += 1;
  }
  return `${prefix}${n}`;
}

export function newOption(options: readonly { id: string }[]): { id: string; text: string } {
  const taken = options.map(({ id }) => id);
  return { id: freeCode('o', taken), text: '' };
}

/** An empty item of a kind. */
export function newItem(kind: TestItemKind, items: readonly TestItem[]): TestItem {
  const taken = items.map(({ code }) => code);
  const head = { code: freeCode('q', taken), text: '', points: kind === 'text' ? 5 : 2 };
  const options = [1, 2, 3, 4].map((n) => ({ id: `o${n}`, text: '' }));
  switch (kind) {
    case 'single':
      return { ...head, kind, options, correct: '' };
    case 'multiple':
      return { ...head, kind, options, correct: [] };
    case 'number':
      return { ...head, kind, correct: 0, tolerance: 0, unit: '' };
    case 'text':
      return { ...head, kind, keyPoints: [] };
  }
}

export const emptyTest: TestContent = {
  ...{ title: '', instruction: '', minutes: 30, shuffle: true, passPercent: null, items: [] },
};

export const pointsOf = ({ items }: TestContent): number =>
  items.reduce((sum, { points }) => sum + points, 0);

/** Why it cannot be saved: a key of the words, and the number of the item from 1; null: it can. */
export interface Fault {
  key: 'title' | 'items' | 'text' | 'options' | 'correct' | 'keyPoints';
  n: number;
}

function faultOfItem(item: TestItem): Fault['key'] | null {
  if (item.text.trim() === '') {
    return 'text';
  }
  if (item.kind === 'single' || item.kind === 'multiple') {
    const ids = item.options.map(({ id }) => id);
    const correct = item.kind === 'single' ? [item.correct] : item.correct;
    const known = correct.length > 0 && correct.every((id) => ids.includes(id));
    return item.options.some(({ text }) => text.trim() === '')
      ? 'options'
      : known
        ? null
        : 'correct';
  }
  return item.kind === 'text' && item.keyPoints.every((one) => one.trim() === '')
    ? 'keyPoints'
    : null;
}

export function faultOf(content: TestContent): Fault | null {
  if (content.title.trim() === '') {
    return { key: 'title', n: 0 };
  }
  if (content.items.length === 0) {
    return { key: 'items', n: 0 };
  }
  for (const [at, item] of content.items.entries()) {
    const key = faultOfItem(item);
    if (key) {
      return { key, n: at + 1 };
    }
  }
  return null;
}

/** As it is sent: empty key points are left out. */
export function cleaned(content: TestContent): TestContent {
  const items = content.items.map((item) =>
    item.kind === 'text'
      ? { ...item, keyPoints: item.keyPoints.map((one) => one.trim()).filter(Boolean) }
      : item,
  );
  return { ...content, items };
}
