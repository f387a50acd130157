import { fileURLToPath } from 'node:url';

/** How the fonts call themselves. */
export const fontFamily = 'Noto Sans Hans';

/** Noto Sans Hans (SIL Open Font License 1.1): Chinese, Japanese and Latin in one file. */
export function fontFile(weight: 'Regular' | 'Bold'): string {
  const entry = import.meta.resolve('@embedpdf/fonts-sc');
  return fileURLToPath(new URL(`../fonts/NotoSansHans-${weight}.otf`, entry));
}
