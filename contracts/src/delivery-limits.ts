/** Most that face or voice may weigh in a total, percent, each. */
export const mostDeliveryWeight = 10;
/** Characters of the written ground for such a weight. */
export const groundLength = { least: 12, most: 500 } as const;

/** What face and voice weigh, percent of the total. */
export interface DeliveryShares {
  voice: number;
  face: number;
}

/** Version of the consent's sentences where they name these weights: `2026-11-22.4.v5f0`. */
export function weighedText(base: string, { voice, face }: DeliveryShares): string {
  return `${base}.v${String(voice)}f${String(face)}`;
}

/** The weights that a version of the sentences names; zeros where it names none. */
export function sharesIn(textVersion: string): DeliveryShares {
  const [, voice = '0', face = '0'] = /\.v(\d{1,2})f(\d{1,2})$/.exec(textVersion) ?? [];
  return { voice: Number(voice), face: Number(face) };
}
