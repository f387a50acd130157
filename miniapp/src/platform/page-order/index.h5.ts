import { getCurrentInstance, getCurrentPages } from '@tarojs/taro';

/** What Taro's router knows of a page: the function that fetches it. */
interface PageRoute {
  path: string;
  load: (context: unknown, params: unknown) => [page: Promise<unknown>, ...rest: unknown[]];
}

/** How long a page waits for the one before it, which may never stand when it broke (ms). */
const PATIENCE = 2_000;
const LOOK_EVERY = 10;

/** The page that came last is in the document, and the router knows it as the one that is shown. */
function stands(): boolean {
  const { path } = (getCurrentPages().at(-1) ?? {}) as { path?: string };
  if (path === undefined) {
    return true;
  }
  return getCurrentInstance().page?.path === path && document.getElementById(path) !== null;
}

async function standing(): Promise<void> {
  for (let waited = 0; !stands() && waited < PATIENCE; waited += LOOK_EVERY) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
}

let newest = 0;

/** The page, unless another was asked for meanwhile: then it never comes, and the router forgets it. */
async function arrival(page: Promise<unknown>): Promise<unknown> {
  newest += 1;
  const own = newest;
  const arrived = await page;
  await standing();
  return own === newest ? arrived : new Promise(() => {});
}

/**
 * Taro's router draws every page that was asked for, in the order in which they arrive, and loses the one above while
 * another is being drawn: whoever goes on before a page is there would see the page he left, under the address of the
 * new one. Here the last page asked for is the one that comes, and it comes when the page before it stands.
 */
export function inOrder(routes: readonly PageRoute[]): PageRoute[] {
  return routes.map((route) => ({
    ...route,
    load: (context, params) => {
      const [page, ...rest] = route.load(context, params);
      return [arrival(page), ...rest];
    },
  }));
}
