/** Until here a page that is just coming has something on it (ms). */
const SETTLED = 500;

/**
 * After an error: where Taro has left a page blank because its drawing failed, says so over it with the way out, opening
 * it anew. Errors that hurt no page come here too, and are nothing to tell a reader.
 */
export function sayBroken(text: string): void {
  setTimeout(() => {
    const blank = [...document.querySelectorAll('.taro_page:empty')];
    if (blank.some((page) => getComputedStyle(page).display !== 'none')) {
      window.zhiyuLine('broken', undefined, text);
    }
  }, SETTLED);
}
