import type { CardAttachment } from './channel.js';

/** What every chat that takes pictures takes. */
const largestBytes = 2 * 1024 * 1024;

/** The chart as the file that goes along; null where there is none, or a chat would refuse it for its size. */
export function chartFile(chart: Uint8Array | undefined): CardAttachment | null {
  const fits = chart !== undefined && chart.length > 0 && chart.length <= largestBytes;
  return fits ? { name: 'chart.png', mimeType: 'image/png', bytes: chart } : null;
}
