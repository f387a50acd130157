import type { Page } from 'playwright-core';

/** As if another window stood in front for so long. */
export async function leave(page: Page, ms: number): Promise<void> {
  await page.evaluate(async (length) => {
    const see = (state: string) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    see('hidden');
    await new Promise((done) => setTimeout(done, length));
    see('visible');
  }, ms);
}

/** A browser whose maker recognises: it hears one sentence. */
export async function giveEar(page: Page): Promise<void> {
  await page.addInitScript(`
    window.SpeechRecognition = class {
      start() {
        this.timer = setTimeout(() => {
          const heard = Object.assign([{ transcript: '我先请顾课坐下' }], { isFinal: true });
          this.onresult?.({ results: [heard] });
        }, 800);
      }
      abort() { clearTimeout(this.timer); this.onend?.(); }
    };
  `);
}

/** A voice that speaks nothing, and what it was asked to read. */
export async function giveVoice(page: Page): Promise<void> {
  await page.addInitScript(`
    window.read = [];
    const voices = [{ lang: 'zh-CN', name: '测试' }];
    const speaker = new EventTarget();
    speaker.getVoices = () => voices;
    speaker.cancel = () => { window.read.push('silence'); speaker.now?.onend?.(); speaker.now = null; };
    speaker.speak = (words) => { window.read.push(words.text); speaker.now = words; };
    Object.defineProperty(window, 'speechSynthesis', { value: speaker });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  `);
}
