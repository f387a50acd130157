declare const dd: { openLink: (options: { url: string; fail: () => void }) => void };

/** Opens the H5 app inside DingTalk. */
export function openOutside(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    dd.openLink({ url, fail: () => reject(new Error('openLink')) });
    resolve();
  });
}
